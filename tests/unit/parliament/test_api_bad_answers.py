"""Single answers that are bad: what they cost, what is told, and that none of them is kept."""

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
from tests.parliament_api.server import Fault, ParliamentApi, serving

DAY = date(2026, 11, 24)
KINNOCK = "/api/Members/4359/Contact"

Read = Callable[[], Any]


@pytest.fixture
def api() -> Iterator[ParliamentApi]:
    with serving(answers.as_in_our_table(60)) as api:
        yield api


@pytest.fixture
def read(api: ParliamentApi, tmp_path: Path) -> Read:
    def snapshot() -> Any:
        service = Service(api.address, HttpCache(tmp_path), RetryPolicy(sleep=lambda _: None))
        return MembersApi(service, lambda _done, _of: None).snapshot(DAY)

    return snapshot


def trouble(read: Read) -> ServiceFault:
    with pytest.raises(ServiceFault) as caught:
        read()
    return caught.value


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("name", "Stephen <b>Kinnock</b>", "holds the character U+003C, which none has"),
        ("name", "Stephen \u202ekconniK", "holds the character U+202E, which none has"),
        ("name", "Stephen\x1b[2J", "holds the character U+001B, which none has"),
        ("name", "Stephen \ud800", "holds the character U+D800, which none has"),
        ("full_title", "Stephen\nKinnock MP", "holds the character U+000A, which none has"),
        ("party", "Labour <script>", "holds the character U+003C, which none has"),
        ("name", "K" * 200, "is longer than 100 characters"),
    ],
)
def test_an_odd_name_is_told_with_its_field_and_whose_and_asked_for_again(
    api: ParliamentApi, read: Read, field: str, value: str, why: str
) -> None:
    member = api.lists.members[4359]
    good = getattr(member, field)
    setattr(member, field, value)
    fault = trouble(read)
    assert fault.trouble is Failure.ODD
    assert not fault.may_pass, "so that all that was fetched is forgotten"
    assert (fault.slots["whose"], fault.slots["why"]) == ("member 4359", why)
    setattr(member, field, good)
    assert getattr(read().sittings[0], field) == good, "the bad answer was not kept"


def test_a_field_of_a_megabyte_is_told(api: ParliamentApi, read: Read) -> None:
    api.lists.members[4359].name = "K" * 2**20
    assert trouble(read).slots == {"field": "items[0].value.nameDisplayAs"}


def test_an_odd_office_is_told_with_its_holder(api: ParliamentApi, read: Read) -> None:
    api.lists.posts = {"Minister of <i>State</i>": [4359]}
    assert trouble(read).slots["whose"] == "member 4359"


def test_an_odd_constituency_is_told_by_its_number(api: ParliamentApi, read: Read) -> None:
    api.lists.ended = []
    api.lists.places = {"Aberafan\u200fMaesteg": 4359}
    fault = trouble(read)
    assert (fault.where, fault.slots["whose"]) == (
        "/api/Location/Constituency/Search",
        "constituency 3000",
    )


def test_spaces_and_accents_are_put_right(api: ParliamentApi, read: Read) -> None:
    member = api.lists.members[4359]
    member.name = " Ste\u0301phen\N{NO-BREAK SPACE}  Kinnock "
    assert read().sittings[0].name == "Stéphen Kinnock"


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (faults.status(404), "the service answered with the error 404"),
        (faults.status(410), "the service answered with the error 410"),
        (faults.says(b"[" * 10_000), "the answer is no JSON, or is cut short"),
        (faults.says(b"{}"), "value is missing, empty or of another kind"),
        (faults.says(b'{"value": 7}'), "value is missing, empty or of another kind"),
        (faults.endless, "the answer is far larger than it should be"),
        (faults.said_to_be_packed("br"), "the answer is packed in a way"),
    ],
)
def test_one_members_bad_contact_costs_that_email_alone(
    api: ParliamentApi, read: Read, fault: Fault, why: str
) -> None:
    api.fail(KINNOCK, fault)
    snapshot = read()
    (without,) = snapshot.without_contact
    assert (without.member_id, without.name) == ("4359", "Stephen Kinnock")
    assert without.why.startswith(why)
    assert "4359" not in snapshot.emails
    api.mend()
    assert read().emails["4359"] == "stephen.kinnock.mp@parliament.uk", "it was not kept"


@pytest.mark.parametrize(
    "email",
    [
        "a@b.co?bcc=x@y.org",
        "a@b.uk&cc=x@y.org",
        "a%0Abcc@b.uk",
        "a@b@c.uk",
        '"a"@b.uk',
        "a@b.uk\u202e",
        "a@b.uk\ud800",
        "a@" + "b" * 300 + ".uk",
        "a@" + "b" * 2**20 + ".uk",
    ],
)
def test_an_odd_email_is_not_taken(api: ParliamentApi, read: Read, email: str) -> None:
    api.lists.members[4359].email = email
    snapshot = read()
    assert "4359" not in snapshot.emails
    assert [without.name for without in snapshot.without_contact] == ["Stephen Kinnock"]


@pytest.mark.parametrize("fault", [faults.status(503), faults.status(403), faults.dropped])
def test_what_speaks_of_the_service_stops_the_refresh(
    api: ParliamentApi, read: Read, fault: Fault
) -> None:
    api.fail(KINNOCK, fault)
    assert trouble(read).may_pass


def test_many_bad_contacts_are_a_fault_of_the_service(api: ParliamentApi, read: Read) -> None:
    for member in list(api.lists.members.values())[:50]:
        member.email = "a@b@c"
    assert trouble(read).slots["field"] == "value[1].email"


@pytest.mark.parametrize("of", [10**17, -1, 10**6])
def test_a_search_that_promises_no_end_is_told(api: ParliamentApi, read: Read, of: int) -> None:
    def endless(path: str, answer: Any) -> Any:
        if path == "/api/Members/Search":
            answer["totalResults"] = of
        return answer

    api.change = endless
    assert trouble(read).trouble in (Failure.TOO_LARGE, Failure.MOVING)
    assert len(api.asked) == 1


@pytest.mark.parametrize("id_", [0, -1, 10**12, True, "4359", None, 4359.0, [4359]])
def test_an_id_that_is_none_is_told(api: ParliamentApi, read: Read, id_: object) -> None:
    def other(path: str, answer: Any) -> Any:
        if path == "/api/Members/Search" and answer["items"]:
            answer["items"][0]["value"]["id"] = id_
        return answer

    api.change = other
    assert trouble(read).slots == {"field": "items[0].value.id"}
