"""A stack of letters from a list: rows to letters by MP, and the rows that need fixing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from random import Random

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.answers import (
    MOST_CONCERNS,
    SUGGESTED_CONCERNS,
    Answers,
    Sender,
    Story,
)
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.letters.offered import ORDERS, asks_for, suggested_first
from letterwriter.mailmerge.columns.names import is_joint
from letterwriter.mailmerge.duplicates import PeopleSeen
from letterwriter.mailmerge.messages import row_place
from letterwriter.mailmerge.rows import (
    BadRow,
    Note,
    Remark,
    Row,
    RowDoubt,
    Trouble,
    named,
    sender,
    story,
    why,
)
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.house_messages import nobody
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.elsewhere import elsewhere
from letterwriter.postcodes.lookup import Lookup, PostcodeSource, Reason, Status, look_up
from letterwriter.text.clean_text import CleanText, squeezed

_MOST_SHOWN = 40  # characters of a cell in a remark


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """A row that makes a letter, with what is doubtful in it and what is to be said of it."""

    row: Row
    answers: Answers
    to: Addressee
    doubts: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberBatch:
    """The requests of one constituency, in the order of the list."""

    to: Addressee
    requests: tuple[LetterRequest, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """The requests by MP, in the order of surnames, and the rows that are held back.

    ``bad`` are those that cannot make a letter, with what is wrong; ``doubtful`` those that can,
    and do as soon as somebody says that they are right.
    """

    by_member: tuple[MemberBatch, ...]
    bad: tuple[tuple[Row, BadRow], ...]
    doubtful: tuple[LetterRequest, ...] = ()

    @property
    def count(self) -> int:
        """How many letters there are."""
        return sum(len(batch.requests) for batch in self.by_member)

    @property
    def requests(self) -> tuple[LetterRequest, ...]:
        """The requests that are printed, in the order of the list."""
        found = (request for batch in self.by_member for request in batch.requests)
        return tuple(sorted(found, key=lambda request: request.row.number))

    @property
    def office_unknown(self) -> bool:
        """Whether some letters go to members of whom our list may lack that they are ministers."""
        return any(batch.to.office_unknown for batch in self.by_member)


class MailMerge:
    """Sorts rows by MP, with the tables and the campaign of one day."""

    def __init__(
        self, parliament: Parliament, table: PostcodeSource, campaign: Campaign, today: date
    ) -> None:
        self._parliament = parliament
        self._table = table
        self._campaign = campaign
        self._today = today
        self._concerns = {c.id: c.label for c in campaign.concerns_on(today)}
        self._offered = campaign.concerns_on(today)
        self._composer: Callable[[Addressee], Composer] = lru_cache(
            lambda to: Composer(campaign, to, today)
        )

    def sort(self, rows: Iterable[Row], right: Callable[[Row], bool] = lambda _: False) -> Batch:
        """Every row as a request in its batch, or as one that is held back. Never raises.

        ``right`` tells of a row whether somebody has said that its doubts are none.
        """
        by_member: dict[str, list[LetterRequest]] = {}
        bad: list[tuple[Row, BadRow]] = []
        doubtful: list[LetterRequest] = []
        seen = PeopleSeen()
        for row in rows:
            try:
                request = self._request(row, seen)
            except BadRow as trouble:
                bad.append((row, trouble))
                continue
            if request.doubts and not right(row):
                doubtful.append(request)
                continue
            by_member.setdefault(request.to.constituency.code, []).append(request)
        found = (MemberBatch(requests[0].to, tuple(requests)) for requests in by_member.values())
        return Batch(tuple(sorted(found, key=_by_surname)), tuple(bad), tuple(doubtful))

    def letters(self, batch: MemberBatch, random: Random) -> Iterator[Letter]:
        """The letters of a batch, one at a time: a whole list of them takes memory."""
        for request in batch.requests:
            yield self._composer(batch.to).assemble(request.answers, random)

    def _request(self, row: Row, seen: PeopleSeen) -> LetterRequest:
        for remark in row.remarks:
            if isinstance(remark.what, Trouble):
                raise BadRow(remark.what, None, **remark.slots)
        writer = sender(row)
        lookup = look_up(writer.postcode, self._table, self._parliament)
        code = self._constituency(row, lookup)
        seat = self._parliament[code]
        to = addressee(seat, self._parliament)
        if to is None:
            raise BadRow(Trouble.NOBODY, why=nobody(seat, self._parliament))
        text, because = story(row), why(row)
        concern_ids = self._concern_ids(row)
        answers = Answers(
            sender=replace(writer, postcode=CleanText(str(lookup.postcode or writer.postcode))),
            stories=(Story("", text),) if text else (),
            concern_ids=concern_ids,
            ask_id=self._ask_id(row, to, concern_ids),
            whys={id_: because for id_ in concern_ids[:1] if because},
        )
        doubts = [
            *(remark for remark in row.remarks if isinstance(remark.what, RowDoubt)),
            *self._doubts(row, answers.sender, code, lookup),
        ]
        if earlier := seen.same(row, answers.sender):
            doubts.append(Remark(RowDoubt.TWICE, {"line": row_place(earlier)}))
        return LetterRequest(row, answers, to, tuple(doubts), tuple(_notes(row, answers.sender)))

    def _doubts(self, row: Row, who: Sender, code: str, lookup: Lookup) -> Iterator[Remark]:
        """What is doubtful in the name, and in which MP it is."""
        if "," in who.name:
            yield Remark(RowDoubt.COMMA_IN_NAME, {"name": who.name})
        if lookup.status is Status.GUESS and not row.constituency.strip():
            slots = {"postcode": who.postcode, "constituency": self._name(code)}
            yield Remark(RowDoubt.GUESS, slots)
        if lies := elsewhere([*who.address, who.postcode], code, self._table, self._parliament):
            yield Remark(RowDoubt.ELSEWHERE, {"elsewhere": lies})

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
        return found or self._suggested(row)

    def _suggested(self, row: Row) -> tuple[str, ...]:
        """Two suggested concerns: others from row to row, the same when the list is read again."""
        drawn = Random(row.line).randrange(ORDERS)  # no secret
        ids = [c.id for c in suggested_first(self._offered, drawn) if c.suggested]
        return tuple(ids[:SUGGESTED_CONCERNS])

    def _ask_id(self, row: Row, to: Addressee, concern_ids: tuple[str, ...]) -> str:
        asks = asks_for(self._campaign, to, self._today, concern_ids, sure=True)
        fit = {ask.id: ask.label for ask in asks}
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

    def _name(self, code: str) -> str:
        return self._parliament[code].constituency.name


def _notes(row: Row, who: Sender) -> Iterator[Remark]:
    """What is said of a row that may be right as it is."""
    yield from (remark for remark in row.remarks if isinstance(remark.what, Note))
    if row.postcode and _folded(who.postcode) not in _folded(row.postcode):
        typed = squeezed(row.postcode)[:_MOST_SHOWN]
        yield Remark(Note.READ_AS, {"typed": typed, "postcode": who.postcode})
    if is_joint(who.name):
        yield Remark(Note.JOINT, {"name": who.name})


def _folded(postcode: str) -> str:
    return "".join(filter(str.isalnum, postcode)).upper()


def _by_surname(batch: MemberBatch) -> tuple[str, str, str]:
    """By the name that an MP is filed under, and by place where two share it."""
    name = batch.to.member.name
    return name.split()[-1].casefold(), name, batch.to.constituency.name
