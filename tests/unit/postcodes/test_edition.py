from datetime import date

import pytest

from letterwriter.postcodes.edition import PostcodeEdition, day_of


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ONSPD_AUG_2026.zip", date(2026, 8, 31)),
        ("ONSPD_FEB_2024_UK.csv", date(2024, 2, 29)),
        ("ons-postcode-directory-november-2025.zip", date(2025, 11, 30)),
        ("NSPL_MAY_2025", date(2025, 5, 31)),
        ("2022-11.zip", date(2022, 11, 30)),
        ("postcodes-2026-03-02.csv", date(2026, 3, 31)),
        ("ONSPD_Online_Latest_Centroids.csv", None),
        ("postcodes.csv", None),
        ("list-2026-13.csv", None),
        ("1120261.csv", None),
    ],
)
def test_the_month_of_an_edition_is_read_from_the_files_name(name: str, day: date | None) -> None:
    assert day_of(name) == day


def test_a_directory_by_ons_is_known_by_its_name() -> None:
    day = date(2026, 8, 31)
    assert PostcodeEdition(day, "ONSPD_AUG_2026.zip").from_ons
    assert not PostcodeEdition(day, "our-list.csv").from_ons
    assert not PostcodeEdition(day).from_ons
