"""``letterwriter serve``: the site by gunicorn, with our settings of it."""

import os
import sys
from importlib.util import find_spec
from typing import Final

import click

from letterwriter.files.messages import message
from letterwriter.paths import SERVER_SETTINGS

_APP: Final = "letterwriter.web:create_app()"


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def serve(options: tuple[str, ...]) -> None:
    """Serve the site until it is stopped: behind a proxy that speaks HTTPS, or on this computer.

    Where it listens and with how many processes stands in settings.toml
    (host, port, processes) or in HOST, PORT and WEB_CONCURRENCY. OPTIONS go to
    gunicorn, and go before those.
    """
    if find_spec("gunicorn") is None:
        raise click.ClickException(message("settings", "no-server"))
    program = [sys.executable, "-m", "gunicorn", "--config", str(SERVER_SETTINGS)]
    os.execv(program[0], [*program, *options, _APP])  # noqa: S606  # its own Python, so that systemd sees one process
