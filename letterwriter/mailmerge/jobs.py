"""A list of people to what it makes: a preview, the rows to fix, the letters as one PDF."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import SystemRandom

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.files.messages import message
from letterwriter.mailmerge import list_files
from letterwriter.mailmerge.batch import Batch, MailMerge
from letterwriter.mailmerge.batch_pdf import as_stack
from letterwriter.mailmerge.columns.words import Meaning
from letterwriter.mailmerge.letterheads import Letterhead, letterheads
from letterwriter.mailmerge.lists import read_carried, read_list
from letterwriter.mailmerge.messages import reason, remark_words
from letterwriter.mailmerge.people import People
from letterwriter.mailmerge.rows import Row
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.sector_table import PostcodeTable


@dataclass(frozen=True, slots=True)
class Tables:
    """What rows are sorted by, and letters made from, on one day."""

    parliament: Parliament
    postcodes: PostcodeTable
    campaign: Campaign
    today: date

    @property
    def mail_merge(self) -> MailMerge:
        """Sorts rows by MP."""
        return MailMerge(self.parliament, self.postcodes, self.campaign, self.today)


@dataclass(frozen=True, slots=True)
class Told:
    """What the volunteer says of a list.

    ``columns`` are what columns hold, by folded label; ``right`` the numbers of doubtful rows
    that are right as they are, and ``all_right`` means every one of them.
    """

    columns: Mapping[str, Meaning] = field(default_factory=dict)
    right: frozenset[int] = frozenset()
    all_right: bool = False
    layout: Layout = Layout.C5

    def is_right(self, row: Row) -> bool:
        """Whether a row's doubts are none."""
        return self.all_right or row.number in self.right


@dataclass(frozen=True, slots=True)
class Checked:
    """A list that was read, what it makes, how letters begin, and rows with what is said of each.

    ``carried`` is the whole list once more, as it was read. ``bad`` need fixing, ``doubtful`` are
    held back until somebody says that they are right, and ``noted`` are printed.
    """

    people: People
    carried: str
    stack: Batch
    heads: tuple[Letterhead, ...]
    bad: tuple[tuple[Row, str], ...]
    doubtful: tuple[tuple[Row, str], ...]
    noted: tuple[tuple[Row, str], ...]

    @property
    def held_back(self) -> tuple[tuple[Row, str], ...]:
        """The bad rows and the doubtful ones, in the order of the list."""
        return tuple(sorted((*self.bad, *self.doubtful), key=lambda held: held[0].number))


def checked(content: bytes | str, tables: Tables, told: Told) -> Checked:
    """The list in a file, or one that is carried on. Raises `Unreadable`."""
    if isinstance(content, str):
        return sorted_out(read_carried(content, told.columns), tables, told)
    return sorted_out(read_list(content, told.columns), tables, told)


def sorted_out(people: People, tables: Tables, told: Told) -> Checked:
    """What a list makes."""
    mail_merge = tables.mail_merge
    stack = mail_merge.sort(people.rows, told.is_right)
    return Checked(
        people=people,
        carried=people.brought.carried,
        stack=stack,
        heads=letterheads(stack, mail_merge),
        bad=tuple((row, reason(trouble, tables.parliament)) for row, trouble in stack.bad),
        doubtful=tuple(
            (one.row, " ".join(map(remark_words, one.doubts))) for one in stack.doubtful
        ),
        noted=tuple(
            (one.row, " ".join(map(remark_words, one.notes))) for one in stack.requests if one.notes
        ),
    )


def rows_to_fix_csv(text: str, tables: Tables, told: Told) -> bytes:
    """The rows of a carried list that are held back, as CSV. Raises `Unreadable`."""
    return held_back_csv(checked(text, tables, told))


def held_back_csv(found: Checked) -> bytes:
    """The rows that are held back with their reasons, as CSV."""
    titles = message("stack", "mend-line"), message("stack", "mend-reason")
    return list_files.rows_to_fix(found.people.headings, found.held_back, titles)


def letters_by_mp(text: str, tables: Tables, told: Told) -> bytes:
    """The letters of a carried list as a PDF, empty without any. Raises `Unreadable`."""
    mail_merge = tables.mail_merge
    stack = mail_merge.sort(read_carried(text, told.columns).rows, told.is_right)
    if not stack.count:
        return b""
    random = SystemRandom()
    return as_stack(
        stack, lambda batch: mail_merge.letters(batch, random), tables.today, layout=told.layout
    )
