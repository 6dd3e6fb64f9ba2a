"""The parts of an edition by postcode area, each made at the first request for it.

No device keeps them: they are for a page that has nothing yet and looks one postcode up.
"""

from letterwriter.offline import areas
from letterwriter.offline.campaign import JsonObject
from letterwriter.offline.table import codes_in, part
from letterwriter.web.app_data import AppData
from letterwriter.web.offline.bundle import Kept, kept, kept_json


class AreaParts:
    """Parts of one edition: from its table of postcodes and its published seats."""

    def __init__(self, here: AppData, table: bytes, seats: list[JsonObject]) -> None:
        self._here = here
        self._table = table
        self._seats = {seat["code"]: seat for seat in seats}
        self._made: dict[str, Kept] = {}  # two threads may make one at once, of the same bytes

    def file(self, name: str) -> Kept | None:
        """What "areas/M.bin" or "areas/M.json" answers; None for what is no part."""
        if name not in self._made:
            folder, _, file = name.rpartition("/")
            area, _, kind = file.partition(".")
            made = self._file(name, area, kind) if folder == "areas" else None
            if made is None:
                return None
            self._made[name] = made
        return self._made[name]

    def _file(self, name: str, area: str, kind: str) -> Kept | None:
        if (area, kind) == (areas.NORTHERN_IRELAND, "json"):
            parliament = self._here.parliament
            return kept_json(name, areas.northern_ireland_part(self._seats, parliament))
        if area not in areas.WITH_TABLE or kind not in ("bin", "json"):
            return None
        rows = part(self._table, area)
        return kept(name, rows) if kind == "bin" else kept_json(name, self._part(area, rows))

    def _part(self, area: str, rows: bytes) -> JsonObject:
        here = self._here
        return areas.area_part(area, codes_in(rows), self._seats, here.postcodes, here.parliament)
