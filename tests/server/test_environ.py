"""What the site is told of a request."""

from io import BytesIO
from typing import Any

from letterwriter.server.environ import environ_of


def _told(path: bytes = b"/", length: int | None = None, **headers: str) -> dict[str, Any]:
    pairs = [(n.replace("_", "-").encode(), v.encode("latin-1")) for n, v in headers.items()]
    scope = {
        "method": "POST",
        "raw_path": path,
        "query_string": b"a=%20",
        "http_version": "1.1",
        "scheme": "http",
        "server": ("127.0.0.1", 5000),
        "client": ("127.0.0.2", 40_000),
        "headers": pairs,
    }
    return environ_of(scope, BytesIO(b"body"), length)


def test_the_path_is_unquoted_and_the_query_is_not() -> None:
    told = _told("/é?".encode() + b"%C3%A9%2F")

    assert told["PATH_INFO"].encode("latin-1").decode() == "/é?é/"
    assert told["QUERY_STRING"] == "a=%20"


def test_a_whole_address_as_target_gives_its_path() -> None:
    assert _told(b"http://elsewhere.example/find")["PATH_INFO"] == "/find"
    assert _told(b"http://elsewhere.example")["PATH_INFO"] == "/"
    assert _told(b"*")["PATH_INFO"] == "*"


def test_headers_have_the_names_that_wsgi_gives_them() -> None:
    told = _told(content_type="text/plain", x_forwarded_for="::1")

    assert told["CONTENT_TYPE"] == "text/plain"
    assert told["HTTP_X_FORWARDED_FOR"] == "::1"


def test_the_length_is_that_of_the_body_that_is_there() -> None:
    assert _told(length=4, transfer_encoding="chunked")["CONTENT_LENGTH"] == "4"
    assert "HTTP_TRANSFER_ENCODING" not in _told(length=4, transfer_encoding="chunked")
    assert "CONTENT_LENGTH" not in _told()


def test_the_visitors_address_is_the_connections() -> None:
    assert _told()["REMOTE_ADDR"] == "127.0.0.2"
