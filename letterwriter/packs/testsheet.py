"""A page to fold into an envelope, to see whether its window shows the place of the address."""

from functools import cache

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.typst import typeset


@cache  # it is the same for everyone, always
def envelope_sheet() -> bytes:
    """The sheet as a tagged PDF: both windows' boxes, the folds, a ruler, and how to use it."""
    measures = {
        layout.value: {
            "x": layout.window.left,
            "y": layout.window.top,
            "width": layout.window.width,
            "height": layout.window.height,
            "folds": layout.folds,
        }
        for layout in Layout
    }
    return typeset("testsheet", lambda _: {"layouts": measures}, accessible=True)
