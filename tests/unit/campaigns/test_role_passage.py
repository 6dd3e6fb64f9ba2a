"""Passages in other words for members of some roles."""

import pytest

from letterwriter.campaigns.role_passage import ROLE_NAMES, WIDER, RolePassage, by_sentence
from letterwriter.parliament.members import Role
from letterwriter.text.passage import Passage


def words(text: str) -> Passage:
    return Passage(((text,),))


# Everybody who is in a group, the closest group first.
GROUPS = {
    Role.VACANT: ("vacant", "home_secretary", "leaders", "government"),
    Role.HOME_SECRETARY: ("home_secretary", "leaders", "government"),
    Role.PRIME_MINISTER: ("prime_minister", "leaders", "government"),
    Role.MINISTER: ("minister", "government"),
    Role.WHIP: ("whip", "government"),
    Role.SPEAKER: ("speaker", "chair"),
    Role.DEPUTY_SPEAKER: ("deputy_speaker", "chair"),
    Role.ABSTENTIONIST: ("abstentionist",),
    Role.BACKBENCHER: ("backbencher",),
}


@pytest.mark.parametrize("role", Role)
def test_the_closest_name_wins(role: Role) -> None:
    names = GROUPS[role]
    for i, closest in enumerate(names):
        told = RolePassage(words("usual"), {name: words(name) for name in names[i:]})
        assert told.for_role(role) == words(closest)


@pytest.mark.parametrize("role", Role)
def test_names_of_other_roles_and_groups_change_nothing(role: Role) -> None:
    others = {name: words(name) for name in ROLE_NAMES if name not in GROUPS[role]}
    assert RolePassage(words("usual"), others).for_role(role) == words("usual")


def test_every_name_is_a_role_or_a_group_that_roles_are_in() -> None:
    groups = {name for names in GROUPS.values() for name in names[1:]}
    assert set(ROLE_NAMES) == {role.value for role in Role} | groups
    assert set(WIDER) <= set(ROLE_NAMES)


def test_a_sentence_without_other_words_keeps_its_usual_ones() -> None:
    told = by_sentence([{"": ("One.",)}, {"": ("Two.",), "minister": ("Your two.",)}])
    assert told.usual == Passage((("One.",), ("Two.",)))
    assert told.for_role(Role.MINISTER) == Passage((("One.",), ("Your two.",)))
    assert told.for_role(Role.WHIP) == told.usual


def test_a_sentence_without_words_for_a_role_has_those_of_its_group() -> None:
    told = by_sentence(
        [
            {"": ("One.",), "government": ("Your one.",)},
            {"": ("Two.",), "home_secretary": ("Home Secretary, two.",)},
            {"": ("Three.",), "leaders": ("Lead three.",), "government": ("Your three.",)},
        ]
    )
    for role in (Role.HOME_SECRETARY, Role.VACANT):
        assert told.for_role(role) == Passage(
            (("Your one.",), ("Home Secretary, two.",), ("Lead three.",))
        )
    assert told.for_role(Role.PRIME_MINISTER) == Passage(
        (("Your one.",), ("Two.",), ("Lead three.",))
    )
    assert told.for_role(Role.WHIP) == Passage((("Your one.",), ("Two.",), ("Your three.",)))
    assert told.for_role(Role.SPEAKER) == told.usual


def test_all_passages_are_named_and_the_usual_one_has_no_name() -> None:
    told = by_sentence([{"": ("One.",), "chair": ("Chair.",)}])
    assert dict(told.all) == {"": words("One."), "chair": words("Chair.")}
