"""A sheet for each MP: how many letters were made in the constituency, by week and by door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from letterwriter.documents.typst import Show, typeset
from letterwriter.files.messages import message
from letterwriter.parliament.members import Seat
from letterwriter.tallies.sums import Sums, Total, by_constituency
from letterwriter.tallies.tally import NO_LETTERS, Door
from letterwriter.text.clean_text import CleanText
from letterwriter.text.dates import written_date

MOST_WEEKS: Final = 10  # bars on the sheet; what is earlier shares one more


@dataclass(frozen=True, slots=True)
class Promoted:
    """Who hands the sheets over; either may be empty."""

    group: CleanText
    contact: CleanText


def member_sheets(sums: Sums, seats: Iterable[Seat], by: Promoted) -> bytes:
    """A PDF with one page for each seat to which letters were made, by constituency's name."""
    made = {code: each for code, each in by_constituency(sums).items() if each.made.letters}
    named = sorted(seats, key=lambda seat: seat.constituency.name)
    wanted = [seat for seat in named if seat.constituency.code in made]

    def words(show: Show) -> Mapping[str, object]:
        return {
            "title": message("tallies", "sheets-title"),
            "sheets": [_sheet(seat, sums, made[seat.constituency.code], show) for seat in wanted],
            "heading": message("tallies", "sheet-title"),
            "by_week": message("tallies", "sheet-by-week"),
            "by_door": message("tallies", "sheet-by-door"),
            "note": message("tallies", "sheet-note"),
            "by": list(_signed(by, show)),
        }

    return typeset("member_sheet", words)


def weeks(sums: Sums, code: str) -> dict[date, int]:
    """The letters made in a constituency by the Monday of each week from the first to the last."""
    found: dict[date, int] = {}
    for group, total in sums.items():
        if group.code == code and total.made.letters:
            monday = group.day - timedelta(days=group.day.weekday())
            found[monday] = found.get(monday, 0) + total.made.letters
    between = (max(found) - min(found)).days // 7 if found else -1
    every = [min(found) + timedelta(weeks=number) for number in range(between + 1)]
    return {monday: found.get(monday, 0) for monday in every}


def poster_words(sums: Sums) -> CleanText:
    """What a poster says: "241 letters to 9 MPs"."""
    made = [each.made.letters for each in by_constituency(sums).values() if each.made != NO_LETTERS]
    which = f"poster-{'one' if sum(made) == 1 else 'many'}-{'one' if len(made) == 1 else 'many'}"
    numbers = {"letters": f"{sum(made):,}", "members": f"{len(made):,}"}
    return CleanText(message("tallies", which, **numbers))


def _sheet(seat: Seat, sums: Sums, total: Total, show: Show) -> Mapping[str, object]:
    place = seat.constituency
    many = "one" if total.made.letters == 1 else "many"
    slots = {"letters": f"{total.made.letters:,}", "place": place.name}
    doors = zip(Door, total.made.doors, strict=True)
    return {
        "place": show(place.name),
        "member": show(
            seat.member.envelope_name if seat.member else message("tallies", "sheet-vacant")
        ),
        "lead": show(message("tallies", f"sheet-{many}", **slots)),
        "when": _when(sums, place.code, total.made.letters),
        "weeks": _bars(weeks(sums, place.code)),
        "doors": [
            [message("tallies", f"sheet-{door}"), number] for door, number in doors if number
        ],
    }


def _when(sums: Sums, code: str, letters: int) -> str:
    days = [group.day for group, each in sums.items() if group.code == code and each.made.letters]
    first, last = written_date(min(days)), written_date(max(days))
    same_day = "sheet-when-one" if letters == 1 else "sheet-when-day"
    key = same_day if first == last else "sheet-when"
    return message("tallies", key, first=first, last=last)


def _bars(by_week: Mapping[date, int]) -> list[tuple[str, int]]:
    pairs = list(by_week.items())
    earlier, shown = pairs[:-MOST_WEEKS], pairs[-MOST_WEEKS:]
    bars = [(message("tallies", "sheet-week", day=written_date(day)), each) for day, each in shown]
    before = sum(number for _, number in earlier)
    return [(message("tallies", "sheet-earlier"), before), *bars] if before else bars


def _signed(by: Promoted, show: Show) -> Iterable[str]:
    if by.group:
        yield show(message("tallies", "sheet-from", group=by.group))
    if by.contact:
        yield show(message("tallies", "sheet-contact", contact=by.contact))
