"""Pages set by Typst from ``templates/print/``, people's letters and all others.

The words go in as JSON and are never spliced into Typst source. Each compile is
stateless: a shared `typst.Compiler` keeps the inputs of the call before, which
would be another person's letter.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, cast

from letterwriter.documents.fonts import shown, shown_plainly, typefaces
from letterwriter.documents.pdf_files.pdf_merge import at_actual_size
from letterwriter.paths import TEMPLATES

PRINT = TEMPLATES / "print"

Show = Callable[[str], str]  # what the fonts can show of a text
Words = Callable[[Show], Mapping[str, object]]

_GAVE_UP = ("TypstError", "PanicException")  # the latter is nowhere to be imported from

_T = TypeVar("_T")


def typeset(
    template: str,
    words: Words,
    *,
    tagged: bool = True,
    accessible: bool = False,
    joined: bool = False,
) -> bytes:
    """The PDF of ``templates/print/<template>.typ``; ``words`` puts people's texts through `Show`.

    What is to be ``joined`` is left as it comes; all else with tags asks to be printed at actual
    size. An ``accessible`` one keeps to PDF/UA-1, on which screen readers can rely.
    """
    import typst  # only where a PDF is made: no page should wait for it

    def compiled(given: Mapping[str, Any]) -> bytes:
        standard: Literal["ua-1"] | None = "ua-1" if accessible else None
        return cast("bytes", typst.compile(**given, pdf_tags=tagged, pdf_standards=standard))

    pdf = _best_shown(template, words, compiled)
    return at_actual_size(pdf) if tagged and not joined else pdf


def value_of(template: str, words: Words, label: str) -> object:
    """The value that the template notes under a label, without making the PDF."""
    import typst

    def queried(given: Mapping[str, Any]) -> object:
        return typst.query(**given, selector=label, field="value", one=True)

    return _best_shown(template, words, queried)


def _best_shown(template: str, words: Words, make: Callable[[Mapping[str, Any]], _T]) -> _T:
    """What Typst makes of it, if need be with codes for all but Latin, Greek and Cyrillic.

    It gives up, or panics, on a few heaps of rare signs and marks that fonts have
    one by one but not together; nobody writes them, but anyone may paste them.
    """
    try:
        return make(_given(template, words(shown)))
    except BaseException as failure:
        if type(failure).__name__ not in _GAVE_UP:
            raise
        return make(_given(template, words(shown_plainly)))


def _given(template: str, words: Mapping[str, object]) -> dict[str, Any]:
    faces = typefaces()
    return {
        "input": str(PRINT / f"{template}.typ"),
        "root": str(TEMPLATES),
        "font_paths": faces.fonts,
        "sys_inputs": {"words": json.dumps({"fonts": faces.families, **words})},
    }
