"""How long a look-up takes while ten people make PDFs, by the site's own gunicorn settings."""

import os
import statistics
import tempfile
import time
from http.client import HTTPConnection
from multiprocessing.pool import ThreadPool
from pathlib import Path
from threading import Event, Thread

from werkzeug.test import encode_multipart

from bench.pages import _served
from bench.rows import Row

_PRINTERS = 10  # two of them with stacks from a list, the others with a letter each
_LOOKUPS = 150
_PAUSE = 0.03  # seconds between look-ups: people at other tables, not a flood
_BEARABLE = 500.0  # milliseconds: people do not yet feel that they wait
_LIST = "Name,Address,Postcode,Story\n" + "".join(
    f"Person {n},{n} High Street,M14 5TP,I teach in a primary school.\n" for n in range(200)
)
_LETTER = {
    "constituency": "E14001353",
    "letter-sender": "Amina Yusuf\n1 High Street",
    "letter-recipient": "Afzal Khan MP\nHouse of Commons\nLondon\nSW1A 0AA",
    "letter-salutation": "Dear Afzal Khan",
    "letter-signed": "Amina Yusuf",
    **{
        f"letter-paragraphs-{n}-text": "I see how they wait, and what it does to them. " * 6
        for n in range(6)
    },
}
_BUSY = (429, 503)  # as told to those who come too often or at the wrong moment


def rows() -> list[Row]:
    """The 95th percentile without and with the load, in one run of the server."""
    os.environ["LETTERWRITER_PDFS_A_MINUTE"] = "100000"  # the limit for one address is no help here
    with tempfile.TemporaryDirectory() as folder, _served("wsgi:app", Path(folder)) as port:
        _post(port, "/letter.pdf", _LETTER)  # the fonts are read once
        alone = _p95(port)
        ended = Event()
        made: list[int] = []
        printers = [Thread(target=_print, args=(port, n, ended, made)) for n in range(_PRINTERS)]
        for printer in printers:
            printer.start()
        time.sleep(0.5)
        loaded = _p95(port)
        ended.set()
        for printer in printers:
            printer.join()
    print(f"(p95 alone {alone:.0f} ms; {len(made)} PDFs meanwhile, {made.count(503)} told to wait)")
    against = f"without them: {alone:.0f} ms"
    what = "look-up's p95 while ten make PDFs"
    return [Row(what, against, loaded, _BEARABLE, "ms", at_most=True)]


def _print(port: int, number: int, ended: Event, made: list[int]) -> None:
    while not ended.is_set():
        if number < _PRINTERS - 2:
            made.append(_post(port, "/letter.pdf", _LETTER))
        else:
            made.append(_post(port, "/volunteers/stack/letters.pdf", {"people": _LIST}))


def _p95(port: int) -> float:
    """In milliseconds, of look-ups by two visitors."""

    def look_up(_: int) -> float:
        start = time.perf_counter()
        _post(port, "/find", {"postcode": "M14 5TP"})
        took = time.perf_counter() - start
        time.sleep(_PAUSE)
        return 1000 * took

    with ThreadPool(2) as visitors:
        return statistics.quantiles(visitors.map(look_up, range(_LOOKUPS)), n=20)[-1]


def _post(port: int, path: str, fields: dict[str, str]) -> int:
    boundary, body = encode_multipart(fields)
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    kind = f"multipart/form-data; boundary={boundary}"
    connection.request("POST", path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200 and answer.status not in _BUSY:
        raise RuntimeError(f"{path} answered {answer.status}")
    return answer.status
