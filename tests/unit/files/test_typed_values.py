"""What is read as the kind that it should be, and how a fault names its place."""

import tomllib
from datetime import date

import pytest

from letterwriter.files.toml_files import Table
from letterwriter.files.typed_values import is_of


def table(text: str) -> Table:
    return Table("asks.toml", "ask meet-a-group", tomllib.loads(text))


@pytest.mark.parametrize(
    ("value", "kind"),
    [("true", int), ("2026-11-30T10:00:00", date), ("1", bool), ("1.0", int), ('"1"', int)],
)
def test_a_value_of_a_kind_near_by_is_not_of_this_one(value: str, kind: type) -> None:
    assert not is_of(tomllib.loads(f"value = {value}")["value"], kind)


def test_a_wrong_value_is_noted_with_its_file_and_key_and_read_as_an_empty_one() -> None:
    read = table("label = 1\nreview_by = 2026-11-30T10:00:00\norder = true\nsuggested = 1")
    assert (read.text("label"), read.day("review_by")) == ("", date.min)
    assert (read.number("order", 7), read.yes("suggested")) == (7, False)
    assert [(fault.file, fault.key) for fault in read.faults] == [
        ("asks.toml", f"ask meet-a-group, {key}")
        for key in ("label", "review_by", "order", "suggested")
    ]


def test_what_may_be_left_out_is_no_fault_and_what_is_needed_is_one() -> None:
    read = table("")
    assert (read.text("lead_in", default=""), read.number("order", 7)) == ("", 7)
    assert not read.yes("suggested")
    assert not read.faults
    assert (read.text("label"), read.table("figures").values) == ("", {})
    assert len(read.faults) == 2


def test_a_text_of_the_wrong_kind_is_one_fault_where_it_may_be_left_out_too() -> None:
    read = table("layout = 5")
    assert read.text("layout", default="c5") == "c5"
    assert len(read.faults) == 1
