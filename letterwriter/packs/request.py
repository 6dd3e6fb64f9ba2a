"""From what a volunteer asks for to a pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from letterwriter.campaigns.campaign import Campaign
from letterwriter.packs.pack import LabelSheet, Pack, Part, Poster, refuse_too_much
from letterwriter.packs.sorting_sheet import Share, districts_in_rows, shares
from letterwriter.packs.variations import Variations
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.house_messages import nobody
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.sector_table import Sector

_STEP = 5  # copies are counted out in fives


class Nobody(ValueError):
    """A constituency from which there is nobody to write to; ``why`` says so in a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What a volunteer asks for.

    ``copies`` goes by constituency code, and has codes with none too;
    ``sectors`` are those for the sorting sheet.
    """

    copies: Mapping[str, int]
    sectors: tuple[Sector, ...] = ()
    parts: frozenset[Part] = frozenset(Part)
    labels: LabelSheet = LabelSheet.L7163
    concern_ids: tuple[str, ...] = ()
    ask_id: str = ""
    design: int = 1


@dataclass(frozen=True, slots=True)
class PackSource:
    """What packs are made of: the campaign's words, the members, and what the posters say."""

    campaign: Campaign
    parliament: Parliament
    site: str

    @property
    def poster(self) -> Poster:
        """The campaign's words for the window, and the way to the site."""
        return Poster(self.campaign.poster_text, self.site, self.campaign.promoter.imprint)

    def recipient(self, code: str) -> Addressee:
        """Who is written to from this constituency. Raises `Nobody`, or KeyError for the code."""
        seat = self.parliament[code]
        to = addressee(seat, self.parliament)
        if to is None:
            raise Nobody(nobody(seat, self.parliament))
        return to


def pack_parts(request: PackRequest, source: PackSource, today: date, random: Random) -> Pack:
    """The pack, its letters made. Raises `TooMuch`, `TooFewWordings` and `Nobody`."""
    wanted = {code: copies for code, copies in request.copies.items() if copies}
    refuse_too_much(wanted)
    stacks = [
        Variations(source.campaign, source.recipient(code), today, random).letters_to_sign(
            copies, request.concern_ids, request.ask_id
        )
        for code, copies in wanted.items()
    ]
    around = [share.code for share in shares(request.sectors) if share.code in source.parliament]
    return Pack(
        stacks=tuple(stacks),
        districts=districts_in_rows(request.sectors),
        others=tuple(source.recipient(code) for code in around if code not in wanted),
        parts=request.parts,
        labels=request.labels,
        poster=source.poster,
        design=request.design,
    )


def suggested(around: tuple[Share, ...], total: int = 50) -> dict[str, int]:
    """Copies for each constituency by its share of the postcodes, in fives, ``total`` or so."""
    postcodes = sum(share.postcodes for share in around)
    return {
        share.code: round(total * share.postcodes / postcodes / _STEP) * _STEP for share in around
    }
