"""Lines of a letter as they come in from a form."""

from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean_line


def lines(*texts: str) -> tuple[CleanText, ...]:
    return tuple(map(clean_line, texts))
