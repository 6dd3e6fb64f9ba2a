import pytest

from letterwriter.campaigns.promoter import Colours, Promoter, contrast
from letterwriter.text.cleaning import clean


def test_contrast_is_the_published_ratio() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_colours_that_can_be_read_have_no_fault() -> None:
    assert Colours("#33427a", "#b9c5ff").faults() == []


def test_a_colour_too_pale_or_too_dark_is_told_by_its_key() -> None:
    (brand, what), (dark, other) = Colours("#8899ff", "#334477").faults()
    assert (brand, dark) == ("brand", "brand_dark")
    assert "a darker one" in what
    assert "a lighter one" in other


def test_what_is_no_colour_is_told() -> None:
    assert Colours("red", "#b9c5ff").faults() == [
        ("brand", '"red" is not a colour such as "#33427a"')
    ]


def test_an_imprint_needs_a_name_and_an_address() -> None:
    assert Promoter(clean("Us"), clean("Jo Bloggs"), clean("1 High Street, Leeds")).imprint == (
        "Jo Bloggs, 1 High Street, Leeds"
    )
    assert not Promoter(clean("Us"), clean("Jo Bloggs")).imprint
    assert not Promoter(clean("Us"), imprint_address=clean("1 High Street")).imprint
