"""Under which address a visitor is counted: one home is one visitor, however it writes itself."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

UNREADABLE: Final = "unreadable"  # all that is no address counts as one visitor

_WITH_PORT: Final = re.compile(
    r"(?P<v4>[0-9.]{7,15}):[0-9]{1,5}|\[(?P<v6>[^\[\]]*)\](:[0-9]{1,5})?"
)
_NAT64: Final = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits
_HOME: Final = 64  # bits: a connection has at least so many, and walks through the rest at will


def counted_as(address: str) -> str:
    """What to count an address by: "192.0.2.7", "2001:db8:1:2::/64", or UNREADABLE.

    Proxies also write "192.0.2.7:4711", "[2001:db8::1]:4711" and "::ffff:192.0.2.7";
    an address with a zone, "fe80::1%eth0", is the same one without.
    """
    text = address.strip().strip('"')
    if found := _WITH_PORT.fullmatch(text):
        text = found["v4"] or found["v6"] or ""
    try:
        ip = ip_address(text.partition("%")[0])
    except ValueError:
        return UNREADABLE
    if isinstance(ip, IPv6Address):
        return _of_v6(ip)
    return str(ip)


def _of_v6(ip: IPv6Address) -> str:
    """By the IPv4 address that it stands for, or by the network of a home."""
    inside = ip.ipv4_mapped or ip.sixtofour
    if ip in _NAT64:
        inside = IPv4Address(int(ip) & 0xFFFFFFFF)
    if inside is not None:
        return str(inside)
    return str(IPv6Network((int(ip), _HOME), strict=False))
