"""What comes with a request: read whole or refused, never cut or dropped in silence.

Werkzeug cuts a body that comes in chunks at the limit, and takes a form that it cannot read
for an empty one. Both would answer a person as if they had typed less than they did.
"""

from collections import Counter
from io import BytesIO
from typing import IO, Final

from flask import Flask
from werkzeug.exceptions import (
    BadRequest,
    ClientDisconnected,
    LengthRequired,
    RequestEntityTooLarge,
)
from werkzeug.formparser import FormDataParser
from werkzeug.utils import cached_property

from letterwriter.web.forms.small_forms import Posted
from letterwriter.web.requests.uploads import InMemory

MOST_FIELDS: Final = 1000  # a pack for all 650 constituencies has some 680
MOST_TIMES: Final = 50  # for one name; only choices repeat, and no campaign has so many
_PIECE: Final = 64 * 1024  # bytes read at once


class WholeRequest(InMemory):
    """A request whose body and form are whole; reading either raises one of the 4xx errors."""

    @cached_property
    def stream(self) -> IO[bytes]:
        """The body, once all of it is there."""
        known = self.content_length
        if "wsgi.input_terminated" not in self.environ:
            if known is None and "chunked" in self.headers.get("Transfer-Encoding", ""):
                raise LengthRequired  # nobody says where it ends, so none of it can be read
            return super().stream
        most = self.max_content_length
        if most is None:
            return super().stream
        if known is not None and known > most:
            raise RequestEntityTooLarge
        body = _read(self.environ["wsgi.input"], most)
        if known is not None and len(body) < known:
            raise ClientDisconnected
        return BytesIO(body)

    def make_form_data_parser(self) -> FormDataParser:
        """A parser that complains about what it cannot read."""
        parser = super().make_form_data_parser()
        parser.silent = False
        return parser

    def _load_form_data(self) -> None:
        try:
            super()._load_form_data()
        except ValueError:  # its message would quote what was sent
            raise BadRequest from None
        refuse_too_many(self.form)


def init_app(app: Flask) -> None:
    """Have every request of the site read whole."""
    app.request_class = WholeRequest


def refuse_too_many(posted: Posted) -> None:
    """Raise RequestEntityTooLarge for more fields than any page of ours sends."""
    times = Counter(name for name, _ in posted.items(multi=True))
    if times.total() > MOST_FIELDS or any(count > MOST_TIMES for count in times.values()):
        raise RequestEntityTooLarge


def _read(body: IO[bytes], most: int) -> bytes:
    """All of a body; raises RequestEntityTooLarge as soon as it is longer than ``most`` bytes."""
    parts: list[bytes] = []
    left = most
    while left >= 0 and (part := _piece(body, min(left + 1, _PIECE))):
        parts.append(part)
        left -= len(part)
    if left < 0:
        raise RequestEntityTooLarge
    return b"".join(parts)


def _piece(body: IO[bytes], size: int) -> bytes:
    try:
        return body.read(size)
    except Exception:  # noqa: BLE001  # each server has errors of its own for a chunk that is damaged
        raise ClientDisconnected from None
