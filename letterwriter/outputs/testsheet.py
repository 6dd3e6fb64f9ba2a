"""A page to fold into an envelope, to see whether its window shows the place of the address."""

import json
from functools import cache

from letterwriter.domain.paper import Layout
from letterwriter.outputs.fonts import typefaces
from letterwriter.paths import TEMPLATES

_TEMPLATE = TEMPLATES / "print" / "testsheet.typ"


@cache  # it is the same for everyone, always
def envelope_sheet() -> bytes:
    """The sheet as a tagged PDF: both windows' boxes, the folds, a ruler, and how to use it."""
    import typst

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
    sheet = json.dumps({"fonts": typefaces().families, "layouts": measures})
    return typst.compile(
        _TEMPLATE.read_bytes(),
        font_paths=typefaces().fonts,
        sys_inputs={"sheet": sheet},
        pdf_standards=["ua-1"],
    )
