"""``letterwriter refresh members`` while Parliament's service lists no members at all."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.parliament.api.http_cache import HttpCache
from tests.parliament_api import faults
from tests.parliament_api.answers import contact
from tests.parliament_api.server import ParliamentApi

DISSOLVED = "2029-05-30"
Refresh = Callable[..., Result]


def noon(day: str) -> Callable[[], float]:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp


@pytest.fixture
def refresh(refresh_members: Refresh) -> Refresh:
    return partial(refresh_members, day="2029-06-03")


def lookup(day: str) -> Any:
    result = CliRunner().invoke(main, ["lookup", "--json", "--date", day, "M14 5TP"])
    return json.loads(result.stdout)


def written(instance: Path) -> str:
    tables = sorted((instance / "members").glob("2*"))
    return (tables[-1] / "parliament.toml").read_text("utf-8") if tables else ""


def test_a_dissolved_house_is_known_by_what_the_service_says_of_everybody(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.lists.dissolve(DISSOLVED)
    result = refresh()
    assert result.exit_code == 0, result.output
    assert "lists no members at all" in result.stdout
    assert "Parliament was dissolved on 30 May 2029." in result.stdout
    assert written(instance) == 'parliament = "dissolved"\ndissolved = 2029-05-30\n'
    found = lookup("2029-06-03")
    assert (found["mp"], found["parliament"]) == (None, "dissolved")
    assert "no longer sits" not in result.stdout, "650 lines that say the same"


def one_still_sits(api: ParliamentApi) -> None:
    for member in api.lists.former.values():
        member.left = None


def constituencies_are_held(api: ParliamentApi) -> None:
    api.lists.members = dict(api.lists.former)
    api.lists.places |= {member.place: id_ for id_, member in api.lists.former.items()}

    def emptied(path: str, answer: Any) -> Any:
        empty = {**answer, "items": [], "totalResults": 0} if path.endswith("s/Search") else answer
        return empty if path == "/api/Members/Search" else answer

    api.change = emptied


def nobody_is_known(api: ParliamentApi) -> None:
    api.lists.former.clear()


@pytest.mark.parametrize(
    "fault",
    [one_still_sits, constituencies_are_held],
)
def test_an_empty_list_is_not_believed_without_the_rest(
    api: ParliamentApi, instance: Path, refresh: Refresh, fault: Callable[[ParliamentApi], None]
) -> None:
    api.lists.dissolve(DISSOLVED)
    fault(api)
    result = refresh()
    assert result.exit_code == 4, result.output
    assert "--dissolved 2029-05-30" in result.stderr
    assert "The table of 9 October 2026 stays in use." in result.stderr
    assert written(instance) == ""
    assert lookup("2029-06-03")["mp"]["name"] == "Afzal Khan"


def test_the_operator_can_say_so(api: ParliamentApi, instance: Path, refresh: Refresh) -> None:
    api.lists.dissolve(DISSOLVED)
    nobody_is_known(api)
    options = ("--dissolved", DISSOLVED, "--election", "2029-07-04")
    assert refresh(*options).exit_code == 0
    assert "election = 2029-07-04" in written(instance)
    assert "until the general election on 4 July 2029" in lookup("2029-06-03")["message"]
    assert refresh("--election", "2029-07-04").exit_code == 2
    assert refresh("--dissolved", DISSOLVED, "--election", DISSOLVED).exit_code == 2


def test_an_error_of_the_service_is_no_empty_list(api: ParliamentApi, refresh: Refresh) -> None:
    api.lists.dissolve(DISSOLVED)
    api.fail("/api/Location", faults.status(500))
    assert refresh().exit_code == 3


@pytest.mark.slow
def test_when_members_return_the_state_ends_by_itself(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.lists.dissolve(DISSOLVED)
    refresh("--dissolved", DISSOLVED, "--election", "2029-07-04")
    late = "2029-07-08"
    assert lookup(late)["parliament"] == "elected"
    assert refresh("--check", day=late).exit_code == 1
    api.lists.return_all()
    kept = HttpCache(instance / "members" / ".answers", noon(late))
    for member in api.lists.members.values():
        address = f"{api.address}/api/Members/{member.id}/Contact"
        kept.keep(address, json.dumps(contact(member)).encode())
    result = refresh(day=late)
    assert result.exit_code == 0, result.output
    assert written(instance) == 'parliament = "sitting"\n'
    assert lookup(late)["mp"]["name"] == "Afzal Khan"
    assert "parliament" not in lookup(late)
