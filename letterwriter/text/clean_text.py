"""Text that has been cleaned, as a type: whoever takes it need not clean it again.

`cleaning.clean` and `cleaning.clean_line` make it where text comes in: forms, the command
line, lists, campaign files. Clean text that is cut at spaces, line ends or punctuation, or
joined by them, is clean again; so are names that were checked when they were read, and our
own dates. Code that does so says it by calling the type, and nothing else calls it.
"""

from typing import NewType

CleanText = NewType("CleanText", str)  # what makes it so: see `cleaning.clean`

NO_TEXT = CleanText("")


def in_one_line(text: CleanText) -> CleanText:
    """The text for a place that holds one line: line ends become spaces."""
    return CleanText(" ".join(line for line in text.split("\n") if line))


def squeezed(text: CleanText) -> CleanText:
    """The text in one line, with one space wherever it has white space."""
    return CleanText(" ".join(text.split()))
