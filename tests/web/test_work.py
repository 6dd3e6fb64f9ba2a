"""Work that takes more than its budget: the page that says so, with nothing lost."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from struct import pack

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from letterwriter.documents import budgets
from letterwriter.processes.budget import Budget
from letterwriter.web.requests.security import HEADERS
from letterwriter.web.views import deliver, mail_merge, volunteers
from tests.unit.mailmerge.workbook_files import record, xls_of
from tests.unit.processes import misbehaving
from tests.web.test_privacy import MARKER
from tests.web.test_stack import GOOD, HEADINGS, START, bring, carried, file, post
from tests.web.visitor import Visitor
from tests.web.walking import sending

ORDER = (
    (deliver, "LETTER"),
    (mail_merge, "LIST"),
    (mail_merge, "STACK"),
    (volunteers, "PACK"),
    (volunteers, "POSTERS_AND_POSTCARDS"),
)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time at all for any kind of work, so that each is ended as soon as it has begun."""
    for room, name in ORDER:
        budget: Budget = getattr(budgets, name)
        monkeypatch.setattr(room, name, replace(budget, seconds=0))


@pytest.fixture
def spent_on_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time for the letters of a list, though for reading it."""
    monkeypatch.setattr(mail_merge, "STACK", replace(budgets.STACK, seconds=0))


@pytest.fixture(autouse=True)
def headers_are_there(visitor: Visitor) -> Iterator[None]:
    """On whatever page these tests end."""
    yield
    for name, value in HEADERS.items():
        assert visitor.answer.headers[name] == value
    assert visitor.answer.headers["Cache-Control"] == "no-store"


def at_the_end(visitor: Visitor) -> Visitor:
    return sending(visitor, "Print it")


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("button", ["Save as PDF", "Save for Word"])
def test_a_letter_that_takes_too_long_has_a_page_that_says_what_to_do(
    visitor: Visitor, button: str
) -> None:
    at_the_end(visitor).press(button)
    assert visitor.answer.status_code == 422
    assert visitor.title.startswith("Error: That took too long")
    assert "your words are still there" in visitor.text


@pytest.mark.slow
def test_a_letter_of_thousands_of_paragraphs_is_ended_and_the_next_one_made(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "LETTER", replace(budgets.LETTER, cpu=3))
    at_the_end(visitor)
    page = visitor.page
    visitor.fill(**{"letter-paragraphs-0-text": "a\n\n" * 15_000}).press("Save for Word")
    assert visitor.answer.status_code == 422
    visitor.page = page
    assert visitor.press("Save as PDF").answer.status_code == 200


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("path", ["/test-sheet.pdf", "/volunteers/poster.pdf"])
def test_what_is_the_same_for_everyone_is_to_be_had_a_little_later(
    visitor: Visitor, path: str
) -> None:
    visitor.open(path)
    assert visitor.answer.status_code == 503
    assert visitor.answer.headers["Retry-After"]


@pytest.mark.usefixtures("hasty")
def test_a_list_that_takes_too_long_to_read_is_told_beside_its_field(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD)
    assert visitor.answer.status_code == 422
    assert visitor.title.startswith("Error: ")
    assert "takes longer, or more memory" in visitor.page.select("#list-error")[0].text


@pytest.mark.slow
def test_an_old_workbook_that_keeps_its_reader_busy_for_ever_is_told_beside_its_field(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of a negative length: xlrd goes back, and reads it again."""
    monkeypatch.setattr(mail_merge, "LIST", replace(budgets.LIST, cpu=2))
    text = pack("<HBI", 4, 4, 2**32 - 11) + b"abcd"
    content = xls_of(before=record(0xFC, pack("<II", 1, 2**31 - 1) + text))
    bring(visitor, content, "list.xls")
    assert visitor.answer.status_code == 422
    assert "takes longer, or more memory" in visitor.page.select("#list-error")[0].text
    bring(visitor, HEADINGS + GOOD)
    assert visitor.answer.status_code == 200


@pytest.mark.usefixtures("spent_on_letters")
def test_letters_that_take_too_long_leave_the_list_on_the_page(visitor: Visitor) -> None:
    bring(visitor, HEADINGS + GOOD)
    list_ = carried(visitor)
    visitor.press("Make the letters")
    assert visitor.answer.status_code == 422
    assert "your list is still on this page" in visitor.text
    assert carried(visitor) == list_
    assert "Make the letters" in visitor.text


@pytest.mark.usefixtures("hasty")
def test_rows_to_mend_that_take_too_long_are_explained_too(visitor: Visitor) -> None:
    answer = post(visitor._client, "/to-mend.csv", people=HEADINGS + GOOD)
    visitor._came(answer)
    assert answer.status_code == 422
    assert "takes longer, or more memory" in visitor.text


@pytest.mark.usefixtures("hasty")
def test_a_pack_that_takes_too_long_leaves_its_form_as_it_was_filled_in(visitor: Visitor) -> None:
    visitor.open("/volunteers").fill(constituencies="Manchester Rusholme")
    visitor.press("Go on to the pack")
    visitor.fill(**{"copies-E14001353": "7"}).press("Make the pack")
    assert visitor.answer.status_code == 422
    assert "Ask for fewer letters" in visitor.text
    assert visitor.values("copies-E14001353") == ["7"]


@pytest.mark.usefixtures("hasty")
def test_postcards_that_take_too_long_leave_the_message_in_its_box(visitor: Visitor) -> None:
    visitor.open("/volunteers/postcards")
    visitor.fill(constituencies="Manchester Rusholme", message="Let families be together.")
    visitor.press("Make the postcards")
    assert visitor.answer.status_code == 422
    assert "Choose fewer constituencies" in visitor.text
    assert visitor.values("message") == ["Let families be together."]


def test_a_file_that_breaks_its_reader_takes_no_page_with_it(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever file that will be: here the reading itself ends the process it is in."""
    monkeypatch.setattr(mail_merge, "checked", misbehaving.breaks_its_reader)
    bring(visitor, HEADINGS + GOOD)
    assert visitor.answer.status_code == 422
    assert "takes longer, or more memory" in visitor.text
    monkeypatch.undo()
    assert "2 letters to 2 MPs" in bring(visitor, HEADINGS + GOOD).text


def test_an_error_in_another_process_is_logged_by_its_place_and_without_a_word(
    app: Flask,
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", value=False)
    monkeypatch.setattr(mail_merge, "checked", misbehaving.repeats_what_it_reads)
    bring(visitor, f"{HEADINGS}{MARKER},1 High Street,M14 5TP,,\n")
    assert visitor.answer.status_code == 500
    assert "in repeats_what_it_reads" in caplog.text
    assert MARKER not in caplog.text


def test_a_small_workbook_that_claims_four_thousand_million_texts_stops_nobody(
    visitor: Visitor, client: FlaskClient
) -> None:
    answer = post(client, "", list=FileStorage(misbehaving.boastful_workbook(), "list.xlsx"))
    assert answer.status_code == 422
    visitor._came(answer)
    assert "2 letters to 2 MPs" in bring(visitor, HEADINGS + GOOD).text
    assert post(client, "", list=file(HEADINGS + GOOD)).status_code == 200
    assert client.get(START).status_code == 200
