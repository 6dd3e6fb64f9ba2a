"""A letter as plain text: to copy, to save, and as the words of an email."""

from collections.abc import Iterable

from letterwriter.domain.cleaning import clean
from letterwriter.domain.letter import Letter

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


def address_lines(letter: Letter) -> tuple[str, ...]:
    """The sender block without the name that is printed under the signature anyway."""
    if letter.sender[:1] == (letter.name,):
        return letter.sender[1:]
    return letter.sender


def with_comma(words: str) -> str:
    """The words with a comma: "Dear Lucy Powell,". Empty ones and pointed ones stay as they are."""
    words = words.strip()
    return words if not words or words.endswith(_POINTED) else f"{words},"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line.strip())


def _joined(blocks: Iterable[str]) -> str:
    return clean("\n\n".join(block for block in blocks if block.strip())) + "\n"
