import pytest

from letterwriter.parliament.members import Role
from letterwriter.parliament.offices import rank_of, role_of_post, shown_title


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Prime Minister", Role.PRIME_MINISTER),
        (
            "Prime Minister, First Lord of the Treasury and Minister for the Civil Service",
            Role.PRIME_MINISTER,
        ),
        ("Deputy Prime Minister", Role.MINISTER),
        ("Secretary of State for the Home Department", Role.HOME_SECRETARY),
        ("Home Secretary", Role.HOME_SECRETARY),
        ("Minister of State (Home Office)", Role.MINISTER),
        ("Parliamentary Under-Secretary of State (Home Office)", Role.MINISTER),
        ("Parliamentary Secretary (Cabinet Office)", Role.MINISTER),
        ("Chancellor of the Exchequer", Role.MINISTER),
        ("Chief Secretary to the Treasury", Role.MINISTER),
        ("Leader of the House of Commons", Role.MINISTER),
        ("Attorney General", Role.MINISTER),
        ("Minister without Portfolio", Role.MINISTER),
        ("Parliamentary Secretary to the Treasury (Chief Whip)", Role.WHIP),
        ("Parliamentary Secretary to the Treasury", Role.WHIP),
        ("Government Chief Whip", Role.WHIP),
        ("Lord Commissioner (HM Treasury) (Whip)", Role.WHIP),
        ("Lords Commissioner of HM Treasury", Role.WHIP),
        ("Assistant Whip (HM Treasury)", Role.WHIP),
        ("Treasurer of HM Household (Deputy Chief Whip)", Role.WHIP),
        ("Comptroller (HM Household)", Role.WHIP),
        ("Vice-Chamberlain of His Majesty's Household", Role.WHIP),
        ("PPS (Home Office)", None),
        ("Parliamentary Private Secretary to the Prime Minister", None),
        ("Prime Minister's Trade Envoy to Japan", None),
        ("Second Church Estates Commissioner", None),
    ],
)
def test_a_posts_title_tells_what_its_holder_can_be_asked(title: str, role: Role | None) -> None:
    assert role_of_post(title) is role


def test_offices_are_shown_by_the_names_people_know() -> None:
    assert (
        shown_title("Secretary of State for the Home Department", "Home Office") == "Home Secretary"
    )
    assert shown_title("Prime Minister, First Lord of the Treasury", "") == "Prime Minister"


def test_a_bare_title_gets_its_department() -> None:
    assert shown_title("Minister of State", "Home Office") == "Minister of State (Home Office)"
    assert shown_title("Minister of State", "") == "Minister of State"
    assert shown_title("Attorney General", "Law Officers") == "Attorney General"


def test_the_office_that_limits_most_comes_first() -> None:
    roles = [Role.WHIP, Role.MINISTER, Role.PRIME_MINISTER]
    assert sorted(roles, key=rank_of) == [Role.PRIME_MINISTER, Role.MINISTER, Role.WHIP]
