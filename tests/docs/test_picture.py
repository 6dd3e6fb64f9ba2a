"""The picture of imports in docs/ARCHITECTURE.md."""

import re

from tools.imports_picture import DOCUMENT, Imports, imports, picture, reduced, with_picture

A_WAY_ROUND: Imports = {"web": {"letters", "text"}, "letters": {"text"}, "text": set()}


def test_the_picture_is_what_the_code_imports() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == with_picture(text), "run `make docs`"


def test_an_import_that_also_goes_by_way_of_another_subject_is_left_out() -> None:
    assert reduced(A_WAY_ROUND) == {"web": {"letters"}, "letters": {"text"}, "text": set()}


def test_a_new_import_gets_an_arrow() -> None:
    more = A_WAY_ROUND | {"files": {"text"}}
    assert "    files --> text\n" in picture(more)
    assert "    files --> text\n" not in picture(A_WAY_ROUND)


def test_every_subject_is_in_the_table_above_it() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", text, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    assert named == set(imports())
