"""A stack of letters from a list: rows to letters by MP, and the rows that need mending."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from random import Random

from letterwriter.domain.addressee import Addressee, addressee
from letterwriter.domain.answers import MOST_CONCERNS, Answers, Story
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.composition import Composer
from letterwriter.domain.letter import Letter
from letterwriter.domain.lookup import Lookup, Postcodes, Reason, Status, look_up
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.rows import BadRow, Row, Trouble, named, sender, story

_SUGGESTED = 2  # concerns, where a row names none


@dataclass(frozen=True, slots=True)
class Order:
    """A row that makes a letter; ``guessed`` where its MP is likely but not certain."""

    row: Row
    answers: Answers
    to: Addressee
    guessed: bool


@dataclass(frozen=True, slots=True)
class Pile:
    """The orders of one constituency, in the order of the list."""

    to: Addressee
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Piles in the order of their MPs' surnames, and what is wrong with each bad row."""

    piles: tuple[Pile, ...]
    bad: tuple[tuple[Row, BadRow], ...]

    @property
    def count(self) -> int:
        """How many letters there are."""
        return sum(len(pile.orders) for pile in self.piles)

    @property
    def guessed(self) -> tuple[Order, ...]:
        """The orders whose MP is a guess, by line."""
        orders = (order for pile in self.piles for order in pile.orders if order.guessed)
        return tuple(sorted(orders, key=lambda order: order.row.line))


class Sorter:
    """Sorts rows by MP, with the tables and the campaign of one day."""

    def __init__(
        self, parliament: Parliament, table: Postcodes, campaign: Campaign, today: date
    ) -> None:
        self._parliament = parliament
        self._table = table
        self._campaign = campaign
        self._today = today
        self._concerns = {c.id: c.label for c in campaign.concerns_on(today)}
        self._suggested = tuple(c.id for c in campaign.concerns_on(today) if c.suggested)
        self._asks: Callable[[Addressee], dict[str, str]] = lru_cache(self._asks_for)
        self._composer: Callable[[Addressee], Composer] = lru_cache(
            lambda to: Composer(campaign, to)
        )

    def sort(self, rows: Iterable[Row]) -> Stack:
        """Every row as an order in its pile, or as a bad one. Never raises."""
        piles: dict[str, list[Order]] = {}
        bad: list[tuple[Row, BadRow]] = []
        lines: dict[object, int] = {}
        for row in rows:
            try:
                order = self._order(row)
                who = order.answers.sender
                person = (who.name.casefold(), who.address[0].casefold(), who.postcode)
                if person in lines:
                    raise BadRow(Trouble.TWICE, line=str(lines[person]))  # noqa: TRY301
            except BadRow as trouble:
                bad.append((row, trouble))
                continue
            lines[person] = row.line
            piles.setdefault(order.to.constituency.code, []).append(order)
        found = (Pile(orders[0].to, tuple(orders)) for orders in piles.values())
        return Stack(tuple(sorted(found, key=_by_surname)), tuple(bad))

    def letters(self, pile: Pile, random: Random) -> Iterator[Letter]:
        """The letters of a pile, one at a time: a whole stack of them takes room."""
        for order in pile.orders:
            yield self._composer(pile.to).assemble(order.answers, self._today, random)

    def _order(self, row: Row) -> Order:
        writer = sender(row)
        lookup = look_up(writer.postcode, self._table, self._parliament)
        code = self._constituency(row, lookup)
        to = addressee(self._parliament[code], self._parliament)
        if to is None:
            raise BadRow(Trouble.NOBODY, constituency=self._name(code))
        text = story(row)
        answers = Answers(
            sender=replace(writer, postcode=str(lookup.postcode or writer.postcode)),
            stories=(Story("", text),) if text else (),
            concern_ids=self._concern_ids(row),
            ask_id=self._ask_id(row, to),
        )
        guessed = lookup.status is Status.GUESS and not row.constituency.strip()
        return Order(row, answers, to, guessed)

    def _constituency(self, row: Row, lookup: Lookup) -> str:
        """The constituency's code: as the postcode says, or as the row does where that can be."""
        chosen = row.constituency.strip()
        if chosen and (lookup.postcode or lookup.reason is Reason.FORCES):
            return self._chosen(chosen, lookup)
        if lookup.constituency:
            return lookup.constituency
        if lookup.reason is Reason.NORTHERN_IRELAND:
            raise BadRow(Trouble.CHOOSE_BY_NAME)
        if lookup.status is Status.CHOOSE and lookup.postcode:
            names = "; ".join(self._name(code) for code in lookup.candidates)
            raise BadRow(Trouble.CHOOSE, postcode=str(lookup.postcode), names=names)
        raise BadRow(Trouble.POSTCODE, lookup)

    def _chosen(self, chosen: str, lookup: Lookup) -> str:
        """What the row names, unless its postcode lies elsewhere.

        Postcodes are placed by their centre, so a home near a boundary may well
        belong to another constituency of the same district.
        """
        if lookup.status is Status.NONE:
            raise BadRow(Trouble.POSTCODE, lookup)
        seat = self._parliament.named(chosen)
        code = seat.constituency.code if seat else chosen.upper()
        if code not in self._parliament:
            raise BadRow(Trouble.UNKNOWN_CONSTITUENCY, constituency=chosen)
        around = {
            lookup.constituency,
            *lookup.candidates,
            *self._table.in_district(lookup.district),
        }
        if lookup.reason is not Reason.FORCES and lookup.district and code not in around:
            place = lookup.constituency or lookup.candidates[0]
            raise BadRow(
                Trouble.OTHER_CONSTITUENCY, constituency=self._name(code), found=self._name(place)
            )
        return code

    def _concern_ids(self, row: Row) -> tuple[str, ...]:
        try:
            found = named(row.concerns, self._concerns)
        except KeyError as unknown:
            raise BadRow(Trouble.UNKNOWN_CONCERN, found=unknown.args[0]) from None
        if len(found) > MOST_CONCERNS:
            raise BadRow(Trouble.TOO_MANY_CONCERNS, most=str(MOST_CONCERNS))
        return found or self._suggested[:_SUGGESTED]

    def _ask_id(self, row: Row, to: Addressee) -> str:
        fit = self._asks(to)
        if not row.ask.strip():
            return next(iter(fit), "")
        everywhere = {ask.id: ask.label for ask in self._campaign.asks}
        try:
            found = named(row.ask, fit | {k: v for k, v in everywhere.items() if k not in fit})
        except KeyError as unknown:
            raise BadRow(Trouble.UNKNOWN_ASK, found=unknown.args[0]) from None
        if len(found) != 1 or found[0] not in fit:
            raise BadRow(Trouble.ASK_DOES_NOT_FIT, found=row.ask.strip(), mp=to.member.name)
        return found[0]

    def _asks_for(self, to: Addressee) -> dict[str, str]:
        return {ask.id: ask.label for ask in self._campaign.asks_on(self._today, to.role)}

    def _name(self, code: str) -> str:
        return self._parliament[code].constituency.name


def _by_surname(pile: Pile) -> tuple[str, str, str]:
    """By the name that an MP is filed under, and by place where two share it."""
    name = pile.to.member.name
    return name.split()[-1].casefold(), name, pile.to.constituency.name
