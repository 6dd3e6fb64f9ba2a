"""A letter as a draft email: what a mail program reads out of the file."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from letterwriter.documents.eml import as_eml
from letterwriter.documents.text import email_body
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.cleaning import clean
from tests.unit.documents.shared_letters import MAIL_CASES
from tests.unit.documents.test_links import LETTER, SUBJECT, TO

LONG = "Zoë 😀 سلام " * 12


def story(text: str) -> Letter:
    return LETTER.with_paragraphs((Paragraph(Kind.STORY, clean(text)),))


def read(draft: bytes) -> EmailMessage:
    return message_from_bytes(draft, policy=default)


def words_of(draft: EmailMessage) -> str:
    text: str = draft.get_content()
    return text.replace("\r\n", "\n")


def test_a_mail_program_finds_the_address_the_subject_and_every_word() -> None:
    draft = read(as_eml(LETTER, TO, SUBJECT))
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == TO
    assert draft["Subject"] == SUBJECT
    assert draft.get_content_type() == "text/plain"
    assert words_of(draft) == email_body(LETTER)
    assert not draft.defects


@pytest.mark.parametrize("case", MAIL_CASES, ids=lambda case: case["name"])
def test_awkward_words_come_through_whole(case: dict[str, str]) -> None:
    letter = story(case["text"] + LONG)
    draft = read(as_eml(letter, TO, clean(case["subject"] + LONG)))
    assert draft["Subject"] == " ".join(clean(case["subject"] + LONG).split("\n"))
    assert words_of(draft) == email_body(letter)
    assert not draft.defects


def test_the_file_is_ascii_in_short_lines_that_end_as_emails_do() -> None:
    draft = as_eml(story("word " * 2_000 + LONG), TO, clean(LONG * 9))
    assert draft.isascii()
    lines = draft.decode().split("\r\n")
    assert max(map(len, lines)) <= 78
    assert not any(mark in line for line in lines for mark in "\r\n")
    words = [word for word in draft.decode().split() if word.startswith("=?")]
    assert max(map(len, words)) <= 75


def test_words_that_look_like_encoded_ones_are_told_apart() -> None:
    assert read(as_eml(LETTER, TO, clean("=?utf-8?b?QQ==?=")))["Subject"] == "=?utf-8?b?QQ==?="


@pytest.mark.parametrize(
    "to", ["", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example", "a", "é@b.example"]
)
def test_what_is_not_one_plain_address_is_left_for_the_writer_to_fill_in(to: str) -> None:
    draft = read(as_eml(LETTER, clean(to), SUBJECT))
    assert draft["To"] is None
    assert draft["Bcc"] is None


def test_a_subject_cannot_smuggle_in_another_header() -> None:
    draft = read(as_eml(LETTER, TO, clean("Hello\r\nBcc: someone@example.org")))
    assert draft["Bcc"] is None
    assert draft["Subject"] == "Hello Bcc: someone@example.org"


def test_nothing_but_the_letter_tells_of_the_writer() -> None:
    names = {name for name, _ in read(as_eml(LETTER, TO, SUBJECT)).items()}
    head = {"X-Unsent", "To", "Subject"}
    mime = {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    assert names == head | mime
