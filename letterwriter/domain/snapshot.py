"""What Parliament's own service tells of who sits where, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from letterwriter.domain.fault import Fault


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting member, by the names Parliament gives them; ``place`` is the constituency's."""

    member_id: str
    name: str
    full_title: str
    party: str
    place: str


@dataclass(frozen=True, slots=True)
class Place:
    """A constituency of the service; ``holder_id`` is empty while it is vacant."""

    name: str
    holder_id: str


@dataclass(frozen=True, slots=True)
class Post:
    """A government post and the ids of those who hold it, in either House."""

    name: str
    department: str  # empty where none is named
    holder_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that was asked of the service, on one day.

    ``chair`` are the ids of the Speaker and the deputies, ``emails`` are by
    member id, and hold only members who have one.
    """

    day: date
    sittings: tuple[Sitting, ...]
    places: tuple[Place, ...]
    posts: tuple[Post, ...]
    chair: tuple[str, ...]
    emails: Mapping[str, str]


class Inconsistent(Exception):
    """The service's lists do not make a Parliament; ``faults`` says all that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
