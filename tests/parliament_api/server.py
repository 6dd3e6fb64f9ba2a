"""A small server on this machine that plays Parliament's Members API, faults included."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.parliament_api import answers
from tests.parliament_api.answers import Answer, Lists

Fault = Callable[["Handler", bytes], None]  # takes what should have been answered, and errs


class ParliamentApi(ThreadingHTTPServer):
    """Answers from ``lists``, unless a fault is set for the path."""

    daemon_threads = True

    def __init__(self, lists: Lists) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lists = lists
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.faults: list[tuple[str, Fault, int]] = []  # where, what, how many times more
        self.change: Callable[[str, Any], Any] = lambda _path, answer: answer
        self.let_go = Event()  # what a slow answer waits for

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def fail(self, path: str, fault: Fault, times: int = 1_000_000) -> None:
        """From now on, and so many times, err at paths that begin so."""
        self.faults.append((path, fault, times))

    def mend(self) -> None:
        self.faults.clear()

    def fault_for(self, path: str) -> Fault | None:
        for number, (start, fault, times) in enumerate(self.faults):
            if path.startswith(start) and times:
                self.faults[number] = (start, fault, times - 1)
                return fault
        return None

    def answer(self, path: str, query: dict[str, list[str]]) -> Answer | None:
        found = self._found(path, int(query.get("skip", ["0"])[0]), int(query.get("take", [20])[0]))
        return found if found is None else self.change(path, found)

    def _found(self, path: str, skip: int, take: int) -> Answer | None:
        lists = self.lists
        if path == "/api/Members/Search":
            return answers.members(lists, skip, take)
        if path == "/api/Location/Constituency/Search":
            return answers.constituencies(lists, skip, take)
        if path == "/api/Posts/GovernmentPosts":
            return answers.government(lists)
        if re.fullmatch(r"/api/Posts/SpeakerAndDeputies/\d{4}-\d\d-\d\d", path):
            return answers.speaker_and_deputies(lists)
        one = re.fullmatch(r"/api/Members/(\d+)(/Contact)?", path)
        member = {**lists.former, **lists.members}.get(int(one[1])) if one else None
        if member is None:
            return None
        return answers.contact(member) if one and one[2] else member.item


class Handler(BaseHTTPRequestHandler):
    server: ParliamentApi
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers))
        answer = self.server.answer(url.path, parse_qs(url.query))
        fault = self.server.fault_for(url.path)
        if fault:
            fault(self, json.dumps(answer).encode())
        elif answer is None:
            self.reply(404, b'{"title": "Not Found", "status": 404}')
        else:
            self.reply_json(answer)

    def reply(
        self, status: int, body: bytes, kind: str = "application/json", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def reply_json(self, answer: Answer | None) -> None:
        self.reply(200, json.dumps(answer).encode())

    def hang_up(self) -> None:
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing: tests print their own."""


@contextmanager
def serving(lists: Lists | None = None) -> Iterator[ParliamentApi]:
    """The service, running until the block ends."""
    api = ParliamentApi(lists or answers.as_in_our_table())
    thread = Thread(target=api.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield api
    finally:
        api.let_go.set()
        api.shutdown()
        thread.join()
        api.server_close()
