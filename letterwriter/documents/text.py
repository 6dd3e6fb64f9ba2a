"""A letter as plain text: to copy, to save, and as the words of an email."""

from collections.abc import Iterable

from letterwriter.files.messages import message, messages
from letterwriter.letters.letter import Letter
from letterwriter.text.clean_text import CleanText
from letterwriter.text.passage import SLOT

_POINTED = tuple(",.:;!?،؛؟")  # whoever ends the line with a mark of their own keeps it


def as_text(letter: Letter) -> str:
    """The whole letter with LF line ends, no trailing spaces, and one newline at the end."""
    blocks = [
        _lines(letter.sender),
        letter.date,
        _lines(letter.recipient),
        with_comma(letter.salutation),
        *letter.body,
        with_comma(letter.close),
        letter.name,
    ]
    return _joined(blocks)


def email_body(letter: Letter) -> str:
    """The letter as an email to an MP has it, with LF line ends.

    The blocks at the top are left out, since the email's own header stands for
    them; the writer's address goes under the name, because an MP answers only
    constituents and has to see that this is one.
    """
    signature = _lines([letter.name, *address_lines(letter)])
    return _joined(
        [with_comma(letter.salutation), *letter.body, with_comma(letter.close), signature]
    )


def address_lines(letter: Letter) -> tuple[CleanText, ...]:
    """The sender block without the name that is printed under the signature anyway."""
    if letter.sender[:1] == (letter.name,):
        return letter.sender[1:]
    return letter.sender


def title(letter: Letter) -> str:
    """A document's title, as a window's bar shows it: whom it is to, and never who writes."""
    if not letter.recipient:
        return message("documents", "title-to-nobody")
    return message("documents", "title", addressee=letter.recipient[0])


def foot(letter: Letter) -> tuple[tuple[str, str], ...]:
    """The foot of the pages after the first: words, each with the number that comes after them.

    A number is "number" or "pages", which only the page's own program can count, or "".
    """
    names = {"writer": letter.name.strip(), "addressee": "".join(letter.recipient[:1]).strip()}
    key = {
        (True, True): "next-page",
        (False, True): "next-page-by-nobody",
        (True, False): "next-page-to-nobody",
        (False, False): "next-page-without-names",
    }[bool(names["writer"]), bool(names["addressee"])]
    pieces, words = [], ""
    for place, part in enumerate(SLOT.split(messages("documents")[key])):
        if place % 2 and part not in names:  # words and slots take turns
            pieces.append((words, part))
            words = ""
        else:
            words += names[part] if place % 2 else part
    return (*pieces, (words, ""))


def with_comma(words: CleanText) -> CleanText:
    """The words with a comma: "Dear Lucy Powell,". Empty ones and pointed ones stay as they are."""
    stripped = words.strip()
    pointed = not stripped or stripped.endswith(_POINTED)
    return CleanText(stripped if pointed else f"{stripped},")


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line.strip())


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"
