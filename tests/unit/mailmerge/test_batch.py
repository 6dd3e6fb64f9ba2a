"""From rows to letters in order of MP, and what is said of rows that make none."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from letterwriter.campaigns.loading import load_campaign
from letterwriter.files.messages import messages
from letterwriter.letters.letter import Kind
from letterwriter.mailmerge.batch import Batch, MailMerge
from letterwriter.mailmerge.messages import reason, remark_words
from letterwriter.mailmerge.rows import Note, Row, RowDoubt, Trouble, named, sender
from letterwriter.parliament.members import Role
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.postcodes.lookup import Reason
from letterwriter.postcodes.postcode import Mistake
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.text.cleaning import clean

TODAY = date(2026, 11, 22)
TABLE = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")

NOT_OF_BAD_ROWS = {  # they give letters, or have another reason, or are never asked for
    Reason.FOUND,
    Reason.ENDED,
    Reason.UNKNOWN_UNIT,
    Reason.SPLIT_SECTOR,
    Reason.UNKNOWN_SECTOR,
    Reason.NORTHERN_IRELAND,
    Reason.SECOND_OPINION,
}


@pytest.fixture(scope="module")
def mail_merge() -> MailMerge:
    table = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
    return MailMerge(
        PARLIAMENT, table, load_campaign(CAMPAIGNS / "restoring-order-and-control"), TODAY
    )


AMINA = Row(
    2,
    name=clean("Amina Yusuf"),
    address=clean("1 High Street, Manchester"),
    postcode=clean("m14 5tp"),
)


def row(line: int = 2, **values: str) -> Row:
    return replace(AMINA, line=line, **values)  # type: ignore[arg-type]  # only texts


def said(stack: Batch) -> str:
    """The one reason that is given."""
    ((_, bad),) = stack.bad
    words = reason(bad, PARLIAMENT)
    assert "{" not in words
    return words


def test_a_row_makes_the_letter_that_its_person_would_make(mail_merge: MailMerge) -> None:
    story = "My neighbour waited three years."
    stack = mail_merge.sort(
        [
            row(
                story=story,
                concerns="thirty-months; twenty-years",
                ask="write-for-me",
                email="a@b.org",
            )
        ]
    )
    (batch,) = stack.by_member
    (letter,) = mail_merge.letters(batch, Random(1))
    assert letter.sender == ("Amina Yusuf", "1 High Street", "Manchester", "M14 5TP", "a@b.org")
    assert letter.recipient[0] == "Afzal Khan MP"
    assert [p.id for p in letter.paragraphs] == [
        "member", "", "thirty-months", "twenty-years", "write-for-me", "email"
    ]  # fmt: skip
    assert story in letter.body


def test_why_goes_to_the_first_concern_that_a_row_names(mail_merge: MailMerge) -> None:
    because = row(concerns="thirty-months; twenty-years", why="My neighbour\n waits")
    (batch,) = mail_merge.sort([because]).by_member
    (letter,) = mail_merge.letters(batch, Random(1))
    first, second = (p for p in letter.paragraphs if p.kind is Kind.CONCERN)
    assert first.id == "thirty-months"
    assert first.text == f"My neighbour waits. {first.template}"
    assert second.text == second.template


def test_concerns_and_ask_are_chosen_for_a_row_that_names_none(mail_merge: MailMerge) -> None:
    (batch,) = mail_merge.sort([row()]).by_member
    (request,) = batch.requests
    assert len(request.answers.concern_ids) == 2
    assert request.answers.ask_id


def test_piles_come_in_the_order_of_surnames_and_letters_in_that_of_the_list(
    mail_merge: MailMerge,
) -> None:
    codes = ["M14 5TP", "SW1A 1AA", "M1 1AE", "LS1 4DY", "M14 5TP"]
    rows = [row(i, name=f"Person {i}", postcode=code) for i, code in enumerate(codes, 2)]
    stack = mail_merge.sort(rows)
    surnames = [batch.to.member.name.split()[-1] for batch in stack.by_member]
    assert surnames == sorted(surnames)
    assert stack.count == 5
    lines = {
        batch.to.member.name: [o.row.line for o in batch.requests] for batch in stack.by_member
    }
    assert lines["Afzal Khan"] == [2, 6]


def test_good_rows_make_letters_though_others_are_bad(mail_merge: MailMerge) -> None:
    stack = mail_merge.sort(
        [row(2), row(3, name=""), row(4, name="B"), row(5, name="C", postcode="")]
    )
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
        ({"concerns": "delay", "why": "x" * 301}, "longer than 300"),
        ({"why": "My neighbour waits"}, "names no concern"),
        ({"concerns": "; ", "why": "My neighbour waits"}, "names no concern"),
    ],
)
def test_what_keeps_a_row_from_being_a_letter_is_told(
    mail_merge: MailMerge, values: dict[str, str], words: str
) -> None:
    assert words in said(mail_merge.sort([row(2, **values)]))


def test_a_row_whose_cells_have_moved_is_told(mail_merge: MailMerge) -> None:
    assert "more cells than there are headings" in said(
        mail_merge.sort(
            [Row(2, name=clean("A"), address=clean("1"), postcode=clean("M1 1AE"), ragged=True)]
        )
    )


def test_an_ask_that_does_not_fit_the_members_office_is_told(mail_merge: MailMerge) -> None:
    seat = PARLIAMENT.holder(Role.PRIME_MINISTER)
    assert seat is not None
    assert seat.member is not None
    home = next(str(postcode) for postcode, code in TABLE if code == seat.constituency.code)
    words = said(mail_merge.sort([row(postcode=home, ask="tell-me-your-vote")]))
    assert f"“tell-me-your-vote” cannot be asked of {seat.member.name}" in words


def test_where_a_sector_is_split_the_constituencies_are_named_and_one_can_be_given(
    mail_merge: MailMerge,
) -> None:
    known = {str(postcode): postcode for postcode, _ in TABLE if postcode.outward == "M14"}
    split = next(postcode for postcode in known.values() if len(TABLE.in_sector(postcode)) > 1)
    units = (f"{a}{b}" for a in "ABDEFGH" for b in "ABDEFGH")
    unknown = next(f"{split.sector}{u}" for u in units if f"{split.sector}{u}" not in known)
    words = said(mail_merge.sort([row(postcode=unknown)]))
    first = PARLIAMENT[TABLE.in_sector(split)[0]].constituency
    assert f"We do not know {unknown}" in words
    assert first.name in words
    for chosen in (first.name, first.name.upper(), first.code.lower()):
        (batch,) = mail_merge.sort([row(postcode=unknown, constituency=chosen)]).by_member
        assert batch.to.constituency == first


def test_a_postcode_that_lies_elsewhere_than_the_row_says_is_a_doubt_by_line(
    mail_merge: MailMerge,
) -> None:
    withington = PARLIAMENT["E14001354"].constituency.name
    rows = [row(3, constituency=withington), row(2, name="B")]
    stack = mail_merge.sort(rows)
    (doubt,) = stack.doubtful
    assert doubt.row.line == 3
    (words,) = map(remark_words, doubt.doubts)
    assert f"this letter goes to the MP for {withington}" in words
    assert stack.count == 1


def test_a_postcode_cell_may_hold_more_than_the_postcode(mail_merge: MailMerge) -> None:
    (batch,) = mail_merge.sort([row(postcode="home: M14 5TP (flat)")]).by_member
    assert batch.requests[0].answers.sender.postcode == "M14 5TP"


def test_in_northern_ireland_the_list_says_the_constituency(mail_merge: MailMerge) -> None:
    (batch,) = mail_merge.sort(
        [row(postcode="BT1 1AA", constituency="Belfast South and Mid Down")]
    ).by_member
    assert batch.to.constituency.country.value == "Northern Ireland"


@pytest.mark.parametrize(
    "later",
    [
        {"name": "AMINA  YUSUF", "postcode": "M145TP"},
        {"name": "Ms Amina Yusuf", "address": "1 High St"},
        {"name": "Amina Yusúf", "address": "Flat 2, 1 High Street, Manchester"},
        {"address": "The flat, 1 HIGH ST., Fallowfield"},
    ],
)
def test_the_same_person_twice_is_held_back_until_it_is_said_to_be_right(
    mail_merge: MailMerge, later: dict[str, str]
) -> None:
    rows = [row(2), replace(row(3, **later), number=2), row(4, name="B")]
    stack = mail_merge.sort(rows)
    assert stack.count == 2
    (held,) = stack.doubtful
    assert "on line 2 already" in remark_words(held.doubts[0])
    assert mail_merge.sort(rows, lambda one: one.number == 2).count == 3


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Omar Yusuf"},
        {"address": "3 High Street"},
        {"address": "11 High Street"},
        {"postcode": "M14 5TQ"},
    ],
)
def test_others_of_a_name_or_an_address_are_no_doubt(
    mail_merge: MailMerge, other: dict[str, str]
) -> None:
    assert not mail_merge.sort([row(2), row(3, **other)]).doubtful


def test_a_house_without_a_number_is_known_by_its_first_line(mail_merge: MailMerge) -> None:
    rose, again, other = (
        row(line, address=address)
        for line, address in enumerate(
            ("Rose Cottage, Mill Ln", "rose cottage, Mill Lane", "Oak Cottage, Mill Lane"), 2
        )
    )
    assert [one.row.line for one in mail_merge.sort([rose, other, again]).doubtful] == [3]


def test_two_peoples_names_print_as_typed_and_are_said_by_line(mail_merge: MailMerge) -> None:
    for name in ("Amina and Omar Yusuf", "Mr & Mrs Yusuf", "Amina/Omar Yusuf"):
        (one,) = mail_merge.sort([row(2, name=name)]).requests
        assert one.answers.sender.name == name
        assert "looks like two people" in remark_words(one.notes[0])
    assert not mail_merge.sort([row(2, name="Anderson Andrews")]).requests[0].notes


def test_a_name_with_a_comma_and_a_guessed_mp_are_doubts(mail_merge: MailMerge) -> None:
    known = {str(postcode) for postcode, _ in TABLE}
    whole = next(p for p, _ in TABLE if len(TABLE.in_sector(p)) == 1 and p.outward == "M14")
    unknown = next(
        f"{whole.sector}{a}{b}"
        for a in "ABDEFGH"
        for b in "ABDEFGH"
        if f"{whole.sector}{a}{b}" not in known
    )
    stack = mail_merge.sort([row(2, name="Yusuf, Amina"), row(3, name="B", postcode=unknown)])
    comma, guess = (remark_words(one.doubts[0]) for one in stack.doubtful)
    assert "printed with its comma" in comma
    assert "best guess of the constituency is Manchester Withington" in guess


def test_a_postcode_that_was_read_from_other_letters_is_shown(mail_merge: MailMerge) -> None:
    one, plain = mail_merge.sort(
        [row(2, postcode="MI4 5TP"), row(3, name="B", postcode="M14 5TP, UK")]
    ).requests
    assert remark_words(one.notes[0]).endswith("“MI4 5TP” in your list. We read it as M14 5TP.")
    assert not plain.notes


@pytest.mark.parametrize("reason_why", [*Mistake, *Reason])
def test_what_is_wrong_with_a_postcode_is_said_to_whoever_has_the_list(
    reason_why: Reason | Mistake,
) -> None:
    told = messages("stack").get(f"postcode-{reason_why}", "")
    assert "your postcode" not in told
    assert told or reason_why in NOT_OF_BAD_ROWS


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


def test_choices_are_named_by_id_or_by_label_even_one_with_commas() -> None:
    labels = {"fair": "Fair hearings, and appeals", "safe": "Safe routes"}
    assert named(clean("FAIR HEARINGS and appeals; safe"), labels) == ("fair", "safe")
    assert named(clean("Fair hearings, and appeals"), labels) == ("fair",)
    assert named(clean("safe, fair, safe"), labels) == ("safe", "fair")
    assert named(clean(" "), labels) == ()


def test_every_trouble_has_its_words() -> None:
    words = messages("stack").keys()
    assert {t.value for t in Trouble} - {"postcode"} <= words
    assert {f"doubt-{d}" for d in RowDoubt} | {f"note-{n}" for n in Note} <= words
