"""Many small requests, and single forms that once took a worker for seconds or for days."""

from functools import partial
from urllib.parse import urlencode

from attack.asking import get, post, tried, upload
from attack.tally import MARKER, Tally

_LOAD = 3_000
_PAGES = ("/", "/healthz", "/privacy", f"/no-such-page-{MARKER}", f"/find?postcode={MARKER}")


def load(port: int) -> Tally:
    """Thousands of small requests."""
    pages = [partial(get, port, _PAGES[n % len(_PAGES)]) for n in range(_LOAD - _LOAD // 5)]
    form = urlencode({"postcode": f"M14 5TP {MARKER}"}).encode()
    return tried([*pages, *[partial(post, port, "/find", form)] * (_LOAD // 5)], at_once=4)


def spaces(port: int) -> Tally:
    """65,000 spaces in a field."""
    form = urlencode({"constituency": " " * 65_000 + "x"}).encode()
    return tried([partial(post, port, "/find", form)] * 4, at_once=4)


def brackets(port: int) -> Tally:
    """A list whose heading is 64,000 brackets, and one with a cell of 100,000 spaces."""
    heading = b"(" * 64_000 + b",Address,Postcode\nA,B,M14 5TP\n"
    cell = b"Name,Address,Postcode\n" + b" " * 100_000 + b"x,B,M14 5TP\n"
    asked = [
        partial(upload, port, "/volunteers/stack", "list.csv", each) for each in (heading, cell)
    ]
    return tried(asked * 2, at_once=4)


def names(port: int) -> Tally:
    """The same name of a place, hundreds and tens of thousands of times."""
    asked = [
        partial(post, port, "/volunteers", urlencode({field: "a," * many}, safe=",").encode())
        for field in ("constituencies", "councils")
        for many in (800, 30_000)
    ]
    return tried(asked, at_once=4)
