"""A volunteer prepares a stall: which places, which parts, and then one PDF."""

import logging
from collections.abc import Iterator
from datetime import date

import pymupdf
import pytest
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.parliament.members import Parliament, Seat
from letterwriter.postcodes.sector_table import PostcodeTable, Sector
from letterwriter.tallies.reading import read_tally
from letterwriter.tallies.tally import TallyKind
from letterwriter.web import create_app
from letterwriter.web.bounded_work import SHEETS
from letterwriter.web.settings import BadSetting, Settings
from tests.unit.documents.paper import MM
from tests.unit.tallies.counting import parliament
from tests.web.places import all_taken
from tests.web.visitor import Visitor

ALL = ["sorting", "letters", "labels", "tally", "safety", "poster"]
RUSHOLME, CENTRAL = "E14001353", "E14001352"


def pages(visitor: Visitor) -> list[str]:
    assert visitor.answer.mimetype == "application/pdf", visitor.text
    with pymupdf.open(stream=visitor.answer.data) as document:
        return [" ".join(page.get_text().split()) for page in document]


def round_the_stall(visitor: Visitor) -> Visitor:
    visitor.open("/volunteers").fill(districts="M1, M13 and M14")
    return visitor.press("Go on to the pack")


def copies(visitor: Visitor, **wanted: str) -> dict[str, str]:
    """None but for those wanted, by constituency code."""
    fields = [str(f["name"]) for f in visitor.page.find_all("input") if f.get("name")]
    none = {name: "0" for name in fields if name.startswith("copies-")}
    return none | {f"copies-{code}": number for code, number in wanted.items()}


def test_the_postcodes_round_a_stall_are_counted_for_each_mp(visitor: Visitor) -> None:
    round_the_stall(visitor)
    assert "1,288 of the 2,085 postcodes" in visitor.text
    assert visitor.values(f"copies-{RUSHOLME}") == ["30"]
    assert visitor.values("copies-E14001251") == ["0"]
    assert "Gorton and Denton" in visitor.text


def test_a_pack_is_one_pdf_of_all_its_parts_in_order(visitor: Visitor) -> None:
    round_the_stall(visitor)
    visitor.fill(**copies(visitor, **{RUSHOLME: "3", CENTRAL: "2"})).press("Make the pack")
    made = pages(visitor)
    assert made[0].startswith("Which pile is it?")
    assert [("Dear Afzal Khan" in page, "Dear Lucy Powell" in page) for page in made[1:6]] == [
        (True, False)
    ] * 3 + [(False, True)] * 2
    assert made[6].count("Afzal Khan MP House of Commons London SW1A 0AA") == 7
    assert made[7].startswith("Tally sheet")
    assert "what to leave out" in made[8]
    assert made[9].startswith("We Stand Together with Refugees")
    assert len(made) == 10
    assert visitor.answer.headers["Cache-Control"] == "no-store"


def test_a_pack_gives_a_tally_of_what_it_prints(visitor: Visitor) -> None:
    round_the_stall(visitor)
    visitor.fill(**copies(visitor, **{RUSHOLME: "3", CENTRAL: "2"})).press("Save how many")
    tally = read_tally(visitor.answer.text.strip(), parliament())
    assert tally.kind is TallyKind.PRINTED_AHEAD
    printed = {code: counts.letters for (_, code), counts in tally.rows.items()}
    assert printed == {RUSHOLME: 3, CENTRAL: 2}
    round_the_stall(visitor)
    visitor.fill(**copies(visitor, **{RUSHOLME: "a few"})).press("Save how many")
    assert "Type a whole number" in visitor.text


@pytest.mark.parametrize("part", ALL)
def test_each_part_can_be_had_alone(visitor: Visitor, part: str) -> None:
    round_the_stall(visitor).fill(parts=[part], **copies(visitor, **{RUSHOLME: "2"}))
    visitor.press("Make the pack")
    assert len(pages(visitor)) == (2 if part == "letters" else 1)


def test_a_whole_council_and_a_constituency_by_name_go_into_one_pack(visitor: Visitor) -> None:
    visitor.open("/volunteers")
    visitor.fill(councils="bristol", constituencies="Inverness, Skye and West Ross-shire")
    visitor.press("Go on to the pack")
    fields = [f for f in visitor.page.find_all("input") if "copies-" in str(f.get("name"))]
    assert len(fields) == 6
    assert "Bristol Central" in visitor.text
    assert "Inverness, Skye and West Ross-shire" in visitor.text


@pytest.mark.parametrize(
    ("field", "typed", "answer"),
    [
        ("districts", "M14 QQ7", "postcode district QQ7"),
        ("districts", "BT7", "Northern Ireland"),
        ("districts", "JE2", "elects an MP"),
        ("councils", "Manchster", "Did you mean Manchester"),
        ("constituencies", "Manchester Rushome", "Did you mean Manchester Rusholme"),
    ],
)
def test_a_place_that_is_not_known_is_named(
    visitor: Visitor, field: str, typed: str, answer: str
) -> None:
    visitor.open("/volunteers").fill(**{field: typed}).press("Go on to the pack")
    assert visitor.answer.status_code == 422
    assert answer in visitor.text
    assert visitor.values(field) == [typed]


@pytest.mark.parametrize(
    ("field", "typed", "kind"),
    [
        ("districts", "M14 " * 10_000, "postcode districts"),
        ("councils", "a," * 30_000, "councils"),
        ("constituencies", "a," * 30_000, "constituencies"),
        ("constituencies", "\n".join(f"Manchster {n}" for n in range(2_000)), "constituencies"),
    ],
)
def test_more_places_than_can_be_looked_for_are_told_and_what_was_typed_stays(
    visitor: Visitor, field: str, typed: str, kind: str
) -> None:
    visitor.open("/volunteers").fill(**{field: typed}).press("Go on to the pack")
    assert visitor.answer.status_code == 422
    assert visitor.text.count(f"more than the 200 {kind} that we can look for") == 2  # and above
    assert visitor.values(field) == [typed.strip()]
    if field == "constituencies":
        visitor.open("/volunteers/postcards").fill(constituencies=typed)
        visitor.press("Make the postcards")
        assert visitor.answer.status_code == 422
        assert f"more than the 200 {kind}" in visitor.text


def test_tables_are_gone_over_once_and_not_for_each_visitor(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_the_stall(visitor)  # whoever comes first makes the indexes
    gone_over: list[object] = []
    sectors, seats = PostcodeTable.sectors, Parliament.__iter__

    def noted_sectors(table: PostcodeTable) -> Iterator[Sector]:
        gone_over.append(table)
        return sectors(table)

    def noted_seats(parliament: Parliament) -> Iterator[Seat]:
        gone_over.append(parliament)
        return seats(parliament)

    monkeypatch.setattr(PostcodeTable, "sectors", noted_sectors)
    monkeypatch.setattr(Parliament, "__iter__", noted_seats)
    round_the_stall(visitor).press("Change the places")
    visitor.fill(councils="Manchester", constituencies="Nowhere").press("Go on to the pack")
    assert visitor.answer.status_code == 422
    assert gone_over == []


def test_no_place_at_all_is_asked_for(visitor: Visitor) -> None:
    visitor.open("/volunteers").press("Go on to the pack")
    assert visitor.answer.status_code == 422
    assert "Choose at least one" in visitor.text


@pytest.mark.parametrize(
    ("number", "answer"),
    [("400", "800 letters, and one pack holds 600"), ("many", "whole number"), ("0", "at least")],
)
def test_copies_that_cannot_be_printed_are_refused_with_a_reason(
    visitor: Visitor, number: str, answer: str
) -> None:
    round_the_stall(visitor)
    visitor.fill(**copies(visitor, **{RUSHOLME: number, CENTRAL: number}))
    visitor.press("Make the pack")
    assert visitor.answer.status_code == 422
    assert answer in visitor.text
    assert visitor.values(f"copies-{RUSHOLME}") == [number]


def test_places_can_be_changed_without_typing_them_again(visitor: Visitor) -> None:
    round_the_stall(visitor).press("Change the places")
    assert visitor.values("districts") == ["M1, M13 and M14"]


def test_the_letters_are_about_what_was_chosen(visitor: Visitor) -> None:
    round_the_stall(visitor)
    chosen = {"concerns": ["charge"], "parts": ["letters"], "ask": "meet-a-group"}
    visitor.fill(**copies(visitor, **{RUSHOLME: "4"}), **chosen).press("Make the pack")
    assert all("£10,000" in page for page in pages(visitor))


def test_a_postcard_carries_the_message_as_typed_and_the_address(visitor: Visitor) -> None:
    message = "Please speak up. #panic() <b>& thank you</b>"
    visitor.open("/volunteers/postcards")
    visitor.fill(constituencies="Manchester Rusholme", message=message)
    front, back = pages(visitor.press("Make the postcards"))
    assert front.count(message) == 4
    assert back.count("Afzal Khan MP House of Commons London SW1A 0AA") == 4


def test_a_print_shop_gets_one_postcard_to_a_page(visitor: Visitor) -> None:
    visitor.open("/volunteers/postcards")
    visitor.fill(constituencies="Manchester Rusholme", message="Please speak up.")
    front, back = pages(visitor.press("Make them for a print shop"))
    assert (front.count("Please speak up."), back.count("Afzal Khan MP")) == (1, 1)
    with pymupdf.open(stream=visitor.answer.data) as document:
        assert document[0].trimbox.width / MM == pytest.approx(148, abs=0.1)


def test_a_message_that_is_too_long_is_kept_and_told(visitor: Visitor) -> None:
    visitor.open("/volunteers/postcards")
    visitor.fill(constituencies="Manchester Rusholme", message="word " * 100)
    visitor.press("Make the postcards")
    assert visitor.answer.status_code == 422
    assert "499 characters long, and a postcard holds 300" in visitor.text


def test_a_message_stands_in_no_log(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    visitor.open("/volunteers/postcards")
    visitor.fill(constituencies="Manchester Rusholme", message="quokkazebra")
    visitor.press("Make the postcards")
    assert "quokkazebra" not in caplog.text


def test_posters_come_in_two_sizes_and_four_designs(visitor: Visitor) -> None:
    visitor.open("/volunteers")
    links = [str(a["href"]) for a in visitor.page.select("a") if "poster.pdf" in str(a["href"])]
    assert len(links) == 16
    assert sum("bleed=1" in link for link in links) == 8
    for link in [link for link in links if "bleed" not in link] + links[2:4]:
        visitor.open(link)
        with pymupdf.open(stream=visitor.answer.data) as document:
            cut = document[0].trimbox.width / MM
            assert cut == pytest.approx(297 if "a3" in link else 210, abs=0.1)


def test_an_unknown_poster_is_not_found(client: FlaskClient) -> None:
    assert client.get("/volunteers/poster.pdf?design=9").status_code == 404


def test_without_an_address_the_page_says_why_posters_have_no_code(visitor: Visitor) -> None:
    assert "LETTERWRITER_SITE" in visitor.open("/volunteers").text


def test_with_an_address_posters_show_it() -> None:
    app = create_app(Settings(today=date(2026, 11, 22), site="https://letters.example.org"))
    visitor = Visitor(app.test_client()).open("/volunteers")
    assert "LETTERWRITER_SITE" not in visitor.text
    assert "letters.example.org" in pages(visitor.open("/volunteers/poster.pdf"))[0]


@pytest.mark.parametrize("site", ["letters.example.org", "https://example.org/" + "x" * 500])
def test_an_address_that_cannot_be_scanned_is_refused_at_the_start(site: str) -> None:
    with pytest.raises(BadSetting, match="LETTERWRITER_SITE"):
        Settings.from_environment({"LETTERWRITER_SITE": site})


def test_a_pack_says_when_the_press_is_busy_and_is_made_afterwards(
    app: Flask, visitor: Visitor
) -> None:
    round_the_stall(visitor)
    page = visitor.page
    with all_taken(app, SHEETS):
        assert visitor.press("Make the pack").answer.status_code == 503
    visitor.page = page
    assert visitor.fill(parts=["tally"]).press("Make the pack").answer.status_code == 200
