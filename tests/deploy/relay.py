"""A visitor of the tests, who walks through a site that stands behind a real proxy."""

from collections.abc import Iterable
from contextlib import closing
from http.client import HTTPSConnection
from typing import cast
from wsgiref.types import StartResponse, WSGIEnvironment

from flask.testing import FlaskClient
from werkzeug.test import Client

from tests.deploy.front import Front
from tests.web.visitor import Visitor

_PASSED_ON = ("HTTP_ACCEPT", "HTTP_SEC_FETCH_SITE", "CONTENT_TYPE")


class Relay:
    """An app that asks a site over HTTPS for what it is asked, as a browser at its address."""

    def __init__(self, site: Front) -> None:
        self._site = site

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        headers = {
            name.removeprefix("HTTP_").replace("_", "-"): environ[name]
            for name in _PASSED_ON
            if environ.get(name)
        }
        if environ.get("HTTP_ORIGIN"):
            headers["Origin"] = f"https://localhost:{self._site.port}"
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        path = environ["PATH_INFO"] + (f"?{query}" if (query := environ["QUERY_STRING"]) else "")
        with closing(self._site.connection()) as connection:
            return self._asked(connection, environ["REQUEST_METHOD"], path, body, headers, start)

    @staticmethod
    def _asked(
        connection: HTTPSConnection,
        method: str,
        path: str,
        body: bytes,
        headers: dict[str, str],
        start: StartResponse,
    ) -> Iterable[bytes]:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        hop = {"transfer-encoding", "connection", "keep-alive"}
        kept = [pair for pair in answer.getheaders() if pair[0].lower() not in hop]
        start(f"{answer.status} {answer.reason}", kept)
        return [answer.read()]


def visitor_of(site: Front) -> Visitor:
    """One who visits it by its own address."""
    return Visitor(cast(FlaskClient, Client(Relay(site))))
