"""A request in the making, and the ways in which it may be spoilt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from typing import Any
from urllib.parse import quote_plus

from flask import Flask
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from tests.web import odd
from tests.web.crawl import Fields
from tests.web.raw import FORM, Answer, ask


@dataclass
class Sent:
    """A request; ``body`` stands for the fields where it is set, ``more`` is of the environment."""

    method: str
    path: str
    fields: Fields = field(default_factory=list)
    body: bytes | None = None
    kind: str = ""
    in_parts: bool = False  # as multipart/form-data
    more: dict[str, Any] = field(default_factory=dict)

    def put_to(self, app: Flask) -> Answer:
        """Send it."""
        encoded, kind = (_in_parts if self.in_parts else _in_one)(self.fields)
        body = encoded if self.body is None else self.body
        told = {"CONTENT_TYPE": self.kind or kind, "CONTENT_LENGTH": str(len(body))}
        return ask(app, self.path, self.method, body, {**told, **self.more})


def _in_one(fields: Fields) -> tuple[bytes, str]:
    def quoted(text: str) -> str:
        return quote_plus(text.encode("utf-8", "surrogatepass"))

    return "&".join(f"{quoted(name)}={quoted(value)}" for name, value in fields).encode(), FORM


def _in_parts(fields: Fields) -> tuple[bytes, str]:
    data = MultiDict[str, Any]()
    for name, value in ((_sendable(name), _sendable(value)) for name, value in fields):
        file = FileStorage(BytesIO(value.encode()), filename="list.csv", name=name)
        data.add(name, file if name == "list" else value)
    boundary, body = encode_multipart(data)
    return body, f"multipart/form-data; boundary={boundary}"


def _sendable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _place(sent: Sent, random: Random) -> int:
    if not sent.fields:
        sent.fields.append(("", ""))
    return random.randrange(len(sent.fields))


def _value(sent: Sent, random: Random) -> None:
    place = _place(sent, random)
    sent.fields[place] = sent.fields[place][0], random.choice(odd.VALUES)


def _name(sent: Sent, random: Random) -> None:
    place = _place(sent, random)
    sent.fields[place] = random.choice(odd.NAMES), sent.fields[place][1]


def _more(sent: Sent, random: Random) -> None:
    sent.fields.append((random.choice(odd.NAMES), random.choice(odd.VALUES)))


def _lost(sent: Sent, random: Random) -> None:
    sent.fields.pop(_place(sent, random))


def _half_lost(sent: Sent, random: Random) -> None:
    sent.fields = [pair for pair in sent.fields if random.random() < 0.5]


def _twice(sent: Sent, random: Random) -> None:
    place = _place(sent, random)
    sent.fields += [sent.fields[place]] * random.choice((1, 2, 60, 1100))


def _swapped(sent: Sent, random: Random) -> None:
    one, other = _place(sent, random), _place(sent, random)
    (name, value), (name2, value2) = sent.fields[one], sent.fields[other]
    sent.fields[one], sent.fields[other] = (name, value2), (name2, value)


def _digits(sent: Sent, random: Random) -> None:
    place = _place(sent, random)
    name, value = sent.fields[place]
    digit = random.choice(("²", odd.LONG, "-1", "٣", "", "99"))
    sent.fields[place] = name.replace("0", digit).replace("1", digit), value.replace("0", digit)


def _body(sent: Sent, random: Random) -> None:
    sent.body = random.choice(odd.BODIES)
    sent.kind = random.choice([FORM, "multipart/form-data; boundary=x", *odd.KINDS])


def _kind(sent: Sent, random: Random) -> None:
    sent.kind = random.choice(odd.KINDS)


def _in_parts_instead(sent: Sent, _: Random) -> None:
    sent.in_parts = True


def _header(sent: Sent, random: Random) -> None:
    sent.more |= random.choice(odd.HEADERS)


def _query(sent: Sent, random: Random) -> None:
    sent.more["QUERY_STRING"] = random.choice(odd.QUERIES)


def _tail(sent: Sent, random: Random) -> None:
    sent.path += random.choice(odd.TAILS)


def _method(sent: Sent, random: Random) -> None:
    sent.method = random.choice(odd.METHODS)


Spoiler = Callable[[Sent, Random], None]

OF_ALL: list[Spoiler] = [_header, _header, _header, _query, _query, _method, _tail]
OF_FORMS: list[Spoiler] = [
    *([_value, _name, _more, _lost, _digits, _swapped] * 3),
    *(_twice, _half_lost, _in_parts_instead, _in_parts_instead, _body, _kind),
    *(_header, _header, _query, _method, _tail),
]
