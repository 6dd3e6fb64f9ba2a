"""Pages other than a person's letter, set by Typst from ``templates/print/``.

As with letters the words go in as JSON and are never spliced into Typst source.
"""

import json
from collections.abc import Callable, Mapping

from letterwriter.outputs.fonts import shown, shown_plainly, typefaces
from letterwriter.paths import TEMPLATES

PRINT = TEMPLATES / "print"

Show = Callable[[str], str]  # what the fonts can show of a text
Words = Callable[[Show], Mapping[str, object]]

_GAVE_UP = ("TypstError", "PanicException")  # the latter is nowhere to be imported from


def typeset(template: str, words: Words, *, tagged: bool = True) -> bytes:
    """The PDF of ``templates/print/<template>.typ``; ``words`` puts people's texts through `Show`.

    Should Typst give up on a heap of rare signs, it is asked again with codes
    in their place. Without tags it is a third faster, for what gets bound.
    """
    try:
        return _compiled(template, words(shown), tagged=tagged)
    except BaseException as failure:
        if type(failure).__name__ not in _GAVE_UP:
            raise
        return _compiled(template, words(shown_plainly), tagged=tagged)


def _compiled(template: str, words: Mapping[str, object], *, tagged: bool) -> bytes:
    import typst  # only where a PDF is made: no page should wait for it

    faces = typefaces()
    made: bytes = typst.compile(
        str(PRINT / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=faces.fonts,
        sys_inputs={"words": json.dumps({"fonts": faces.families, **words})},
        pdf_tags=tagged,
    )
    return made
