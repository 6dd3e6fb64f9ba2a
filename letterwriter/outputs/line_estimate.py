"""How many lines words take in Calibri, which is not at hand: an estimate, rather high than low."""

import unicodedata

# What Calibri moves on for each character from the space to the tilde, in thousandths of the
# type's size; Carlito, which is free, has the same by design.
# fmt: off
_ADVANCES = (
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488,
    459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519,
    487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455,
    229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
)
# fmt: on


def rows_of(text: str, ems: float) -> int:
    """The lines that ``text`` takes where a line holds ``ems`` times the type's size."""
    return sum(_rows(line.split(" "), ems) for line in text.split("\n"))


def _rows(words: list[str], ems: float) -> int:
    rows, used = 1, 0.0
    for word in words:
        wide = sum(map(_advance, word))
        if used and used + wide > ems:
            rows, used = rows + 1, 0.0
        more, rest = divmod(wide, ems)  # a word wider than a line goes on in the next
        rows, used = rows + int(more), used + rest + _advance(" ")
    return rows


def _advance(character: str) -> float:
    """In ems: of the plain letter for one with an accent, and much for what Calibri lacks."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    plain = unicodedata.normalize("NFD", character)[0]
    if " " <= plain <= "~":
        return _ADVANCES[ord(plain) - ord(" ")] / 1000
    return 1.0 if unicodedata.east_asian_width(plain) in "WF" else 0.7
