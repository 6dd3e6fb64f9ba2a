"""Reading the whole service: pages, contacts, going on after a cut."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from letterwriter.parliament.api.client import Service
from letterwriter.parliament.api.download import MembersApi
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.retries import RetryPolicy
from tests.parliament_api import answers, faults
from tests.parliament_api.server import ParliamentApi, serving

DAY = date(2026, 11, 24)
SEATS = 45  # three pages


@pytest.fixture
def api() -> Iterator[ParliamentApi]:
    with serving(answers.as_in_our_table(SEATS)) as api:
        yield api


Read = Callable[[], Any]


@pytest.fixture
def told() -> list[tuple[int, int]]:
    return []


@pytest.fixture
def read(api: ParliamentApi, told: list[tuple[int, int]], tmp_path: Path) -> Read:
    def snapshot() -> Any:
        service = Service(api.address, HttpCache(tmp_path), RetryPolicy(sleep=lambda _: None))
        return MembersApi(service, lambda done, of: told.append((done, of))).snapshot(DAY)

    return snapshot


def trouble(read: Read) -> ServiceFault:
    with pytest.raises(ServiceFault) as caught:
        read()
    return caught.value


def test_all_pages_are_read_and_every_member_has_a_contact(api: ParliamentApi, read: Read) -> None:
    snapshot = read()
    assert len(snapshot.sittings) == len(snapshot.places) == SEATS
    assert snapshot.emails["4359"] == "stephen.kinnock.mp@parliament.uk"
    searches = [path for path in api.asked if "Members/Search" in path]
    query = "House=1&IsCurrentMember=true&skip={}&take=20"
    assert searches == [f"/api/Members/Search?{query.format(skip)}" for skip in (0, 20, 40)]
    assert "/api/Posts/SpeakerAndDeputies/2026-11-24" in api.asked


def test_progress_is_told_from_the_first_answer_to_the_last(
    read: Read, told: list[tuple[int, int]]
) -> None:
    read()
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    done, of = told[-1]
    assert done == of == 3 + 3 + 2 + SEATS


def test_after_a_cut_it_goes_on_where_it_stopped(api: ParliamentApi, read: Read) -> None:
    api.fail("/api/Members/5280/Contact", faults.dropped)
    assert trouble(read).trouble is Failure.DOWN
    before = {path for path in api.asked if "5280" not in path}
    api.mend()
    api.asked.clear()
    assert len(read().sittings) == SEATS
    assert not before & set(api.asked), "nothing is asked twice"


def test_the_speakers_list_without_a_date_will_do_where_there_is_no_other(
    api: ParliamentApi, read: Read
) -> None:
    api.lists.chair = [4359]
    dated = "/api/Posts/SpeakerAndDeputies/2026-11-24"
    found = api.answer(dated, {})
    api.fail(dated, faults.status(404))
    api.fail("/api/Posts/SpeakerAndDeputies", lambda handler, _: handler.reply_json(found))
    assert read().chair == ("4359",)


@pytest.mark.parametrize("list_", ["Members/Search", "Location/Constituency/Search"])
def test_an_empty_list_is_not_believed(api: ParliamentApi, read: Read, list_: str) -> None:
    api.change = lambda path, answer: (
        answers.searched([], 0, 20) if path == f"/api/{list_}" else answer
    )
    fault = trouble(read)
    assert (fault.trouble, fault.where) == (Failure.EMPTY, f"/api/{list_}")


def test_a_government_without_posts_is_not_believed(api: ParliamentApi, read: Read) -> None:
    api.lists.posts = {}
    assert trouble(read).trouble is Failure.EMPTY


def test_a_list_that_promises_more_than_it_gives_is_not_believed(
    api: ParliamentApi, read: Read
) -> None:
    def short(path: str, answer: Any) -> Any:
        if path == "/api/Location/Constituency/Search":
            answer["totalResults"] += 10
        return answer

    api.change = short
    assert trouble(read).trouble is Failure.MOVING


def test_a_list_that_changes_between_two_pages_is_not_believed(
    api: ParliamentApi, read: Read
) -> None:
    def shift(path: str, answer: Any) -> Any:
        if path == "/api/Members/Search" and answer["skip"] == 20:
            answer["items"][0] = {"value": api.lists.members[4359].item["value"]}
        return answer

    api.change = shift
    assert trouble(read).trouble is Failure.MOVING


def test_members_none_of_whom_has_an_email_are_a_renamed_field(
    api: ParliamentApi, read: Read
) -> None:
    for member in api.lists.members.values():
        member.email = None
    assert trouble(read).slots == {"field": "value[].email"}


def test_a_fault_of_the_answer_itself_is_not_to_be_gone_on_from() -> None:
    assert ServiceFault(Failure.CUT, "/").may_pass
    assert not ServiceFault(Failure.SHAPE, "/").may_pass
