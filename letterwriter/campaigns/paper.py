"""Where things stand on A4 so that an envelope's window shows the address, in millimetres."""

from dataclasses import dataclass
from enum import StrEnum

WIDTH, HEIGHT = 210.0, 297.0  # A4, by ISO 216


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on the sheet, measured from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """How far the right edge is from the sheet's left edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """How far the lower edge is from the sheet's top."""
        return self.top + self.height


# As the UK's largest public letter service, GOV.UK Notify, measures the letters it takes:
# the writer's block with the date beside the window, and the body below both. Left of that block
# and above the body it takes nothing but the recipient.
SENDER = Rectangle(125, 30, 65, 65)
BODY_TOP = 95.0
TEXT_LEFT, TEXT_RIGHT = 25.0, 190.0  # of the body, and of the lines at the left above it


class Layout(StrEnum):
    """An envelope with a window, and what its letter does with the sheet."""

    C5 = "c5"  # A4 folded once
    DL = "dl"  # A4 folded in three

    @property
    def window(self) -> Rectangle:
        """What the window always shows, however the sheet slides about in the envelope."""
        return _WINDOWS[self]

    @property
    def recipient(self) -> Rectangle:
        """Where the recipient's lines stand: in the window, and at its left above the body."""
        right = self.window.right - 2  # so that the longest line keeps clear of the edge
        return Rectangle(TEXT_LEFT, self.window.top, right - TEXT_LEFT, self.window.height)

    @property
    def folds(self) -> tuple[float, ...]:
        """How far from the top the sheet is folded."""
        return (HEIGHT / 2,) if self is Layout.C5 else (HEIGHT / 3, HEIGHT * 2 / 3)


_WINDOWS = {
    Layout.C5: Rectangle(24.6, 39.5, 95.4, 26.8),  # GOV.UK Notify's address block
    # By arithmetic from a window of 90 by 35 mm, 20 mm from the left of the envelope and 20 mm
    # from its foot, less the play of a folded sheet. Hence the test sheet.
    Layout.DL: Rectangle(20, 55, 80, 24),
}
