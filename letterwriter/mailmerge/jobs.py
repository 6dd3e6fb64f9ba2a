"""A list of people to what it makes: a preview, the rows to fix, the letters as one PDF."""

from dataclasses import dataclass
from datetime import date
from random import SystemRandom

from letterwriter.campaigns.campaign import Campaign
from letterwriter.files.messages import message
from letterwriter.mailmerge import list_files
from letterwriter.mailmerge.batch import Batch, MailMerge
from letterwriter.mailmerge.batch_pdf import as_stack
from letterwriter.mailmerge.lists import read_carried, read_list
from letterwriter.mailmerge.messages import reason
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
class Checked:
    """A list that was read, what it makes, and each bad row with its reason.

    ``carried`` is the whole list once more, as it was read.
    """

    people: People
    carried: str
    stack: Batch
    bad: tuple[tuple[Row, str], ...]


def checked(content: bytes | str, tables: Tables) -> Checked:
    """The list in a file, or one that is carried on. Raises `Unreadable`."""
    people = read_carried(content) if isinstance(content, str) else read_list(content)
    stack = tables.mail_merge.sort(people.rows)
    bad = tuple((row, reason(trouble, tables.parliament)) for row, trouble in stack.bad)
    return Checked(people, people.brought.carried, stack, bad)


def faulty_rows_csv(text: str, tables: Tables) -> bytes:
    """The bad rows of a carried list with their reasons, as CSV. Raises `Unreadable`."""
    found = checked(text, tables)
    titles = message("stack", "mend-line"), message("stack", "mend-reason")
    return list_files.rows_to_fix(found.people.headings, found.bad, titles)


def letters_by_mp(text: str, tables: Tables) -> bytes:
    """A carried list's letters as a PDF; nothing where no row makes one. Raises `Unreadable`."""
    mail_merge = tables.mail_merge
    stack = mail_merge.sort(read_carried(text).rows)
    if not stack.count:
        return b""
    random = SystemRandom()
    return as_stack(stack, lambda batch: mail_merge.letters(batch, random), tables.today)
