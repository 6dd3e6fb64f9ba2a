"""``letterwriter refresh``: newer tables, each a module here whose click command has its name."""

from importlib import import_module
from pkgutil import iter_modules

import click


class _Tables(click.Group):
    """Loads only the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return sorted(module.name for module in iter_modules(__path__) if "_" not in module.name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return found if isinstance(found, click.Command) else None


@click.group(cls=_Tables)
def refresh() -> None:
    """Bring a table up to date, in the instance folder; see docs/data.md."""
