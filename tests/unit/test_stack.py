"""From rows to letters in order of MP, and what is said of rows that make none."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from letterwriter.domain.parliament import Role
from letterwriter.domain.rows import Row, Trouble, named, sender
from letterwriter.domain.stack import Sorter, Stack
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.sources.campaigns import load_campaign
from letterwriter.sources.members import load_parliament
from letterwriter.sources.postcodes import PostcodeTable
from letterwriter.sources.stack_words import reason
from letterwriter.sources.words import words as words_of

TODAY = date(2026, 11, 22)
TABLE = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")


@pytest.fixture(scope="module")
def sorter() -> Sorter:
    table = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
    return Sorter(
        PARLIAMENT, table, load_campaign(CAMPAIGNS / "restoring-order-and-control"), TODAY
    )


AMINA = Row(2, name="Amina Yusuf", address="1 High Street, Manchester", postcode="m14 5tp")


def row(line: int = 2, **values: str) -> Row:
    return replace(AMINA, line=line, **values)  # type: ignore[arg-type]  # only texts


def said(stack: Stack) -> str:
    """The one reason that is given."""
    ((_, bad),) = stack.bad
    words = reason(bad, PARLIAMENT)
    assert "{" not in words
    return words


def test_a_row_makes_the_letter_that_its_person_would_make(sorter: Sorter) -> None:
    story = "My neighbour waited three years."
    stack = sorter.sort(
        [
            row(
                story=story,
                concerns="thirty-months; twenty-years",
                ask="write-for-me",
                email="a@b.org",
            )
        ]
    )
    (pile,) = stack.piles
    (letter,) = sorter.letters(pile, Random(1))
    assert letter.sender == ("Amina Yusuf", "1 High Street", "Manchester", "M14 5TP", "a@b.org")
    assert letter.recipient[0] == "Afzal Khan MP"
    assert [p.id for p in letter.paragraphs] == [
        "member", "", "thirty-months", "twenty-years", "write-for-me", "email"
    ]  # fmt: skip
    assert story in letter.body


def test_concerns_and_ask_are_chosen_for_a_row_that_names_none(sorter: Sorter) -> None:
    (pile,) = sorter.sort([row()]).piles
    (order,) = pile.orders
    assert len(order.answers.concern_ids) == 2
    assert order.answers.ask_id


def test_piles_come_in_the_order_of_surnames_and_letters_in_that_of_the_list(
    sorter: Sorter,
) -> None:
    codes = ["M14 5TP", "SW1A 1AA", "M1 1AE", "LS1 4DY", "M14 5TP"]
    rows = [row(i, name=f"Person {i}", postcode=code) for i, code in enumerate(codes, 2)]
    stack = sorter.sort(rows)
    surnames = [pile.to.member.name.split()[-1] for pile in stack.piles]
    assert surnames == sorted(surnames)
    assert stack.count == 5
    lines = {pile.to.member.name: [o.row.line for o in pile.orders] for pile in stack.piles}
    assert lines["Afzal Khan"] == [2, 6]


def test_good_rows_make_letters_though_others_are_bad(sorter: Sorter) -> None:
    stack = sorter.sort([row(2), row(3, name=""), row(4, name="B"), row(5, name="C", postcode="")])
    assert stack.count == 2
    assert [bad.line for bad, _ in stack.bad] == [3, 5]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": " "}, "There is no name"),
        ({"name": "x" * 121}, "longer than 120"),
        ({"address": " , "}, "There is no address"),
        ({"address": "x" * 401}, "longer than 400"),
        ({"postcode": ""}, "There is no postcode"),
        ({"postcode": "Manchester"}, "A postcode has numbers"),
        ({"postcode": "M14"}, "whole postcode"),
        ({"postcode": "ZZ1 1AA"}, "No UK postcode begins"),
        ({"postcode": "JE2 3AB"}, "Jersey does not elect"),
        ({"postcode": "JE2 3AB", "constituency": "Manchester Rusholme"}, "Jersey"),
        ({"postcode": "BT1 1AA"}, "Northern Ireland"),
        ({"constituency": "Atlantis"}, "no constituency called “Atlantis”"),
        ({"constituency": "Leeds South"}, "this postcode is in Manchester Rusholme"),
        ({"concerns": "thirty-months, potholes"}, "“potholes” is not one of our concerns"),
        ({"concerns": "thirty-months;charge;delay;support"}, "more than 3 concerns"),
        ({"ask": "Sing"}, "“Sing” is not one of the things"),
        ({"story": "x" * 4001}, "longer than 4,000"),
        ({"email": "amina at example"}, "not an email address"),
    ],
)
def test_what_keeps_a_row_from_being_a_letter_is_told(
    sorter: Sorter, values: dict[str, str], words: str
) -> None:
    assert words in said(sorter.sort([row(2, **values)]))


def test_a_row_whose_cells_have_moved_is_told(sorter: Sorter) -> None:
    assert "more cells than there are headings" in said(
        sorter.sort([Row(2, name="A", address="1", postcode="M1 1AE", ragged=True)])
    )


def test_an_ask_that_does_not_fit_the_members_office_is_told(sorter: Sorter) -> None:
    seat = PARLIAMENT.holder(Role.PRIME_MINISTER)
    assert seat is not None
    assert seat.member is not None
    home = next(str(postcode) for postcode, code in TABLE if code == seat.constituency.code)
    words = said(sorter.sort([row(postcode=home, ask="tell-me-your-vote")]))
    assert f"“tell-me-your-vote” cannot be asked of {seat.member.name}" in words


def test_where_a_sector_is_split_the_constituencies_are_named_and_one_can_be_given(
    sorter: Sorter,
) -> None:
    known = {str(postcode): postcode for postcode, _ in TABLE if postcode.outward == "M14"}
    split = next(postcode for postcode in known.values() if len(TABLE.in_sector(postcode)) > 1)
    units = (f"{a}{b}" for a in "ABDEFGH" for b in "ABDEFGH")
    unknown = next(f"{split.sector}{u}" for u in units if f"{split.sector}{u}" not in known)
    words = said(sorter.sort([row(postcode=unknown)]))
    first = PARLIAMENT[TABLE.in_sector(split)[0]].constituency
    assert f"We do not know {unknown}" in words
    assert first.name in words
    for chosen in (first.name, first.name.upper(), first.code.lower()):
        (pile,) = sorter.sort([row(postcode=unknown, constituency=chosen)]).piles
        assert pile.to.constituency == first


def test_in_northern_ireland_the_list_says_the_constituency(sorter: Sorter) -> None:
    (pile,) = sorter.sort(
        [row(postcode="BT1 1AA", constituency="Belfast South and Mid Down")]
    ).piles
    assert pile.to.constituency.country.value == "Northern Ireland"


def test_the_same_person_twice_gets_one_letter(sorter: Sorter) -> None:
    stack = sorter.sort([row(2), row(3, name="AMINA  YUSUF", postcode="M145TP"), row(4, name="B")])
    assert stack.count == 2
    assert "already on line 2" in said(stack)


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("1 High Street, Manchester", ("1 High Street", "Manchester")),
        ("14, High Street,, Leeds,", ("14 High Street", "Leeds")),
        ("Flat 2\n3a\nMill Lane", ("Flat 2", "3a Mill Lane")),
        ("1 High Street, Manchester M14 5TP", ("1 High Street", "Manchester")),
        ("1 High Street, M145TP", ("1 High Street",)),
    ],
)
def test_an_address_is_set_in_lines_without_its_postcode(
    address: str, lines: tuple[str, ...]
) -> None:
    assert sender(row(address=address)).address == lines


def test_a_postcode_at_the_end_of_the_address_serves_where_its_column_is_empty() -> None:
    assert sender(row(address="1 High Street, Leeds LS1 4DY", postcode="")).postcode == "LS1 4DY"


def test_the_first_nought_that_spreadsheets_take_from_a_phone_number_is_put_back() -> None:
    assert sender(row(phone="7700900123")).phone == "07700900123"
    assert sender(row(phone="0161 496 0000")).phone == "0161 496 0000"


def test_choices_are_named_by_id_or_by_label_even_one_with_commas() -> None:
    labels = {"fair": "Fair hearings, and appeals", "safe": "Safe routes"}
    assert named("FAIR HEARINGS and appeals; safe", labels) == ("fair", "safe")
    assert named("Fair hearings, and appeals", labels) == ("fair",)
    assert named("safe, fair, safe", labels) == ("safe", "fair")
    assert named(" ", labels) == ()


def test_every_trouble_has_its_words() -> None:
    assert {t.value for t in Trouble} - {"postcode"} <= words_of("stack").keys()
