"""The table of postcodes now: the program's, or a newer one in the operator's folder.

instance/postcodes/2026-08-31/postcodes_constituencies.csv
instance/postcodes/2026-08-31/postcodes_ended.csv   only if the operator wants them
instance/postcodes/2026-08-31/edition.json          its date, and the file it was made from
"""

import json
import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.domain.edition import Edition
from letterwriter.domain.fault import Fault, FaultyFiles
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.postcode_reading import Reading
from letterwriter.domain.table_checks import check_tables
from letterwriter.sources import sector_file, shipped
from letterwriter.sources.instance import tables as folders
from letterwriter.sources.postcodes import PostcodeTable

ROOM: Final = "postcodes"  # in the instance folder
_LIVE: Final = "postcodes_constituencies.csv"
_ENDED: Final = "postcodes_ended.csv"
_EDITION: Final = "edition.json"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Postcodes:
    """A table of postcodes, and the folder it is from: None for the one of the program."""

    table: PostcodeTable
    edition: Edition
    folder: Path | None = None


def postcodes(instance: Path | None, parliament: Parliament) -> Postcodes:
    """The newest valid table; newer ones that cannot be used are logged and left.

    Raises FaultyFiles where the program's own table is faulty.
    """
    for folder in folders(instance / ROOM) if instance else ():
        try:
            found = load_postcodes(folder, parliament)
        except FaultyFiles as faulty:
            _log.warning("the table of postcodes in %s is not used: %s", folder, faulty)
            continue
        if found.edition.as_of >= shipped.POSTCODES_AS_OF:
            return found
    return _ours()


def newest_postcodes(instance: Path, parliament: Parliament) -> Postcodes:
    """The table that stands first now, for a site that has another one already.

    Raises FaultyFiles where it cannot be used: better to keep what one has than to go further back.
    """
    newest = folders(instance / ROOM)[:1]
    found = load_postcodes(newest[0], parliament) if newest else None
    return found if found and found.edition.as_of >= shipped.POSTCODES_AS_OF else _ours()


def load_postcodes(folder: Path, parliament: Parliament) -> Postcodes:
    """The table in one folder, checked against the constituencies; raises FaultyFiles."""
    ended = folder / _ENDED
    table = PostcodeTable.load(folder / _LIVE, ended if ended.exists() else None)
    if faults := list(check_tables(parliament, table.codes)):
        raise FaultyFiles(faults)
    return Postcodes(table, _edition(folder / _EDITION), folder)


def save_postcodes(reading: Reading, edition: Edition, folder: Path) -> None:
    """Write what was read into a folder; raises FaultyFiles where it would not read back."""
    sector_file.write(reading.live, folder / _LIVE)
    if reading.ended:
        sector_file.write(reading.ended, folder / _ENDED)
    about = {"as_of": edition.as_of.isoformat(), "source": edition.source}
    (folder / _EDITION).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def _ours() -> Postcodes:
    return Postcodes(shipped.postcodes(), Edition(shipped.POSTCODES_AS_OF))


def _edition(path: Path) -> Edition:
    try:
        about = json.loads(path.read_text("utf-8"))
        return Edition(date.fromisoformat(about["as_of"]), str(about["source"]))
    except (OSError, ValueError, KeyError, TypeError):
        what = 'should be such as {"as_of": "2026-08-31", "source": "ONSPD_AUG_2026.zip"}'
        raise FaultyFiles([Fault(path.name, "", what)]) from None
