"""Passages in other words for members of some roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from letterwriter.parliament.members import Role
from letterwriter.text.passage import Passage

# Under which other names the words for a role or a group may be kept, the closest first.
WIDER: Final[Mapping[str, tuple[str, ...]]] = {
    "vacant": ("home_secretary", "leaders", "government"),
    "home_secretary": ("leaders", "government"),
    "prime_minister": ("leaders", "government"),
    "leaders": ("government",),
    "minister": ("government",),
    "whip": ("government",),
    "speaker": ("chair",),
    "deputy_speaker": ("chair",),
}
# All such names: roles, and groups of roles.
ROLE_NAMES: Final = (*(role.value for role in Role), "leaders", "government", "chair")


def names_of(name: str) -> tuple[str, ...]:
    """The name of a role or group and those of the groups it is in, the closest first."""
    return (name, *WIDER.get(name, ()))


@dataclass(frozen=True, slots=True)
class RolePassage:
    """A passage, and what stands in its place for members of some roles or groups of roles."""

    usual: Passage
    by_name: Mapping[str, Passage] = field(default_factory=dict)

    def for_role(self, role: Role) -> Passage:
        """The words for a member of this role."""
        return next(
            (self.by_name[n] for n in names_of(role.value) if n in self.by_name), self.usual
        )

    @property
    def all(self) -> Iterable[tuple[str, Passage]]:
        """Every passage with its name; that of the usual one is empty."""
        return (("", self.usual), *self.by_name.items())


def by_sentence(sentences: Iterable[Mapping[str, tuple[str, ...]]]) -> RolePassage:
    """A passage from sentences that each have wordings by name; those of all others are under "".

    A name that only some sentences have gets the others in the words of a wider group, or the
    usual ones.
    """
    told = tuple(sentences)
    names = [name for name in ROLE_NAMES if any(name in sentence for sentence in told)]

    def worded(name: str) -> Passage:
        order = (*names_of(name), "") if name else ("",)
        return Passage(tuple(next(s[n] for n in order if n in s) for s in told))

    return RolePassage(worded(""), {name: worded(name) for name in names})
