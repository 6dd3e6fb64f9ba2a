"""A first visit over Chromium’s slow 3G, with a CPU four times slower: an old phone in the rain."""

import statistics
import tempfile
from pathlib import Path
from time import monotonic

from playwright.sync_api import Page

from bench.browser import slow_page
from bench.pages import _served
from bench.rows import Row
from letterwriter.parliament.current_members import bundled_parliament

_SLOW_3G = {  # as Chromium's developer tools have it: two seconds a request, 400 kbit/s
    "offline": False,
    "latency": 2000,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
_POSTCODE, _CONSTITUENCY = "M14 5TP", "E14001353"
_TIMES = 3
_TYPING = 8_000  # milliseconds that somebody takes to type a postcode


def rows() -> list[Row]:
    """Seconds until the MP's name is seen: sent at once, and after the time that typing takes."""
    with tempfile.TemporaryDirectory() as folder, _served("wsgi:app", Path(folder)) as port:
        site = f"http://127.0.0.1:{port}/"
        at_once = _median(site, 0)
        typed = _median(site, _TYPING)
    network = "slow 3G, CPU four times slower"
    return [
        Row("postcode sent at once, to the MP's name", network, at_once, 5, "s", at_most=True),
        Row("sent 8 s later, to the MP's name", network, typed, 3, "s", at_most=True),
    ]


def _median(site: str, typing: int) -> float:
    return statistics.median(_visit(site, typing) for _ in range(_TIMES))


def _visit(site: str, typing: int) -> float:
    """Seconds from sending the postcode to the name, on a device that has never been here."""
    with slow_page() as page:
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", _SLOW_3G)
        page.goto(site, wait_until="commit")
        box = page.get_by_label("Postcode").first
        box.fill(_POSTCODE)
        if typing:
            page.wait_for_timeout(typing)
        began = monotonic()
        box.press("Enter")
        _wait_for_name(page)
        return monotonic() - began


def _wait_for_name(page: Page) -> None:
    seat = bundled_parliament()[_CONSTITUENCY]
    name = seat.member.name if seat.member else seat.constituency.name
    page.wait_for_function(
        "name => document.body && document.body.innerText.includes(name)", arg=name
    )
