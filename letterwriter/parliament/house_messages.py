"""Why there is nobody to write to, and what can be done: ``templates/words/parliament.toml``."""

from dataclasses import dataclass

from letterwriter.files.messages import message
from letterwriter.parliament.addressee import in_sentence
from letterwriter.parliament.dissolution import Stage
from letterwriter.parliament.members import Member, Parliament, Role, Seat
from letterwriter.text.dates import written_date


@dataclass(frozen=True, slots=True)
class Absence:
    """Why nobody is an MP, and what can be done; all are empty while there are MPs."""

    title: str = ""
    said: str = ""
    todo: str = ""

    def __bool__(self) -> bool:
        return bool(self.said)

    @property
    def whole(self) -> str:
        """Both sentences."""
        return f"{self.said} {self.todo}".strip()


def absence(parliament: Parliament) -> Absence:
    """What to say of a Parliament in which nobody sits; static/js/engine/dissolution.js too."""
    stage, dissolution = parliament.stage, parliament.dissolution
    if dissolution is None or stage is Stage.SITTING:
        return Absence()
    slots = {"day": written_date(dissolution.day)}
    if dissolution.election:
        slots["election"] = written_date(dissolution.election)
    undated = "" if dissolution.election else "-undated"
    return Absence(
        message("parliament", f"{stage.value}-title"),
        message("parliament", f"{stage.value}{undated}", **slots),
        message("parliament", f"{stage.value}-todo"),
    )


def nobody(seat: Seat, parliament: Parliament) -> str:
    """Why nobody can be written to from this seat: no MP, and no Home Secretary in the House."""
    place = in_sentence(seat.constituency.name)
    told = absence(parliament)
    return told.whole if told else message("parliament", "nobody", constituency=place)


def coming(parliament: Parliament) -> str:
    """That a dissolution is known and still to come; empty otherwise."""
    dissolution = parliament.dissolution
    if dissolution is None or parliament.stage is not Stage.SITTING:
        return ""
    return message("parliament", "coming", day=written_date(dissolution.day))


def party_told(member: Member) -> str:
    """A member's party as a line of its own: some belong to none."""
    if member.role is Role.SPEAKER or member.party == "Speaker":
        return message("parliament", "party-speaker")
    if member.main_party == "Independent":
        return message("parliament", "party-independent")
    return message("parliament", "party", party=member.party)
