"""A limit for one visitor is not walked round by writing the address another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.web.limits.visitor_address import UNREADABLE, counted_as


@pytest.mark.parametrize(
    "address",
    [
        "192.0.2.7",
        " 192.0.2.7 ",
        "192.0.2.7:4711",
        "192.0.2.7:4712",
        '"192.0.2.7:80"',
        "::ffff:192.0.2.7",
        "::FFFF:c000:207",
        "[::ffff:192.0.2.7]:4711",
        "64:ff9b::192.0.2.7",
        "2002:c000:207::1",
        "2002:c000:207:9::2",
    ],
)
def test_one_ipv4_address_is_one_visitor_in_all_its_spellings(address: str) -> None:
    assert counted_as(address) == "192.0.2.7"


@pytest.mark.parametrize(
    "address",
    [
        "2001:db8:1:2::1",
        "2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:0DB8:0001:0002::5",
        "[2001:db8:1:2::1]",
        "[2001:db8:1:2:9::1]:4711",
        "2001:db8:1:2::1%eth0",
        "[2001:db8:1:2::1%25eth0]:1",
        '"[2001:db8:1:2::1]:4711"',
    ],
)
def test_one_home_on_ipv6_is_one_visitor_wherever_it_walks(address: str) -> None:
    assert counted_as(address) == "2001:db8:1:2::/64"


def test_neighbours_are_counted_each_for_themselves() -> None:
    others = "192.0.2.7", "192.0.2.8", "2001:db8:1:2::1", "2001:db8:1:3::1", "fe80::1", "::1"
    assert len({counted_as(address) for address in others}) == len(others)


@pytest.mark.parametrize(
    "address",
    [
        *("", "unknown", "_hidden", "192.0.2.7:port", "192.0.2", "192.0.2.007", "[192.0.2.7"),
        *("²", "::g", "[]:80", "1" * 60_000, "[" * 60_000, "%" * 60_000, "192.0.2.7, 192.0.2.8"),
    ],
)
def test_what_is_no_address_shares_one_count(address: str) -> None:
    assert counted_as(address) == UNREADABLE


@given(st.text(max_size=60))
def test_nothing_that_arrives_is_a_fault(address: str) -> None:
    assert counted_as(address)


@given(st.integers(0, 2**64 - 1), st.integers(0, 65535))
def test_no_walk_through_a_network_gives_a_second_count(step: int, port: int) -> None:
    groups = ":".join(f"{step >> shift & 0xFFFF:x}" for shift in (48, 32, 16, 0))
    assert counted_as(f"[2001:db8:1:2:{groups}]:{port}") == "2001:db8:1:2::/64"
