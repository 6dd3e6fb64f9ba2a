"""Small sites that show what a server does: started by tests with our settings."""

import json
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LARGE = bytes(12_000_000)
_TOLD = ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST", "HTTP_X_FORWARDED_FOR")


def echo(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
    """How many bytes came, and from whom; at /large, something large."""
    if environ["PATH_INFO"] == "/large":
        return large(environ, start)
    told = {name: environ.get(name) for name in (*_TOLD, "HTTP_X_FORWARDED_PROTO")}
    told["HTTP_X_FORWARDED_HOST"] = environ.get("HTTP_X_FORWARDED_HOST")
    told["bytes"] = len(environ["wsgi.input"].read())
    start("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(told).encode()]


def large(_: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
    """Far more than a network holds by itself on the way to a visitor who takes nothing."""
    start("200 OK", [("Content-Length", str(len(LARGE)))])
    return [LARGE]


def patient(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
    """Says when it begins to work, and works until its visitor has left."""
    left = environ["letterwriter.client_left"]
    print("at work", flush=True)  # noqa: T201  # what the test waits for
    for _ in range(600):
        if left():
            print("the visitor has left", flush=True)  # noqa: T201  # what the test looks for
            break
        time.sleep(0.1)
    else:
        print("nobody left", flush=True)  # noqa: T201  # so that the test ends
    start("200 OK", [])
    return [b""]


def endless(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
    """Never comes back from /endless."""
    while environ["PATH_INFO"] == "/endless":
        time.sleep(0.1)
    start("200 OK", [])
    return [b""]


def faulty(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
    """Fails, with a visitor's words in the error."""
    start("200 OK", [])
    raise ValueError(environ["QUERY_STRING"])
