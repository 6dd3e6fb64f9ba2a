"""From what a volunteer asks for to a pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from letterwriter.domain.addressee import Addressee, addressee
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.dealer import Dealer
from letterwriter.domain.pack import LabelSheet, Pack, Part, Poster, refuse_too_much
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.sorting import Sector, Share, shares, sheet

_STEP = 5  # copies are counted out in fives


class Nobody(ValueError):
    """A constituency without a member, at a time without a Home Secretary."""

    def __init__(self, place: str) -> None:
        super().__init__(f"there is nobody to write to from {place}")
        self.place = place


@dataclass(frozen=True, slots=True)
class Order:
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
class Stock:
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
            raise Nobody(seat.constituency.name)
        return to


def pack(order: Order, stock: Stock, today: date, random: Random) -> Pack:
    """The pack, its letters dealt. Raises `TooMuch`, `TooFewWordings` and `Nobody`."""
    wanted = {code: copies for code, copies in order.copies.items() if copies}
    refuse_too_much(wanted)
    stacks = [
        Dealer(stock.campaign, stock.recipient(code), today, random).deal(
            copies, order.concern_ids, order.ask_id
        )
        for code, copies in wanted.items()
    ]
    around = [share.code for share in shares(order.sectors) if share.code in stock.parliament]
    return Pack(
        stacks=tuple(stacks),
        districts=sheet(order.sectors),
        others=tuple(stock.recipient(code) for code in around if code not in wanted),
        parts=order.parts,
        labels=order.labels,
        poster=stock.poster,
        design=order.design,
    )


def suggested(around: tuple[Share, ...], total: int = 50) -> dict[str, int]:
    """Copies for each constituency by its share of the postcodes, in fives, ``total`` or so."""
    postcodes = sum(share.postcodes for share in around)
    return {
        share.code: round(total * share.postcodes / postcodes / _STEP) * _STEP for share in around
    }
