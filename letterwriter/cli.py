"""The ``letterwriter`` command. Each of its commands is a module of ``letterwriter.commands``."""

from importlib import import_module
from pkgutil import iter_modules

import click

from letterwriter import __version__, commands
from letterwriter.domain.fault import FaultyFiles


class _Commands(click.Group):
    """Loads only the command that is asked for, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        names = sorted(module.name for module in iter_modules(commands.__path__))
        return [name for name in names if "_" not in name]  # refresh_members belongs to refresh

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; files that cannot be used are told, not thrown at the reader."""
        try:
            return super().invoke(ctx)
        except FaultyFiles as faulty:
            raise click.ClickException(str(faulty)) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = getattr(import_module(f"{commands.__name__}.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="letterwriter")
def main() -> None:
    """From a postcode to a letter to your MP, in your own words."""


if __name__ == "__main__":
    main()
