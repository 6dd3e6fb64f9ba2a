from bisect import bisect
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from letterwriter.documents import links
from letterwriter.documents.text import email_body
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.documents.shared_letters import MAIL_CASES

TO = clean("afzal.khan.mp@parliament.uk")
SUBJECT = clean("Asylum: a plea & a question? 100% mine")
LETTER = Letter(
    sender=lines("Zoë Łukasz", "1 Tŷ Gwyn", "M14 5TP"),
    date=clean("2 March 2026"),
    recipient=lines("Afzal Khan MP"),
    salutation=clean("Dear Afzal Khan"),
    paragraphs=(Paragraph(Kind.STORY, clean("50% of us + you & me = #1?\n\nYes: “ḥ” سلام")),),
    close=clean("Yours sincerely"),
    name=clean("Zoë Łukasz"),
)
Program = Callable[[Letter, CleanText, CleanText], links.MailLink]
PROGRAMS: tuple[Program, ...] = (links.mailto, links.gmail, links.outlook)


def fields(href: str) -> dict[str, str]:
    """The fields of an address, read without taking "+" for a space, as mail programs do."""
    query = urlsplit(href).query.replace("+", "%2B")
    return {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}


def wordy(words: int) -> Letter:
    return replace(LETTER, paragraphs=(Paragraph(Kind.STORY, clean("word " * words)),))


@pytest.mark.parametrize("case", MAIL_CASES, ids=lambda case: case["name"])
def test_the_whole_address_is_as_agreed(case: dict[str, str]) -> None:
    letter = replace(LETTER, paragraphs=(Paragraph(Kind.STORY, clean(case["text"])),))
    mail = (letter, clean(case["to"]), clean(case["subject"]))
    assert links.mailto(*mail).href == case["mailto"]
    assert links.gmail(*mail).href == case["gmail"]
    assert links.outlook(*mail).href == case["outlook"]
    assert links.outlook(*mail, work=True).href == case["work"]


def test_mailto_opens_with_address_subject_and_the_whole_letter() -> None:
    link = links.mailto(LETTER, TO, SUBJECT)
    assert link.has_body
    assert link.href.startswith(f"mailto:{TO}?subject=Asylum%3A%20a%20plea%20%26%20a")
    assert fields(link.href)["subject"] == SUBJECT
    assert fields(link.href)["body"].replace("\r\n", "\n") + "\n" == email_body(LETTER)


def test_gmail_and_outlook_open_with_the_same_words() -> None:
    gmail = fields(links.gmail(LETTER, TO, SUBJECT).href)
    outlook = fields(links.outlook(LETTER, TO, SUBJECT).href)
    assert gmail["to"] == outlook["to"] == TO
    assert gmail["su"] == outlook["subject"] == SUBJECT
    assert gmail["body"] == outlook["body"] == email_body(LETTER).strip().replace("\n", "\r\n")


def test_outlook_knows_accounts_of_one_s_own_and_of_work() -> None:
    assert urlsplit(links.outlook(LETTER, TO, SUBJECT).href).netloc == "outlook.live.com"
    work = links.outlook(LETTER, TO, SUBJECT, work=True)
    assert urlsplit(work.href).netloc == "outlook.office.com"


@pytest.mark.parametrize("program", PROGRAMS)
def test_line_ends_and_spaces_are_encoded_as_rfc_6068_says(program: Program) -> None:
    href = program(LETTER, TO, SUBJECT).href
    assert "%0D%0A" in href
    assert "+" not in href
    assert "%0A" not in href.replace("%0D%0A", "")
    assert href.isascii()
    assert not set(' "<>#') & set(href)


@pytest.mark.parametrize(
    ("program", "limit"), [(links.mailto, 1_900), (links.gmail, 6_000), (links.outlook, 1_900)]
)
def test_a_letter_goes_along_whole_up_to_the_limit_and_not_at_all_beyond(
    program: Program, limit: int
) -> None:
    sizes = range(2_000)
    longest = bisect(sizes, 0, key=lambda n: int(not program(wordy(n), TO, SUBJECT).has_body)) - 1
    assert limit - 10 < len(program(wordy(longest), TO, SUBJECT).href) <= limit
    beyond = program(wordy(longest + 1), TO, SUBJECT)
    assert "body=" not in beyond.href
    assert "Asylum%3A" in beyond.href


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_email_on_record_leaves_the_address_open(program: Program) -> None:
    link = program(LETTER, clean(""), SUBJECT)
    assert link.has_body
    assert TO not in unquote(link.href)


def test_no_email_on_record_still_makes_an_address_of_a_mail() -> None:
    assert links.mailto(LETTER, clean(""), SUBJECT).href.startswith("mailto:?subject=")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_subject_cannot_smuggle_in_another_header(program: Program) -> None:
    href = program(wordy(2_000), TO, clean("Hello\r\nBcc: someone@example.org&bcc=x")).href
    assert "%0A" not in href
    assert "&bcc=" not in href
