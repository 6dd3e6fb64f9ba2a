"""Real processes that are stopped: what they counted is written."""

from pathlib import Path
from urllib.parse import urlencode

from letterwriter.counts.database import CountsDatabase
from tests.serving import served

FORM = {"Content_Type": "application/x-www-form-urlencoded"}


def test_what_two_processes_counted_is_written_as_they_are_stopped(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/counts.sqlite"
    with served(LETTERWRITER_COUNTS=address, LETTERWRITER_PDFS_A_MINUTE="1000") as site:
        for n in range(40):
            told = {"constituency": "E14001353", "door": "printed", "count": f"{n:032x}"}
            assert site.ask("POST", "/count", urlencode(told).encode(), **FORM) == 204
        said = site.said()
    database = CountsDatabase(address)
    numbers = dict(database.numbers())
    database.close()
    assert sum(numbers.values()) == 40
    assert len(numbers) == 1
    assert "count" not in said.lower()
