"""``letterwriter refresh members``, against a service on this machine."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.retries import RetryPolicy
from tests.parliament_api import faults
from tests.parliament_api.answers import Member, contact
from tests.parliament_api.server import Fault, ParliamentApi, serving

pytestmark = pytest.mark.slow

NEWCOMER = Member(
    6001, "Jo Example", "Jo Example MP", "Green Party", "Manchester Rusholme", "jo@parliament.uk"
)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp

Refresh = Callable[..., Result]
Fetch = Callable[[], None]


@pytest.fixture
def refresh(refresh_members: Refresh) -> Refresh:
    return partial(refresh_members, day="2026-11-24")


@pytest.fixture
def contacts_at_hand(api: ParliamentApi, instance: Path) -> Fetch:
    """All contacts were fetched before a cut: that leaves 68 requests of 718."""

    def fetched() -> None:
        kept = HttpCache(instance / "members" / ".answers", NOON)
        for member in api.lists.members.values():
            address = f"{api.address}/api/Members/{member.id}/Contact"
            kept.keep(address, json.dumps(contact(member)).encode())

    return fetched


def names(instance: Path) -> list[str]:
    """All that is in the folder, the hidden as well."""
    room = instance / "members"
    return sorted(path.name for path in room.iterdir()) if room.exists() else []


def mp(postcode: str = "M14 5TP") -> Any:
    found = CliRunner().invoke(main, ["lookup", "--json", postcode])
    return json.loads(found.stdout)["mp"]


def test_a_by_election_is_shown_and_then_everywhere_used(
    api: ParliamentApi, instance: Path, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    api.lists.elect(NEWCOMER)
    contacts_at_hand()
    result = refresh()
    assert result.exit_code == 0
    change = "Manchester Rusholme: new MP, Jo Example (Green Party), after Afzal Khan"
    assert change in result.stdout
    assert "The table of 24 November 2026 is in place" in result.stdout
    assert names(instance) == ["2026-11-24"]
    found = mp()
    assert (found["name"], found["email"]) == ("Jo Example", "jo@parliament.uk")
    assert found["as_of"] == "2026-11-24"


def test_every_kind_of_change_is_a_line_to_read(
    api: ParliamentApi, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    members = api.lists.members
    members[4671].party = "Independent"
    members[4357].email = None
    members[5450].full_title = "Rt Hon D Lumsden MP"
    members[5280].name = "Dr Seamus Logan"
    api.lists.leave("Aldershot")
    contacts_at_hand()
    lines = refresh().stdout.splitlines()
    assert lines[0] == "8 changes since the table of 9 October 2026:"
    for line in (
        "  Manchester Rusholme: Afzal Khan: party Independent, was Labour",
        "  Aberdeen North: Kirsty Blackman: email none, was kirsty.blackman.mp@parliament.uk",
        "  Aberdeen South: Douglas Lumsden: title Rt Hon D Lumsden MP, was Douglas Lumsden MP",
        "  Aberdeenshire North and Moray East: Seamus Logan is now shown as Dr Seamus Logan",
        "  Aldershot: vacant; Alex Baker no longer sits",
        "  Aberafan Maesteg: Stephen Kinnock: office Minister of State (Home Office), was none",
    ):
        assert line in lines


def test_ministers_are_listed_and_a_second_run_finds_nothing_new(
    instance: Path, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    assert "3 of these are ministers and whips" in refresh().stdout
    assert mp()["offices"] == ["Lord Commissioner (HM Treasury)"]
    contacts_at_hand()
    again = refresh()
    assert again.exit_code == 0
    assert "Nothing has changed since the table of 24 November 2026." in again.stdout
    assert names(instance) == ["2026-11-24", "2026-11-24-002"], "the last good one is kept"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (faults.status(503), "answered /api/Members/Search with the error 503"),
        (faults.status(429), "busy and asks us to come back later"),
        (faults.status(429, Retry_After="3600"), "to come back in 60 minutes"),
        (faults.page, "a web page at /api/Members/Search in place of data"),
        (faults.truncated, "is no JSON, or is cut short"),
        (faults.cut, "was cut short several times"),
        (faults.dropped, "cannot be reached at http://127.0.0.1"),
    ],
)
def test_whatever_is_wrong_with_the_service_the_old_table_stays(
    api: ParliamentApi, instance: Path, refresh: Refresh, fault: Fault, told: str
) -> None:
    api.fail("/api/Members/Search", fault)
    result = refresh()
    assert result.exit_code == 3
    assert told in result.stderr
    assert "The table of 9 October 2026 stays in use." in result.stderr
    assert names(instance) == []
    assert mp()["name"] == "Afzal Khan"


def test_a_service_that_says_nothing_is_given_up(api: ParliamentApi, refresh: Refresh) -> None:
    api.fail("/api/Members/Search", faults.slow)
    result = refresh(policy=RetryPolicy(read=0.05, sleep=lambda _: None))
    assert result.exit_code == 3
    assert "took too long to answer /api/Members/Search" in result.stderr


def test_a_service_that_is_down_is_told_with_its_address_and_what_to_do(
    refresh: Refresh,
) -> None:
    with serving() as gone:
        address = gone.address
    told = refresh("--service", address).stderr
    assert f"cannot be reached at {address} ([Errno 111] Connection refused)" in told
    assert "Check this computer's network and LETTERWRITER_MEMBERS_API" in told


def test_a_renamed_field_is_named_and_what_was_fetched_is_forgotten(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    def renamed(path: str, answer: Any) -> Any:
        if path == "/api/Members/Search":
            for item in answer["items"]:
                item["value"]["nameDisplay"] = item["value"].pop("nameDisplayAs")
        return answer

    api.change = renamed
    result = refresh()
    assert result.exit_code == 3
    assert "items[0].value.nameDisplayAs is missing" in result.stderr
    assert names(instance) == []


def test_after_a_cut_at_a_contact_it_goes_on_and_fresh_starts_over(
    api: ParliamentApi, instance: Path, refresh: Refresh
) -> None:
    api.fail("/api/Members/4671/Contact", faults.dropped)
    assert refresh().exit_code == 3
    assert names(instance) == [".answers"]
    asked = len(api.asked)
    assert asked > 300
    api.mend()
    api.asked.clear()
    assert refresh().exit_code == 0
    assert 0 < len(api.asked) < 718 - 300
    api.asked.clear()
    assert refresh("--fresh").exit_code == 0
    assert len(api.asked) == 718


def test_lists_that_do_not_fit_together_are_refused(
    api: ParliamentApi, instance: Path, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    api.lists.places["Manchester Rusholme"] = None
    result = refresh()
    assert result.exit_code == 4
    told = "Manchester Rusholme: nobody holds it by one list, Afzal Khan by the other"
    assert told in result.stderr
    assert names(instance) == []


def test_very_many_changes_want_a_persons_yes(
    api: ParliamentApi, instance: Path, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    for member in list(api.lists.members.values())[:41]:
        member.party = "Unity"
    result = refresh()
    assert result.exit_code == 4
    assert "These are 41 changes" in result.stderr
    assert names(instance) == [".answers"]
    api.asked.clear()
    assert refresh("--accept").exit_code == 0
    assert api.asked == [], "the very lists that were looked at"


def test_forty_changes_are_taken(
    api: ParliamentApi, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    for member in list(api.lists.members.values())[:40]:
        member.party = "Unity"
    assert refresh().exit_code == 0


def test_a_parliament_without_a_home_secretary_wants_a_persons_yes(
    api: ParliamentApi, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    del api.lists.posts["Secretary of State for the Home Department"]
    result = refresh()
    assert result.exit_code == 4
    assert "no MP is Home Secretary" in result.stderr


def test_a_clock_that_goes_wrong_is_told(api: ParliamentApi, refresh: Refresh) -> None:
    result = refresh("--date", "2026-10-01")
    assert result.exit_code == 4
    assert "it is 1 October 2026, before the date of the table in use" in result.stderr
    assert api.asked == []


def test_a_table_made_of_yesterdays_answers_has_yesterdays_date(
    refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    result = refresh("--date", "2026-11-25")
    assert "The table of 24 November 2026 is in place" in result.stdout


def test_someone_at_a_terminal_is_asked_and_may_decline(
    instance: Path, refresh: Refresh, monkeypatch: pytest.MonkeyPatch, contacts_at_hand: Fetch
) -> None:
    monkeypatch.setattr("letterwriter.commands.refresh.members._at_a_terminal", lambda: True)
    contacts_at_hand()
    declined = refresh(input="n\n")
    assert "Put this table in place?" in declined.stdout
    assert declined.exit_code == 1
    assert names(instance) == [".answers"]
    assert refresh("--yes").exit_code == 0


def test_another_folder_can_be_named(tmp_path: Path, instance: Path, refresh: Refresh) -> None:
    assert refresh("--out", str(tmp_path / "else")).exit_code == 0
    assert (tmp_path / "else" / "members" / "2026-11-24" / "mps.csv").is_file()
    assert names(instance) == []


def test_a_folder_that_cannot_be_written_is_told_before_much_is_asked(
    api: ParliamentApi, tmp_path: Path, refresh: Refresh
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    result = refresh("--out", str(tmp_path / "file" / "instance"))
    assert result.exit_code == 5
    assert "could not be written" in result.stderr
    assert len(api.asked) == 1


def test_a_check_tells_by_its_exit_status_whether_the_table_is_old(
    api: ParliamentApi, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    old = refresh("--check")
    assert old.exit_code == 1
    assert "its oldest row is of 27 June 2026, 150 days ago, and 30 is the most" in old.stdout
    assert refresh("--check", "--days", "150").exit_code == 0
    assert api.asked == [], "a monitor asks often, and must not ask Parliament each time"
    contacts_at_hand()
    refresh()
    fresh = refresh("--check")
    assert fresh.exit_code == 0
    assert fresh.stdout == "The table of MPs is of 24 November 2026, 0 days old.\n"


def test_a_check_can_compare_with_parliament(
    api: ParliamentApi, instance: Path, refresh: Refresh, contacts_at_hand: Fetch
) -> None:
    contacts_at_hand()
    refresh()
    contacts_at_hand()
    assert refresh("--check", "--compare").exit_code == 0
    api.lists.leave("Aldershot")
    contacts_at_hand()
    differs = refresh("--check", "--compare")
    assert differs.exit_code == 1
    assert "it differs from Parliament's" in differs.stdout
    assert "Aldershot: vacant" in differs.stdout
    assert names(instance) == ["2026-11-24"], "a check changes nothing"


def test_an_address_that_is_none_is_a_wrong_option(refresh: Refresh) -> None:
    result = refresh("--service", "members-api.parliament.uk")
    assert result.exit_code == 2
    assert "write it as https://members-api.parliament.uk" in result.stderr


def test_refresh_lists_its_tables_and_they_are_no_commands_of_their_own() -> None:
    assert "members" in CliRunner().invoke(main, ["refresh", "--help"]).stdout
    listed = CliRunner().invoke(main, ["--help"]).stdout
    assert "refresh" in listed
    assert "members" not in listed.split()
    assert CliRunner().invoke(main, ["refresh", "weather"]).exit_code == 2


def test_no_command_but_refresh_loads_what_asks_the_network() -> None:
    code = "import letterwriter.commands.lookup, sys; print('requests' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
