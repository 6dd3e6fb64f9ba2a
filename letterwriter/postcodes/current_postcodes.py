"""The table of postcodes now: the program's, or a newer one in the operator's folder.

instance/postcodes/2026-08-31/postcodes_constituencies.csv
instance/postcodes/2026-08-31/postcodes_ended.csv   only if the operator wants them
instance/postcodes/2026-08-31/edition.json          its date, and the file it was made from
"""

import json
import logging
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.instance import instance_folder, load_table, table_folders, usable_tables
from letterwriter.files.strict_json import read_json
from letterwriter.files.table_messages import not_used
from letterwriter.files.whole_files import read_whole
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.names.proper_names import note_problem
from letterwriter.parliament.seat_checks import check_tables
from letterwriter.paths import DATA
from letterwriter.postcodes import sector_file
from letterwriter.postcodes.directory.report import Reading
from letterwriter.postcodes.edition import PostcodeEdition
from letterwriter.postcodes.sector_table import PostcodeTable

POSTCODES_FOLDER: Final = "postcodes"  # in the instance folder
_LIVE: Final = "postcodes_constituencies.csv"
_ENDED: Final = "postcodes_ended.csv"
_EDITION: Final = "edition.json"
_LARGEST_EDITION: Final = 4096  # bytes
POSTCODES_AS_OF: Final = date(2025, 2, 28)  # the ONS Postcode Directory's; see data/SOURCES.md

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CurrentPostcodes:
    """A table of postcodes, and the folder it is from: None for the one of the program.

    ``passed_over`` says that a newer one is there and cannot be used.
    """

    table: PostcodeTable
    edition: PostcodeEdition
    folder: Path | None = None
    passed_over: bool = False


def bundled_table() -> PostcodeTable:
    """The table that comes with the program; raises FaultyFiles."""
    return PostcodeTable.load(DATA / "postcodes_constituencies.csv")


def current_table(parliament: Parliament) -> PostcodeTable:
    """The newest valid table, for the command line; raises FaultyFiles."""
    return current_postcodes(instance_folder(), parliament).table


def current_postcodes(instance: Path | None, parliament: Parliament) -> CurrentPostcodes:
    """The newest valid table; newer ones that cannot be used are logged and left.

    Raises FaultyFiles where the program's own table is faulty.
    """
    if instance is None:
        return _ours()
    bad: list[tuple[Path, FaultyFiles]] = []
    good = usable_tables(
        instance / POSTCODES_FOLDER,
        lambda folder: load_postcodes(folder, parliament),
        lambda folder, faulty: bad.append((folder, faulty)),
    )
    used = next((found for found in good if _is_newer(found)), None) or _ours()
    for folder, faulty in bad:
        _log.warning("%s", not_used(POSTCODES_FOLDER, folder, faulty, used.edition.as_of))
    return replace(used, passed_over=bool(bad))


def newest_postcodes(instance: Path, parliament: Parliament) -> CurrentPostcodes:
    """The table that stands first now, for a site that has another one already.

    Raises FaultyFiles where it cannot be used: better to keep what one has than to go further back.
    """
    newest = table_folders(instance / POSTCODES_FOLDER)[:1]
    found = [load_table(folder, lambda each: load_postcodes(each, parliament)) for folder in newest]
    return found[0] if found and _is_newer(found[0]) else _ours()


def load_postcodes(folder: Path, parliament: Parliament) -> CurrentPostcodes:
    """The table in one folder, checked against the constituencies; raises FaultyFiles."""
    ended = folder / _ENDED
    table = PostcodeTable.load(folder / _LIVE, ended if ended.exists() else None)
    if faults := list(check_tables(parliament, table.codes)):
        raise FaultyFiles(faults)
    return CurrentPostcodes(table, _edition(folder / _EDITION), folder)


def save_postcodes(reading: Reading, edition: PostcodeEdition, folder: Path) -> None:
    """Write what was read into a folder; raises FaultyFiles where it would not read back."""
    sector_file.write_sectors(reading.live, folder / _LIVE)
    if reading.ended:
        sector_file.write_sectors(reading.ended, folder / _ENDED)
    about = {"as_of": edition.as_of.isoformat(), "source": edition.source}
    (folder / _EDITION).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def _is_newer(found: CurrentPostcodes) -> bool:
    return found.edition.as_of >= POSTCODES_AS_OF


def _ours() -> CurrentPostcodes:
    return CurrentPostcodes(bundled_table(), PostcodeEdition(POSTCODES_AS_OF))


def _edition(path: Path) -> PostcodeEdition:
    try:
        about: Any = read_json(read_whole(path, _LARGEST_EDITION))
        edition = PostcodeEdition(date.fromisoformat(about["as_of"]), str(about["source"]))
    except (FaultyFiles, ValueError, KeyError, TypeError):
        edition = None
    if edition is None or note_problem(edition.source):
        what = 'should be such as {"as_of": "2026-08-31", "source": "ONSPD_AUG_2026.zip"}'
        raise FaultyFiles([Fault(path.name, "", what)])
    return edition
