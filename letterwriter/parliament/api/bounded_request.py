"""One request to another's service, and a response that is bounded in every way.

Answers come from outside, so nothing of them is trusted: no redirect is followed, no
password is sent, and no more is read or unpacked than was agreed. How long the whole
takes, with headers that come a byte at a time, `TimeLimit` bounds: see there why sockets cannot.
"""

from dataclasses import dataclass
from typing import Final

import requests

_PIECE: Final = 16 * 1024  # bytes: urllib3 unpacks no more than this at a time
_PACKED: Final = ("", "identity", "gzip")  # what we ask for; one after another is none of them


class TooLarge(Exception):
    """The answer is larger than agreed, as sent or once unpacked."""


class Packed(Exception):
    """The answer is packed in a way that we did not ask for."""


@dataclass(frozen=True, slots=True)
class Request:
    """Where to ask, and the bounds: ``connect`` and ``read`` are seconds for one wait each."""

    address: str
    connect: float
    read: float
    largest: int  # bytes, unpacked


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; ``body`` is empty where the status is no good one and it was not asked for."""

    status: int
    retry_after: str
    body: bytes

    @property
    def is_redirect(self) -> bool:
        """Whether it sends us elsewhere, which we do not go."""
        return 300 <= self.status < 400


def session(base: str, agent: str) -> requests.Session:
    """Connections to the service at ``base``.

    A proxy and certificates that the environment names are used, for https: they are the
    operator's choice, and a proxy then sees the host's name alone. Without https it would
    see everything, so such an address, which is mostly this machine, is asked directly.
    A password in .netrc is meant for somebody else and never sent.
    """
    made = requests.Session()
    made.trust_env = base.startswith("https://")
    made.auth = _without_password
    made.headers.update(
        {"User-Agent": agent, "Accept": "application/json", "Accept-Encoding": "gzip"}
    )
    return made


def fetch(session: requests.Session, question: Request, *, errors: bool = False) -> Response:
    """The answer, with its body if it is a good one, or if ``errors`` says that they count too.

    Raises TooLarge, Packed, and what requests raises.
    """
    waits = question.connect, question.read
    with session.get(
        question.address, timeout=waits, stream=True, allow_redirects=False
    ) as response:
        good = response.status_code == requests.codes.ok or errors
        return Response(
            status=response.status_code,
            retry_after=response.headers.get("Retry-After", ""),
            body=_body(response, question.largest) if good else b"",
        )


def _body(response: requests.Response, largest: int) -> bytes:
    if response.headers.get("Content-Encoding", "").strip().lower() not in _PACKED:
        raise Packed
    body = bytearray()
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > largest:
            raise TooLarge
    return bytes(body)


def _without_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
