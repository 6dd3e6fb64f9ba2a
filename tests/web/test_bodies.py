"""A form is read whole or refused with a page that says so: nothing typed is lost in silence."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import encode_multipart

from letterwriter.web.requests.uploads import MOST_REQUEST
from tests.web.raw import CHUNKED, FORM, Answer, ask, safe

SEAT = "E14001353"
KB = 1024
LETTER = f"constituency={SEAT}&letter-sender=Amina&letter-close=".encode()


def posted(
    app: Flask, path: str, body: bytes, more: Mapping[str, Any] | None = None, kind: str = FORM
) -> Answer:
    return safe(ask(app, path, "POST", body, {"CONTENT_TYPE": kind, **(more or {})}))


@pytest.mark.parametrize("path", ["/find", "/write", "/volunteers"])
def test_a_body_in_chunks_is_taken_up_to_64_kb_and_refused_above(app: Flask, path: str) -> None:
    fits = b"x=".ljust(64 * KB, b"y")
    assert posted(app, path, fits, CHUNKED).status != 413
    assert posted(app, path, fits + b"y", CHUNKED).status == 413
    assert posted(app, path, fits * 3, CHUNKED).status == 413


def test_a_letter_in_chunks_comes_out_whole(app: Flask) -> None:
    words = b"a" * (64 * KB - len(LETTER) - 1) + b"Z"
    text = posted(app, "/letter.txt", LETTER + words, CHUNKED).text
    assert words.decode() in text


@pytest.mark.parametrize("path", ["", "/letters.pdf", "/to-mend.csv"])
def test_a_list_in_chunks_is_refused_above_its_own_limit(app: Flask, path: str) -> None:
    fits = b"people=".ljust(MOST_REQUEST, b"y")
    assert posted(app, f"/volunteers/stack{path}", fits, CHUNKED).status in (400, 422)
    answer = posted(app, f"/volunteers/stack{path}", fits + b"y", CHUNKED)
    assert answer.status == 413
    assert "<h1>" in answer.text


def test_no_more_is_read_of_an_endless_body_than_the_limit(app: Flask) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0, "read whatever there is"
            self.given += size
            return b"x" * size

    endless = Endless()
    assert posted(app, "/find", b"", {**CHUNKED, "wsgi.input": endless}).status == 413
    assert endless.given == 64 * KB + 1


class InvalidChunkSize(Exception):
    """What gunicorn says of a damaged chunk."""


@pytest.mark.parametrize("fault", [OSError, ValueError, InvalidChunkSize])
def test_chunks_that_cannot_be_read_are_told(app: Flask, fault: type[Exception]) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:  # noqa: ARG002  # as every stream's
            raise fault("quokkazebra")

    answer = posted(app, "/find", b"", {**CHUNKED, "wsgi.input": Broken()})
    assert answer.status == 400


def test_chunks_from_a_server_that_cannot_tell_their_end_are_refused(app: Flask) -> None:
    more = {"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked"}
    assert posted(app, "/find", b"postcode=M14 5TP", more).status == 411


@pytest.mark.parametrize("terminated", [{}, {"wsgi.input_terminated": True}])
def test_a_body_that_breaks_off_is_no_form(app: Flask, terminated: dict[str, Any]) -> None:
    more = {"CONTENT_LENGTH": "1000", **terminated}
    assert posted(app, "/letter.txt", LETTER + b"Half a wo", more).status == 400


def test_a_length_over_the_limit_is_refused_unread(app: Flask) -> None:
    for terminated in ({}, {"wsgi.input_terminated": True}):
        more = {"CONTENT_LENGTH": str(64 * KB + 1), "wsgi.input": None, **terminated}
        assert posted(app, "/find", b"", {**more, "wsgi.input": io.BytesIO()}).status == 413


@pytest.mark.parametrize("length", ["-1", "abc", "²", "1e3", "9" * 5000, "0x10", " 5"])
def test_an_odd_length_is_no_fault_of_ours(app: Flask, length: str) -> None:
    for more in ({}, {"wsgi.input_terminated": True}):
        posted(app, "/find", b"postcode=M14 5TP", {"CONTENT_LENGTH": length, **more})


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"postcode=\xff\xfe", FORM),
        (b"--x\r\nno header\r\n", "multipart/form-data; boundary=x"),
        (
            b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb",
            "multipart/form-data; boundary=x",
        ),
        (b"postcode=M14 5TP", "multipart/form-data"),
        (b"--\xc3\xa4\r\n", "multipart/form-data; boundary=\xc3\xa4"),
        (b"x" * 60_000, f"multipart/form-data; boundary={'b' * 60_000}"),
    ],
    ids=["not UTF-8", "no header", "no end", "no boundary", "odd boundary", "huge boundary"],
)
def test_a_form_that_cannot_be_read_is_not_taken_for_an_empty_one(
    app: Flask, body: bytes, kind: str
) -> None:
    for path in ("/find", "/write", "/volunteers/stack"):
        answer = posted(app, path, body, kind=kind)
        assert answer.status == 400
        assert "missing or damaged" in answer.text


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "text/html; charset=utf-16"])
def test_what_is_no_form_has_no_fields(app: Flask, kind: str) -> None:
    body = b'{"postcode": "M14 5TP"}'
    assert posted(app, "/find", body, kind=kind).status == 422
    assert posted(app, "/write", body, kind=kind).status == 422
    assert posted(app, "/letter.pdf", body, kind=kind).status == 400


def urlencoded(fields: list[str]) -> tuple[bytes, str]:
    return "&".join(fields).encode(), FORM


def multipart(fields: list[str]) -> tuple[bytes, str]:
    pairs = MultiDict[str, str](
        [(name, value) for name, _, value in (field.partition("=") for field in fields)]
    )
    boundary, body = encode_multipart(pairs)
    return body, f"multipart/form-data; boundary={boundary}"


@pytest.mark.parametrize("encoded", [urlencoded, multipart])
@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ([f"a{i}=" for i in range(400)], 422),
        ([f"a{i}=" for i in range(1001)], 413),
        (["concerns=thirty-months"] * 50, 422),
        (["concerns=thirty-months"] * 51, 413),
    ],
    ids=["many", "too many", "often", "too often"],
)
def test_a_form_has_no_more_fields_than_ours_have(
    app: Flask, encoded: Any, fields: list[str], status: int
) -> None:
    body, kind = encoded(fields)
    if len(body) <= 64 * KB:
        assert posted(app, "/find", body, kind=kind).status == status
