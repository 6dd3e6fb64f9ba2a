"""A leaflet for the stall: what is changing, on one side of A4, as the page tells it."""

from collections.abc import Sequence

from letterwriter.campaigns.changes import PartToday
from letterwriter.documents.qr import square
from letterwriter.documents.typst import Show, typeset
from letterwriter.files.messages import message
from letterwriter.packs.posters import spoken
from letterwriter.text.clean_text import CleanText, in_one_line
from letterwriter.text.dates import written_date


def make_leaflet(parts: Sequence[PartToday], site: str, imprint: CleanText) -> bytes:
    """One page, tagged; ``site`` is the address for the code, empty where there is none."""
    return typeset(
        "leaflet",
        lambda show: {
            "title": message("changes", "title"),
            "lead": message("changes", "lead"),
            "parts": [_part(part, show) for part in parts],
            "site": site,
            "address": spoken(site),
            "qr": square(site),
            "imprint": show(in_one_line(imprint)),
        },
        accessible=True,
    )


def _part(part: PartToday, show: Show) -> dict[str, object]:
    waits = "" if not part.waits else message("changes", "some" if part.facts else "all")
    facts = [
        {
            "says": show(fact.says),
            "source": show(
                message("changes", "source", source=fact.source, day=written_date(fact.as_at))
            ),
        }
        for fact in part.facts
    ]
    return {"title": show(part.title), "facts": facts, "waits": waits}
