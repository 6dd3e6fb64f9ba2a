"""Firefox by WebDriver BiDi, the protocol that it speaks without a program in between.

See docs/testing.md and https://w3c.github.io/webdriver-bidi/.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

Json = dict[str, Any]

PATIENCE = 30.0  # seconds for any one thing: a busy machine is no failure
_EVENTS = ["browsingContext.load", "log.entryAdded", "network.beforeRequestSent"]
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_PREFERENCES = {  # the protocol's own settings quieten the rest
    "app.normandy.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Refused(Exception):
    """Firefox would not carry out a command."""


class Session:
    """One connection: commands with their answers, and the events that came meanwhile."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.events: list[Json] = []

    def begin(self) -> Self:
        """Open the session and ask for the events that we look at."""
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=_EVENTS)
        return self

    def command(self, method: str, **params: Any) -> Json:
        """Carry out a command; raises Refused with Firefox's own words."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while (message := self._next()).get("id") != self._number:
            self.events.append(message)
        if message["type"] != "success":
            raise Refused(f"{method}: {message.get('error')}: {message.get('message')}")
        result: Json = message["result"]
        return result

    def wait_for(self, method: str, context: str) -> Json:
        """The next event of this kind in this tab, or one that came since the last command."""
        while True:
            for event in self.events:
                if event["method"] == method and event["params"]["context"] == context:
                    self.events.remove(event)
                    return event
            self.events.append(self._next())

    def _next(self) -> Json:
        message: Json = json.loads(self._socket.recv(timeout=PATIENCE))
        return message


@contextmanager
def firefox(path: str, profile: Path) -> Iterator[Session]:
    """A Firefox with nobody's profile, without a window."""
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines))
    command = [path, "--headless", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(
        [*command, "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            address = f"{_address(process)}/session"
            with connect(address, max_size=None, proxy=None) as socket:
                session = Session(socket).begin()
                yield session
                session.command("browser.close")
            process.wait(PATIENCE)
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    """Where it listens, which it says on stderr; the rest of what it says is lost."""
    assert process.stderr
    said = []
    for line in process.stderr:
        if found := _LISTENING.search(line):
            return found[1]
        said.append(line)
    raise AssertionError("Firefox did not start: " + "".join(said[-5:]))
