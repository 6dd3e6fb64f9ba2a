"""Cards for the next step, four on a sheet to cut: when was it posted, and when to write again."""

from letterwriter.documents.qr import square
from letterwriter.documents.typst import typeset
from letterwriter.followup.next_step import WAIT
from letterwriter.packs.posters import spoken


def make_step_cards(site: str) -> bytes:
    """One A4 page, tagged, with lines to fill in by hand. ``site`` may be empty."""
    return typeset(
        "stepcards",
        lambda _: {
            "site": site,
            "address": spoken(site),
            "qr": square(site),
            "weeks": WAIT.days // 7,
        },
    )
