"""Which postcodes belong to which MP, for someone with a pile of letters and no computer."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from letterwriter.postcodes.sector_table import Sector


@dataclass(frozen=True, slots=True)
class Share:
    """How many postcodes of an area lie in one constituency."""

    code: str
    postcodes: int


@dataclass(frozen=True, slots=True)
class SortingRow:
    """Sectors that are shared out alike; more than one share stands for "look it up"."""

    sectors: tuple[str, ...]
    shares: tuple[Share, ...]  # most postcodes first

    @property
    def divided(self) -> bool:
        """Whether the sector alone does not tell the constituency."""
        return len(self.shares) > 1


@dataclass(frozen=True, slots=True)
class DistrictRows:
    """One district, "M14", with its sectors."""

    outward: str
    rows: tuple[SortingRow, ...]

    @property
    def whole(self) -> bool:
        """Whether all of it lies in one constituency."""
        return len(self.rows) == 1 and not self.rows[0].divided


def shares(sectors: Iterable[Sector]) -> tuple[Share, ...]:
    """How many postcodes of all these sectors lie in each constituency, most first."""
    counts: Counter[str] = Counter()
    for _, codes in sectors:
        counts.update(codes)
    return _ranked(counts)


def districts_in_rows(sectors: Iterable[Sector]) -> tuple[DistrictRows, ...]:
    """The sorting sheet: districts in the order people count in, M2 before M14."""
    districts: dict[str, list[Sector]] = {}
    for sector in sectors:
        districts.setdefault(_outward(sector), []).append(sector)
    return tuple(
        DistrictRows(outward, tuple(_rows(districts[outward])))
        for outward in sorted(districts, key=_as_counted)
    )


def _rows(sectors: list[Sector]) -> list[SortingRow]:
    """Undivided sectors joined by constituency, the largest part first; then divided ones."""
    together: dict[str, list[Sector]] = {}
    divided = []
    for sector in sorted(sectors):
        if len(sector[1]) == 1:
            together.setdefault(next(iter(sector[1])), []).append(sector)
        else:
            divided.append(SortingRow((sector[0],), shares([sector])))
    whole = [
        SortingRow(tuple(name for name, _ in group), shares(group)) for group in together.values()
    ]
    return [*sorted(whole, key=lambda row: (-row.shares[0].postcodes, row.sectors)), *divided]


def _ranked(counts: Mapping[str, int]) -> tuple[Share, ...]:
    codes = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(Share(code, counts[code]) for code in codes)


def _outward(sector: Sector) -> str:
    return sector[0].partition(" ")[0]


def _as_counted(outward: str) -> tuple[str, int, str]:
    """So that M2 comes before M14, and EC1A before EC1V."""
    area = outward[: 2 if outward[1:2].isalpha() else 1]
    number = "".join(c for c in outward[len(area) :] if c.isdecimal())
    return area, int(number or 0), outward
