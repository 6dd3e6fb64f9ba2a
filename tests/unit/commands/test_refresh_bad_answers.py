"""``letterwriter refresh members`` when single answers are bad: told in words, nothing left."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

from letterwriter.parliament import current_members
from letterwriter.parliament.api.http_cache import HttpCache
from tests.parliament_api import faults
from tests.parliament_api.answers import contact
from tests.parliament_api.server import ParliamentApi

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp
KHAN = "/api/Members/4671/Contact"

Refresh = Callable[..., Result]


@pytest.fixture
def refresh(api: ParliamentApi, instance: Path, refresh_members: Refresh) -> Refresh:
    def run(*options: str) -> Result:
        """With all contacts at hand but Afzal Khan's."""
        kept = HttpCache(instance / "members" / ".answers", NOON)
        for member in api.lists.members.values():
            address = f"{api.address}/api/Members/{member.id}/Contact"
            if not address.endswith(KHAN):
                kept.keep(address, json.dumps(contact(member)).encode())
        return refresh_members(*options, day="2026-11-24")

    return run


def names(instance: Path) -> list[str]:
    return sorted(path.name for path in (instance / "members").iterdir())


def khan(instance: Path) -> str:
    member = current_members.current_members(instance).parliament["E14001353"].member
    assert member is not None
    return member.email


def test_an_odd_name_refuses_the_refresh_and_the_rerun_is_good(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    member = api.lists.members[4671]
    member.name = "Afzal \u202enahK\ud800"
    result = refresh()
    assert result.exit_code == 3
    assert "value.nameDisplayAs of member 4671 holds the character U+202E" in result.stderr
    assert "\u202e" not in result.output
    assert "The table of 9 October 2026 stays in use." in result.stderr
    assert names(instance) == []
    member.name = "Sir Afzal Khan"
    again = refresh()
    assert again.exit_code == 0
    assert "Afzal Khan is now shown as Sir Afzal Khan" in again.stdout
    assert names(instance) == ["2026-11-24"]


def test_json_that_is_no_good_leaves_nothing_and_the_rerun_is_good(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.fail("/api/Posts/GovernmentPosts", faults.says(b"[" * 10_000))
    result = refresh()
    assert result.exit_code == 3
    told = "The answer to /api/Posts/GovernmentPosts is no JSON, or is cut short"
    assert told in result.stderr
    assert names(instance) == []
    api.mend()
    api.lists.members[4671].party = "Independent"  # so that it is seen which answer counts
    again = refresh()
    assert again.exit_code == 0
    assert "party Independent" in again.stdout


def test_one_members_404_costs_that_email_alone_and_is_told_by_name(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.fail(KHAN, faults.status(404))
    result = refresh()
    assert result.exit_code == 0
    told = (
        "No email was taken for Afzal Khan (member 4671): the service answered with the error 404."
    )
    assert told in result.stdout
    assert "Manchester Rusholme: Afzal Khan: email none" in result.stdout
    assert khan(instance) == ""


def test_an_odd_office_costs_its_address_alone_and_is_told_by_name(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.lists.members[4671].office = {"line1": "Surgeries: Fridays at <b>the library</b>"}
    result = refresh()
    assert result.exit_code == 0
    told = (
        "Of an office of Afzal Khan (member 4671) something was left out: value[0].line1 tells when"
    )
    assert told in result.stdout
    member = current_members.current_members(instance).parliament["E14001353"].member
    assert member is not None
    at_westminster, at_home = member.contacts
    assert at_westminster.lines == ("House of Commons", "London")
    assert (at_home.lines, at_home.phone) == ((), "0113 496 0000")
    assert at_home.as_of.isoformat() == "2026-11-24"
    assert not any("Surgeries" in file.read_text() for file in instance.rglob("*.csv"))


def test_an_odd_email_is_not_taken_and_the_next_refresh_has_the_good_one(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    member = api.lists.members[4671]
    good, member.email = member.email, "a@b.co?bcc=x@y.org"
    result = refresh()
    assert result.exit_code == 0
    assert "(member 4671): value[1].email is no plain address for email." in result.stdout
    assert khan(instance) == ""
    member.email = good
    assert refresh().exit_code == 0
    assert khan(instance) == good


def test_a_contact_that_fails_for_now_stops_the_refresh_to_go_on_later(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.fail(KHAN, faults.status(503))
    assert refresh().exit_code == 3
    assert names(instance) == [".answers"]
