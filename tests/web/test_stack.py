"""A list goes up, its letters come down, and nothing of it stays."""

import logging
import tempfile
from io import BytesIO

import pymupdf
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from letterwriter.campaigns.paper import Layout
from letterwriter.mailmerge.lists import MOST_BYTES
from letterwriter.tallies.reading import read_tally
from letterwriter.tallies.tally import TallyKind
from letterwriter.web.bounded_work import LISTS
from tests.unit.documents.paper import read, sheets
from tests.unit.mailmerge.workbook_files import SAVED
from tests.unit.tallies.counting import parliament
from tests.web.places import all_taken
from tests.web.test_privacy import MARKER, PLACES, readable, times
from tests.web.visitor import Visitor

HEADINGS = "Name,Address,Postcode,Concerns,Story\n"
GOOD = "Amina Yusuf,1 High Street,M14 5TP,,I teach.\nSiân,2 High Street,LS1 4DY,,\n"
BAD = "Zoë,,M1 1AE,,\n=1+1,3 High Street,M1 1AE,potholes,\n"
START = "/volunteers/stack"


def post(client: FlaskClient, path: str, **data: object) -> TestResponse:
    """Send a form as a browser does; by itself the test client puts long ones on the disk."""
    boundary, body = encode_multipart(data)
    kind = f"multipart/form-data; boundary={boundary}"
    return client.post(START + path, data=body, content_type=kind)


def file(content: str | bytes, name: str = "list.csv") -> FileStorage:
    return FileStorage(BytesIO(content.encode() if isinstance(content, str) else content), name)


def bring(visitor: Visitor, text: str | bytes, name: str = "list.csv") -> Visitor:
    """Choose a file on the first page and press its button."""
    visitor.open(START)
    assert visitor.page.select_one(f"form[action='{START}'][enctype='multipart/form-data'] #list")
    return visitor._came(post(visitor._client, "", list=file(text, name)))


def carried(visitor: Visitor) -> str:
    return visitor.values("people")[0]


def test_a_list_is_previewed_and_its_letters_come_in_order_of_mp(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD)
    assert "2 letters to 2 MPs can be printed" in visitor.text
    piles = visitor.text.partition("Letters by MP")[2]
    assert piles.index("Hilary Benn") < piles.index("Afzal Khan")
    visitor.press("Make the letters")
    assert visitor.answer.mimetype == "application/pdf"
    assert "attachment" in visitor.answer.headers["Content-Disposition"]
    assert len(sheets(visitor.answer.data)) == 1 + 2 + 2
    assert "Iteach." in read(visitor.answer.data)


def test_bad_rows_are_told_by_line_and_good_ones_print_all_the_same(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + BAD + GOOD)
    assert "2 rows need mending first" in visitor.text
    assert "Line 2, Zoë. There is no address." in visitor.text
    assert "Line 3, =1+1. “potholes” is not one of our concerns" in visitor.text
    assert len(sheets(visitor.press("Make the letters").answer.data)) == 5


@pytest.mark.parametrize("name", ["people.ods", "people.xls"])
def test_a_spreadsheet_is_previewed_with_how_many_rows_are_hidden_in_it(
    visitor: Visitor, name: str
) -> None:
    bring(visitor, (SAVED / name).read_bytes(), name)
    assert "We read 3 rows. 2 more are hidden or filtered out in your spreadsheet" in visitor.text
    bring(visitor, HEADINGS + GOOD)
    assert "filtered out" not in visitor.text


def test_the_bad_rows_come_as_a_list_that_can_be_mended_and_brought_again(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD + BAD).press("Save these rows as a list")
    assert visitor.answer.mimetype == "text/csv"
    text = visitor.answer.data.decode("utf-8-sig")
    assert '"\'=1+1"' in text
    assert "Amina" not in text
    mended = text.replace("potholes", "").replace('"Zoë",""', '"Zoë","4 High Street"')
    bring(visitor, mended)
    assert "2 letters to 1 MP can be printed" in visitor.text


def test_a_list_without_a_good_row_offers_no_letters(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + BAD)
    assert "None makes a letter yet" in visitor.text
    assert "Make the letters" not in visitor.text


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("", 422, "This file is empty"),
        ("Dear MP", 422, "could not find the headings"),
        (HEADINGS, 422, "no people under them"),
        ("x" * (MOST_BYTES + 1), 422, "larger than 5 MB"),
        ("x" * (MOST_BYTES + 2 * 1024 * 1024), 413, "larger than 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained_beside_its_field(
    visitor: Visitor, text: str, status: int, words: str
) -> None:
    bring(visitor, text)
    assert visitor.answer.status_code == status
    assert visitor.title.startswith("Error: ")
    field = visitor.page.select_one("#list-error")
    assert field is not None
    assert words in field.text


def test_pressing_without_a_file_asks_for_one(client: FlaskClient) -> None:
    answer = post(client, "", list=file("", ""))
    assert answer.status_code == 422
    assert "Choose your list first" in answer.text


def test_letters_begin_on_the_page_as_they_will_on_paper(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD)
    first = visitor.page.select(".sheet")[0]
    assert [line for part in first.find_all("p") for line in part.text.split("\n")][:3] == [
        "Amina Yusuf", "1 High Street", "M14 5TP"
    ]  # fmt: skip
    assert "Dear Afzal Khan," in first.text


def test_doubtful_rows_are_left_out_until_they_are_ticked(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD + "Amina Yusuf,1 High St,M14 5TP,,\n")
    assert "1 row is doubtful" in visitor.text
    assert "Line 4, Amina Yusuf. This person seems to be on line 2 already." in visitor.text
    page = visitor.page
    assert len(sheets(visitor.press("Make the letters").answer.data)) == 1 + 2 + 2
    visitor.page = page
    assert len(sheets(visitor.fill(right=["3"]).press("Make the letters").answer.data)) == 1 + 2 + 3


def test_rows_that_were_ticked_stay_so_when_the_list_is_read_again(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD + "Amina Yusuf,1 High St,M14 5TP,,\n")
    visitor.fill(right=["3"], layout="dl").press("Read my list with these columns")
    assert (visitor.values("right"), visitor.values("layout")) == (["3"], ["dl"])
    assert len(sheets(visitor.press("Make the letters").answer.data)) == 1 + 2 + 3


def test_where_all_rows_are_doubtful_and_none_is_ticked_the_page_says_what_to_do(
    visitor: Visitor,
) -> None:
    bring(visitor, HEADINGS + '"Yusuf, Amina",1 High Street,M14 5TP,,\n').press("Make the letters")
    assert visitor.answer.status_code == 422
    assert "Tick the doubtful rows that are right" in visitor.text


UNKNOWN = "Nom,Where to write,Code,Shoe size\nAmina Yusuf,1 High Street,M14 5TP,43\n"


def test_where_it_cannot_tell_the_page_asks_which_column_is_which(visitor: Visitor) -> None:
    bring(visitor, UNKNOWN)
    assert visitor.title.startswith("Which column is which?")
    assert "Such as “1 High Street”" in visitor.text
    assert "Make the letters" not in visitor.text
    said = ["Nom=name", "Where to write=address", "Code=postcode", "Shoe size=ignore"]
    visitor.fill(column=said).press("Read my list with these columns")
    assert "1 letter to 1 MP can be printed" in visitor.text
    assert sorted(visitor.values("column")) == sorted(said)
    assert len(sheets(visitor.press("Make the letters").answer.data)) == 3


def test_a_column_that_is_changed_last_is_looked_at_before_letters_are_made(
    visitor: Visitor,
) -> None:
    bring(visitor, HEADINGS + GOOD)
    said = [*visitor.values("column")[:3], "Concerns=ignore", "Story=ignore"]
    visitor.fill(column=said).press("Make the letters")
    assert visitor.answer.status_code == 422
    assert "your list is read again. Look at it once more" in visitor.text
    assert "We did not use these columns: Concerns, Story" in visitor.text
    assert len(sheets(visitor.press("Make the letters").answer.data)) == 5


@pytest.mark.parametrize("layout", [*Layout])
def test_letters_of_a_list_fit_the_campaigns_envelope_or_the_one_that_is_chosen(
    visitor: Visitor, layout: Layout
) -> None:
    bring(visitor, HEADINGS + GOOD)
    assert visitor.values("layout") == ["c5"]
    pdf = visitor.fill(layout=layout.value).press("Make the letters").answer.data
    with pymupdf.open(stream=pdf) as document:
        tops = [word[1] for word in document[2].get_text("words") if word[4] == "Hilary"]
    assert min(tops) * 25.4 / 72 >= layout.window.top
    assert (min(tops) * 25.4 / 72 > Layout.DL.window.top) == (layout is Layout.DL)


def test_two_thousand_people_with_stories_pass_from_page_to_page(visitor: Visitor) -> None:
    story = 'I teach; and "learn", too. ' * 80
    rows = "".join(
        f'P{n},{n} High Street,M14 5TP,,"{story.replace(chr(34), chr(34) * 2)}"\n'
        for n in range(2000)
    )
    bring(visitor, HEADINGS + rows)
    assert "2,000 letters to 1 MP can be printed" in visitor.text
    assert len(carried(visitor)) > 4_000_000
    answer = post(visitor._client, "/to-mend.csv", people=carried(visitor))
    assert answer.status_code == 200
    assert answer.data.count(b"\n") == 1, "headings and no row"


def test_a_list_gives_a_tally_of_what_it_prints(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD)
    answer = post(visitor._client, "/tally.jsonl", people=carried(visitor))
    tally = read_tally(answer.text.strip(), parliament())
    assert tally.kind is TallyKind.PRINTED_AHEAD
    printed = {code: counts.letters for (_, code), counts in tally.rows.items()}
    assert printed == {"E14001323": 1, "E14001353": 1}


def test_other_pages_take_no_longer_requests_than_before(client: FlaskClient) -> None:
    assert client.post("/find", data={"postcode": "x" * 70_000}).status_code == 413


def test_both_templates_can_be_saved(client: FlaskClient) -> None:
    text = client.get(f"{START}/template.csv")
    assert text.data.decode("utf-8-sig").startswith('"Name","Address","Postcode"')
    book = client.get(f"{START}/template.xlsx")
    assert book.data.startswith(b"PK")
    answer = post(client, "", list=file(book.data, "my-list.xlsx"))
    assert "no people under them" in answer.text


def test_the_page_tells_what_can_be_chosen(visitor: Visitor) -> None:
    visitor.open(START)
    assert "Refugee families kept apart" in visitor.text
    assert "Write to the Home Secretary for me" in visitor.text
    assert "{" not in visitor.text


def test_while_another_stack_is_made_one_is_asked_to_come_back(
    app: Flask, visitor: Visitor
) -> None:
    bring(visitor, HEADINGS + GOOD)
    with all_taken(app, LISTS):
        visitor.press("Make the letters")
    assert visitor.answer.status_code == 503
    assert visitor.answer.headers["Retry-After"]


def test_nothing_of_a_list_touches_the_disk_a_log_a_cookie_or_an_address(
    visitor: Visitor,
    client: FlaskClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was asked for")

    for name in ("SpooledTemporaryFile", "TemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refused)
    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", refused)
    caplog.set_level(logging.DEBUG)
    before = {path: times(path) for path in PLACES}
    story = f"{MARKER} " * 200
    rows = "".join(f"{MARKER} {n},1 High Street,M14 5TP,,{story}\n" for n in range(400))
    bring(visitor, f"{HEADINGS}{rows}{MARKER},,,{MARKER},\n", f"{MARKER}.csv")
    assert len(rows) > 600_000, "more than would stay in memory by itself"
    answers = [visitor.answer]
    paths = ("/to-mend.csv", "/letters.pdf", "/tally.jsonl")
    answers += [post(client, path, people=carried(visitor)) for path in paths]
    bring(visitor, f"{MARKER}\n{MARKER}")
    answers.append(visitor.answer)
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 422]
    for answer in answers:
        assert MARKER not in str(answer.headers)
        assert MARKER not in answer.request.path + str(answer.request.query_string)
        assert answer.headers["Cache-Control"] == "no-store"
    assert not client._cookies
    assert MARKER not in caplog.text
    assert MARKER not in answers[-1].text
    changed = [f for path in PLACES for f in times(path).items() - before[path].items()]
    assert not [path for path, _ in changed if MARKER.encode() in readable(path)]
