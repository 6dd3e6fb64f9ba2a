"""A stall pack as one PDF, made part by part so that it never takes much memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from letterwriter.documents.fonts import shown
from letterwriter.documents.pdf_files.pdf_merge import PAGES_A_PART
from letterwriter.documents.qr import square
from letterwriter.documents.text import with_comma
from letterwriter.documents.typst import typeset
from letterwriter.letters.letter import Letter
from letterwriter.packs.pack import Pack, Part, labels
from letterwriter.packs.posters import A4, make_poster, spoken
from letterwriter.packs.sorting_sheet import DistrictRows, SortingRow
from letterwriter.parliament.addressee import Addressee

Job = Callable[[], bytes]  # makes the PDF of one part of a document


def jobs(pack: Pack) -> list[Job]:
    """The parts of the pack in the order of printing; `joined_pdf` joins what they make."""
    makers: Mapping[Part, Callable[[Pack], Iterator[Job]]] = {
        Part.SORTING: _sorting,
        Part.LETTERS: _letters,
        Part.LABELS: _labels,
        Part.TALLY: _tally,
        Part.SAFETY: _safety,
        Part.POSTER: _poster,
    }
    return [job for part in Part if part in pack.parts for job in makers[part](pack)]


def letters_to_sign(letters: Sequence[Letter]) -> bytes:
    """One sheet for each letter, with ruled room for a hand; not for more than a hundred or so."""
    words = {"letters": [_letter(letter) for letter in letters]}
    return typeset("sign", lambda _: words, tagged=False)


def _letters(pack: Pack) -> Iterator[Job]:
    letters = [letter for stack in pack.stacks for letter in stack.letters]
    for start in range(0, len(letters), PAGES_A_PART):
        yield partial(letters_to_sign, letters[start : start + PAGES_A_PART])


def _letter(letter: Letter) -> Mapping[str, object]:
    opening, *paragraphs = map(shown, letter.body)
    return {
        "recipient": list(map(shown, letter.recipient)),
        "salutation": shown(with_comma(letter.salutation)),
        "opening": opening,
        "paragraphs": paragraphs,
        "close": with_comma(letter.close),
    }


def _sorting(pack: Pack) -> Iterator[Job]:
    if not pack.districts:
        return
    with_letters = {stack.to.constituency.code: stack.to for stack in pack.stacks}
    everyone = {to.constituency.code: to for to in pack.others} | with_letters
    people = {code: _person(to) for code, to in everyone.items()}
    words = {
        "districts": [_district(district, people) for district in pack.districts],
        "piles": [people[code] for code in with_letters],
        "site": spoken(pack.poster.site),
    }
    yield partial(typeset, "sorting", lambda _: words, tagged=False)


def _district(
    district: DistrictRows, people: Mapping[str, Mapping[str, object]]
) -> Mapping[str, object]:
    rows = [_row(row, people) for row in district.rows]
    return {"name": district.outward, "whole": district.whole, "rows": rows}


def _row(row: SortingRow, people: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    total = sum(share.postcodes for share in row.shares)
    return {
        "sectors": row.sectors,
        "shares": [
            {"to": people[share.code], "of": share.postcodes / total} for share in row.shares
        ],
    }


def _person(to: Addressee) -> Mapping[str, object]:
    return {"name": shown(to.member.name), "place": shown(to.constituency.name)}


def _labels(pack: Pack) -> Iterator[Job]:
    members = list({stack.to.block: stack.to for stack in pack.stacks if stack.letters}.values())
    words = {
        "sheet": pack.labels.value,
        "labels": [list(map(shown, to.block)) for to in labels(members, pack.labels)],
    }
    if members:
        yield partial(typeset, "labels", lambda _: words, tagged=False)


def _tally(pack: Pack) -> Iterator[Job]:
    rows = [{**_person(stack.to), "letters": len(stack.letters)} for stack in pack.stacks]
    yield partial(typeset, "tally", lambda _: {"rows": rows}, tagged=False)


def _safety(pack: Pack) -> Iterator[Job]:
    words = {"site": pack.poster.site, "qr": square(pack.poster.site)}
    yield partial(typeset, "safety", lambda _: words, tagged=False)


def _poster(pack: Pack) -> Iterator[Job]:
    yield partial(make_poster, pack.poster, pack.design, A4, tagged=False)
