"""The tags of PDFs that are joined: each keeps its own, as a part of one document."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf


class JoinedTags:
    """Gathers the tags of parts for a whole whose pages came from them in the same order."""

    def __init__(self, whole: "Pdf") -> None:
        from pikepdf import Array, Dictionary, Name

        self._whole = whole
        self._document: Any = whole.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, K=Array())
        )
        self._owners: list[Any] = []  # of the marks of each page
        self._roles: dict[str, Any] = {}  # what names of Typst's own stand for

    def add(self, part: "Pdf", pages: Iterable[Any]) -> None:
        """Take the tags of a part; ``pages`` are its pages in the whole, which has them by now."""
        from pikepdf import Name, NumberTree

        source: Any = part.Root
        if "/StructTreeRoot" not in source:
            return
        root: Any = self._whole.copy_foreign(source.StructTreeRoot)
        owners: dict[int, Any] = dict(NumberTree(root.ParentTree))
        for page in pages:
            if "/StructParents" in page:
                self._owners.append(owners[int(page.StructParents)])
                page.StructParents = len(self._owners) - 1
        self._roles |= dict(root.get("/RoleMap", {}).items())
        for tag in root.K:
            tag.S, tag.P = Name.Part, self._document
            self._document.K.append(tag)

    def write(self) -> None:
        """Put them into the whole; nothing, where no part had any."""
        from pikepdf import Array, Dictionary, Name

        if not self._owners:
            return
        numbered = [one for pair in enumerate(self._owners) for one in pair]
        tree = self._whole.make_indirect(Dictionary(Nums=Array(numbered)))
        root = self._whole.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([self._document]),
                ParentTree=tree,
                ParentTreeNextKey=len(self._owners),
            )
        )
        if self._roles:
            root.RoleMap = Dictionary(self._roles)
        self._document.P = root
        self._whole.Root.StructTreeRoot = root
        self._whole.Root.MarkInfo = Dictionary(Marked=True)
