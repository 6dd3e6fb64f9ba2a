"""``letterwriter refresh``: newer tables. Each is a module here named ``refresh_<table>``."""

from importlib import import_module
from pkgutil import iter_modules

import click

from letterwriter import commands

_PREFIX = "refresh_"


class _Tables(click.Group):
    """Loads only the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        names = sorted(module.name for module in iter_modules(commands.__path__))
        return [name.removeprefix(_PREFIX) for name in names if name.startswith(_PREFIX)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = getattr(import_module(f"{commands.__name__}.{_PREFIX}{cmd_name}"), cmd_name)
        return found if isinstance(found, click.Command) else None


@click.group(cls=_Tables)
def refresh() -> None:
    """Bring a table up to date, in the instance folder; see docs/data.md."""
