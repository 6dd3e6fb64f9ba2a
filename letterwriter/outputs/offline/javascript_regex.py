r"""Patterns of ``re`` as JavaScript of 2018 has them, to match the same at the same places.

What old iPads lack is ``(?i:...)``, Unicode's ``\w \d \s \b``, and looking behind. Only what is
known here is translated and all else is refused, so that no pattern can come to mean something
else in a browser.
"""

from collections.abc import Sequence

from letterwriter.outputs.offline.characters import WORD, Untranslatable
from letterwriter.outputs.offline.regex_tree import NO_END, Item, edge_is_word, least_width

_QUANTIFIERS = {(0, 1): "?", (0, NO_END): "*", (1, NO_END): "+"}


def sequence(items: Sequence[Item], *, after_word: bool | None) -> str:
    r"""What items match one after another.

    ``after_word`` says whether a word character stands before them, None if
    that is not known: ``\b`` is one of two simple questions once it is.
    """
    written: list[str] = []
    for index, item in enumerate(items):
        left = edge_is_word(items[:index], otherwise=after_word, last=True)
        written.append(_written(item, after_word=left))
    return "".join(written)


def _written(item: Item, *, after_word: bool | None) -> str:
    if characters := item.characters:
        return characters.javascript
    match item.name:
        case "SUBPATTERN":
            number, _, _, tree = item.argument
            written = f"(?<g{number}>{sequence(item.inner(tree), after_word=after_word)})"
        case "GROUPREF" if not item.ignore_case:
            written = rf"\k<g{item.argument}>"
        case "BRANCH":
            trees = item.argument[1]
            ways = (sequence(item.inner(tree), after_word=after_word) for tree in trees)
            written = f"(?:{'|'.join(ways)})"
        case "MAX_REPEAT" | "MIN_REPEAT":
            written = _repeated(item, after_word=after_word)
        case "ASSERT" | "ASSERT_NOT":
            written = _looking_ahead(item, after_word=after_word)
        case "AT":
            written = _place(item.argument.name, after_word=after_word)
        case _:
            raise Untranslatable(f"{item.name}, which {__name__} does not know")
    return written


def _repeated(item: Item, *, after_word: bool | None) -> str:
    least, most, tree = item.argument
    inner = item.inner(tree)
    if least_width(tree) == 0:
        raise Untranslatable("something repeated that may match nothing: engines differ there")
    again = edge_is_word(inner, otherwise=None, last=True)
    known = most == 1 or after_word == again
    once = sequence(inner, after_word=after_word if known else None)
    if "(?<g" in once:
        raise Untranslatable("a group that is kept, repeated: engines differ in what they keep")
    if len(inner) > 1 or not (inner[0].characters or inner[0].name == "BRANCH"):
        once = f"(?:{once})"
    exactly = f"{{{least}}}" if least == most else ""
    counts = f"{{{least},{'' if most == NO_END else most}}}"
    how = _QUANTIFIERS.get((least, most)) or exactly or counts
    return once + how + ("?" if item.name == "MIN_REPEAT" else "")


def _looking_ahead(item: Item, *, after_word: bool | None) -> str:
    direction, tree = item.argument
    if direction < 0:
        raise Untranslatable("looking behind, other than for what may not stand at the very start")
    sign = "=" if item.name == "ASSERT" else "!"
    return f"(?{sign}{sequence(item.inner(tree), after_word=after_word)})"


def _place(name: str, *, after_word: bool | None) -> str:
    if name == "AT_END":
        return r"(?=\n?$)"  # Python's $ stands before a last line end too
    if name == "AT_BOUNDARY" and after_word is not None:
        return f"(?{'!' if after_word else '='}[{WORD}])"
    raise Untranslatable(f"{name} where it is not known what stands before it")
