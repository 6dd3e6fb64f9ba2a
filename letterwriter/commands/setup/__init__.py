"""``letterwriter setup``: who runs a site and where, asked and written to the instance folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import click

from letterwriter.commands.setup.answers import QUESTIONS
from letterwriter.commands.setup.asking import answers_by_asking, answers_by_options
from letterwriter.commands.setup.next_steps import next_steps
from letterwriter.commands.setup.operator_files import (
    answers_before,
    operator_files,
    write_answers,
)
from letterwriter.commands.shared_options import campaign_option
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message, messages

_FOLDER: Final = click.Path(file_okay=False, path_type=Path)
_Command = TypeVar("_Command", bound=Callable[..., object])


def _an_option_each(command: _Command) -> _Command:
    """An option for each question, and an environment variable for those who write scripts."""
    for question in reversed(QUESTIONS):
        variable = f"LETTERWRITER_SETUP_{question.name.replace('-', '_').upper()}"
        help_ = messages("setup")[question.name]
        command = click.option(f"--{question.name}", envvar=variable, help=help_)(command)
    return command


@click.command()
@click.option("--instance", type=_FOLDER, help="The instance folder, if not the usual one.")
@click.option("--no-input", is_flag=True, help="Ask nothing: take options, and what was there.")
@click.option("--new-secret", is_flag=True, help="Make the secret key anew.")
@campaign_option
@_an_option_each
def setup(
    *, instance: Path | None, no_input: bool, new_secret: bool, campaign: str, **options: str | None
) -> None:
    """Say who runs a site, where it is and how it looks; run it again to change an answer.

    Writes settings.toml and what your group lays over the campaign to the
    instance folder, and nothing into the program. What else stands in those
    files is kept. Every answer can be given by an option, or by an environment
    variable of its name (LETTERWRITER_SETUP_GROUP); "-" is none.
    """
    files = operator_files(instance or instance_folder(), campaign)
    before = answers_before(files)
    given = {name.replace("_", "-"): text for name, text in options.items() if text is not None}
    if no_input:
        answers = answers_by_options(given, before)
    else:
        click.echo(message("setup", "intro", instance=str(files.settings.parent)))
        answers = answers_by_asking(given, before)
    changed = write_answers(files, answers, new_secret=new_secret)
    click.echo("\n".join(next_steps(files, answers, changed=changed)))
