"""Addresses of sites and services, as an operator writes them down."""

import re
from collections.abc import Container
from typing import Final
from urllib.parse import SplitResult, urlsplit

_HOST: Final = re.compile(r"[^\W_][\w.-]*|\[[0-9a-fA-F:.]+\]")  # a name, or IPv6 in brackets
_ODD: Final = re.compile(r"[\s\x00-\x1f\x7f\\]")
_PORT: Final = re.compile(r"[0-9]{1,5}(/[^:]*)?")
_OWN_MACHINE: Final = {"127.0.0.1", "localhost", "::1"}
_SHOWN: Final = 80  # characters of a setting in a message


def web_address(text: str, example: str) -> SplitResult:
    """The parts of an address that has no more than a scheme, a host, a port and a path.

    Raises ValueError, which says how to write it and nothing of what was written.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port  # a port that is no number raises here
    except ValueError:
        raise ValueError(f"write it as {example}") from None
    if parts.scheme not in ("https", "http"):
        raise ValueError(f"it must begin with https://; write it as {example}")
    bare = parts.netloc.removesuffix(f":{port}")
    if _ODD.search(text) or not host or not _HOST.fullmatch(bare) or port == 0:
        raise ValueError(f"write it as {example}, without a name, a password or a space")
    if "?" in text or "#" in text:
        raise ValueError(f"write it as {example}, without ? or #")
    return parts


def server_address(text: str, schemes: Container[str], examples: str) -> SplitResult:
    """The parts of an address that may hold a user and a password: a database's, say.

    Raises ValueError, which says how to write it and nothing of what was written.
    """
    try:
        parts = urlsplit(text)
        _ = parts.hostname, parts.port  # a port that is no number raises here
    except ValueError:
        raise ValueError(
            f"write it as {examples}; in a password, write : / ? # [ ] @ as %3A %2F %3F and so on"
        ) from None
    if parts.scheme not in schemes or re.search(r"\s", text):
        raise ValueError(f"it can be {examples}")
    return parts


def site_address(text: str) -> str:
    """A site's address without a slash at its end; raises ValueError saying how to write it."""
    parts = web_address(text, "https://letters.example.org")
    if parts.path not in ("", "/"):
        raise ValueError("write it without a path: every page begins at the host itself")
    return text.rstrip("/")


def safe_service(text: str, example: str, why: str) -> str:
    """A service's address without a slash at its end; ``why`` is why it must be https://.

    Raises ValueError saying how to write it.
    """
    parts = web_address(text, example)
    if parts.scheme != "https" and parts.hostname not in _OWN_MACHINE:
        raise ValueError(
            f"it must begin with https://, {why} (http:// is for 127.0.0.1 and localhost alone)"
        )
    return text.rstrip("/")


def members_address(text: str) -> str:
    """Where Parliament's Members API is; raises ValueError saying how to write it."""
    return safe_service(text, "https://members-api.parliament.uk", "as letters go to whom it names")


def without_secret(text: str) -> str:
    """An address to print: cut where it is long, and without what may be a user and a password."""
    scheme, mark, rest = text.rpartition("://")
    named, at, place = rest.rpartition("@")
    place, question, _ = place.partition("?")
    host, colon, port = place.partition(":")
    if colon and not _PORT.fullmatch(port) and not host.startswith("["):
        port = "***"  # a password whose @ was forgotten
    hidden = "***" if named else ""
    shown = f"{scheme}{mark}{hidden}{at}{host}{colon}{port}{question and '?***'}"
    return cut(shown)


def cut(text: str) -> str:
    """As much of a setting as a message shows."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
