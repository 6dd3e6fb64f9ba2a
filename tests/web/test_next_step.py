"""The day to write again: on the screens, and as an entry for the calendar."""

from datetime import date

from flask.testing import FlaskClient

from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.web.visitor import Visitor
from tests.web.walking import lettered

SAID = "If you have heard nothing by 6 December 2026, write again."


def test_ways_to_send_and_thanks_say_when_to_write_again(visitor: Visitor) -> None:
    lettered(visitor).press("Send or print")
    assert SAID in visitor.text
    visitor.press("Email it").press("What happens next")
    assert SAID in visitor.text
    form = visitor.page.select_one("[formaction]")
    assert form is not None
    assert form["formaction"] == "/write-again.ics"


def test_a_letter_to_the_paper_is_offered_with_its_warning(visitor: Visitor) -> None:
    lettered(visitor).press("Send or print").press("Print it").press("What happens next")
    visitor.press("Tell the local paper")
    assert "A letter to the editor is public." in visitor.text
    assert "My address, not for publication:" in visitor.text
    visitor.press("Back")
    assert visitor.screen == "done"


def test_whoever_is_in_the_asylum_system_is_offered_no_letter_to_the_paper(
    visitor: Visitor,
) -> None:
    told = {"story-befriend": "", "story-in-the-system": "I wait for my interview."}
    lettered(visitor, **told).press("Send or print").press("Print it").press("What happens next")
    assert "local paper" not in visitor.text


def test_the_entry_for_the_calendar_takes_nothing_and_tells_nothing(client: FlaskClient) -> None:
    answer = client.post("/write-again.ics", data={"name": "Amina Quokkazebra"})
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert "write-again.ics" in answer.headers["Content-Disposition"]
    assert b"SUMMARY:Write again to my MP\r\n" in answer.data
    assert b"Quokkazebra" not in answer.data


def test_where_the_site_knows_its_address_the_thanks_show_a_code_of_it(
    client: FlaskClient,
) -> None:
    assert client.get("/site-code.svg").status_code == 404
    known = create_app(Settings(today=date(2026, 11, 22), site="https://letters.example.org"))
    there = Visitor(known.test_client())
    lettered(there).press("Send or print").press("Print it").press("What happens next")
    picture = there.page.select_one("img.site-code")
    assert picture is not None
    assert "https://letters.example.org" in str(picture["alt"])
    code = known.test_client().get(str(picture["src"]))
    assert code.content_type == "image/svg+xml"
    assert b"<svg" in code.data
