"""The published JSON read into values, and what is said when it is no longer as published."""

from typing import Any

import pytest

from letterwriter.parliament.api import contact_shapes, shapes
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.importing import ListedConstituency, Post, Sitting
from letterwriter.parliament.api.shapes import Json
from tests.parliament_api import answers
from tests.parliament_api.answers import Lists, Member


@pytest.fixture
def lists() -> Lists:
    return answers.as_in_our_table(3)


def search(lists: Lists) -> Any:
    return answers.members(lists, 0, 20)


def sittings(answer: Any) -> list[Sitting]:
    return list(shapes.search_page(Json("/api/Members/Search", answer), shapes.sitting).found)


def constituencies(lists: Lists) -> Any:
    return answers.constituencies(lists, 0, 20)


def places(answer: Any) -> list[ListedConstituency]:
    return list(shapes.search_page(Json("/api", answer), shapes.place).found)


def missing(read: Any) -> str:
    with pytest.raises(ServiceFault) as caught:
        read()
    assert caught.value.trouble is Failure.SHAPE
    return f"{caught.value.where} {caught.value.slots['field']}"


def test_a_member_is_read_with_the_names_parliament_gives(lists: Lists) -> None:
    first = sittings(search(lists))[0]
    assert first == Sitting(
        "4359", "Stephen Kinnock", "Stephen Kinnock MP", "Labour", "Aberafan Maesteg"
    )


def test_peers_and_those_who_have_left_do_not_sit(lists: Lists) -> None:
    answer = search(lists)
    first, second, _ = (item["value"]["latestHouseMembership"] for item in answer["items"])
    first["house"] = 2
    second["membershipEndDate"] = "2026-11-01T00:00:00"
    assert [sitting.place for sitting in sittings(answer)] == ["Aberdeen South"]


@pytest.mark.parametrize(
    "path",
    [
        ["nameDisplayAs"],
        ["nameFullTitle"],
        ["id"],
        ["latestParty"],
        ["latestParty", "name"],
        ["latestHouseMembership", "membershipFrom"],
        ["latestHouseMembership", "house"],
    ],
)
@pytest.mark.parametrize("how", ["renamed", "null", "of another kind"])
def test_a_field_that_is_not_as_published_is_named(lists: Lists, path: list[str], how: str) -> None:
    answer = search(lists)
    part: Any = answer["items"][1]["value"]
    for name in path[:-1]:
        part = part[name]
    value = part.pop(path[-1])
    if how == "renamed":
        part[path[-1] + "New"] = value
    else:
        part[path[-1]] = None if how == "null" else [value]
    told = missing(lambda: sittings(answer))
    assert told.startswith("/api/Members/Search items[1].value." + ".".join(path))


def test_a_search_without_items_or_total_is_told() -> None:
    where = "/api/Members/Search"
    assert missing(lambda: sittings({"totalResults": 1})) == f"{where} items"
    assert missing(lambda: sittings({"items": []})) == f"{where} totalResults"
    assert missing(lambda: sittings([])) == f"{where} items"


def test_constituencies_tell_who_holds_them_and_past_ones_are_left_out(lists: Lists) -> None:
    lists.leave("Aberdeen North")
    assert places(constituencies(lists)) == [
        ListedConstituency("Aberafan Maesteg", "4359"),
        ListedConstituency("Aberdeen North", ""),
        ListedConstituency("Aberdeen South", "5450"),
    ]


def test_a_representation_that_is_missing_rather_than_null_is_told(lists: Lists) -> None:
    answer = constituencies(lists)
    del answer["items"][2]["value"]["currentRepresentation"]
    told = missing(lambda: places(answer))
    assert told == "/api items[2].value.currentRepresentation"


def test_posts_tell_their_department_and_those_who_hold_them_now(lists: Lists) -> None:
    lists.posts = {"Minister of State": [4359, 4357], "Nobody's post": []}
    answer: Any = answers.government(lists)
    answer[0]["value"]["postHolders"][1]["endDate"] = "2026-09-01T00:00:00"
    assert list(shapes.posts(Json("/api", answer))) == [
        Post("Minister of State", "Home Office", ("4359",)),
        Post("Nobody's post", "Home Office", ()),
    ]


def test_posts_without_departments_or_with_other_holders_are_read_or_told(lists: Lists) -> None:
    lists.posts = {"Minister of State": [4359]}
    answer: Any = answers.government(lists)
    answer[0]["value"]["governmentDepartments"] = None
    assert shapes.posts(Json("/api", answer))[0].department == ""
    answer[0]["value"]["holders"] = answer[0]["value"].pop("postHolders")
    told = missing(lambda: list(shapes.posts(Json("/api", answer))))
    assert told == "/api [0].value.postHolders"


def test_speaker_and_deputies_are_members(lists: Lists) -> None:
    lists.chair = [4359, 4357]
    answer = Json("/api", answers.speaker_and_deputies(lists))
    assert shapes.chair(answer) == ("4359", "4357")
    assert missing(lambda: shapes.chair(Json("/api", {}))) == "/api the whole answer"


def contacts(*offices: tuple[str, str | None]) -> Json:
    return Json("/api", {"value": [{"type": kind, "email": email} for kind, email in offices]})


@pytest.mark.parametrize(
    ("offices", "email"),
    [
        ([("Constituency office", "c@x.uk"), ("Parliamentary office", "p@x.uk")], "p@x.uk"),
        ([("Constituency office", "c@x.uk"), ("Parliamentary office", None)], "c@x.uk"),
        ([("Parliamentary office", " p@x.uk; q@x.uk ")], "p@x.uk"),
        ([("Parliamentary office", "by the form on my site")], ""),
        ([("Parliamentary office", ""), ("Website", "w@x.uk")], ""),
        ([], ""),
    ],
)
def test_the_email_of_the_office_at_westminster_comes_first(
    offices: list[tuple[str, str | None]], email: str
) -> None:
    assert contact_shapes.email(contacts(*offices)) == email


def test_the_contacts_of_our_server_are_as_published() -> None:
    member = Member(1, "Jo Example", "Jo Example MP", "Labour", "Leeds", "jo@parliament.uk")
    assert contact_shapes.email(Json("/api", answers.contact(member))) == "jo@parliament.uk"
    assert (
        missing(lambda: contact_shapes.email(Json("/api", {"value": [{}]}))) == "/api value[0].type"
    )
