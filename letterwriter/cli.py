"""The ``letterwriter`` command. Each of its commands is a module of ``letterwriter.commands``."""

import errno
from importlib import import_module
from pkgutil import iter_modules

import click

from letterwriter import __version__, commands
from letterwriter.files.faults import FaultyFiles
from letterwriter.files.writing import Unwritten, failure_message

_SPELT = {"checkpaper": "check-paper"}  # modules whose command is written otherwise


class _Commands(click.Group):
    """Loads only the command that is asked for, so that each starts as fast as it can.

    A module with a stroke in its name, such as shared_options, is no command.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        names = (module.name for module in iter_modules(commands.__path__))
        return sorted(_SPELT.get(name, name) for name in names if "_" not in name)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; files that cannot be used are reported without a traceback."""
        try:
            return super().invoke(ctx)
        except (FaultyFiles, Unwritten) as fault:
            raise click.ClickException(str(fault)) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # who reads has gone, which click knows
                raise
            raise click.ClickException(failure_message(error)) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "")
        command = getattr(import_module(f"{commands.__name__}.{name}"), name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="letterwriter")
def main() -> None:
    """From a postcode to a letter to your MP, in your own words."""


if __name__ == "__main__":
    main()
