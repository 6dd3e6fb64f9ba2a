"""The ``letterwriter`` command. Each of its commands is a module of ``letterwriter.commands``."""

import errno
from importlib import import_module
from pkgutil import iter_modules

import click

from letterwriter import __version__, commands
from letterwriter.commands import on_paper
from letterwriter.files.faults import FaultyFiles
from letterwriter.files.writing import Unwritten, failure_message

_FOLDERS = (commands, on_paper)
_SPELT = {"checkpaper": "check-paper"}  # modules whose command is written otherwise


def _modules() -> dict[str, str]:
    """Modules by their command's name. One with a stroke in its own is no command."""
    return {
        _SPELT.get(module.name, module.name): f"{folder.__name__}.{module.name}"
        for folder in _FOLDERS
        for module in iter_modules(folder.__path__)
        if "_" not in module.name
    }


class _Commands(click.Group):
    """Loads only the command that is asked for, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return sorted(_modules())

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

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        cmd_name: str,
    ) -> click.Command | None:
        module = _modules().get(cmd_name)
        if module is None:
            return None
        command = getattr(import_module(module), module.rpartition(".")[2])
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="letterwriter")
def main() -> None:
    """From a postcode to a letter to your MP, in your own words."""


if __name__ == "__main__":
    main()
