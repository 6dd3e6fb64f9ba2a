"""What to do once setup has written its files."""

import sys
from collections.abc import Iterator
from pathlib import Path

from letterwriter.campaigns.overlay import EVENTS_FILE
from letterwriter.commands.setup.answers import SetupAnswers
from letterwriter.commands.setup.operator_files import OperatorFiles
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.web.settings import RefreshedBy


def next_steps(files: OperatorFiles, answers: SetupAnswers, *, changed: bool) -> Iterator[str]:
    """A line for each."""
    instance = files.settings.parent
    slots = {"settings": str(files.settings), "overlay": str(files.overlay)}
    yield message("setup", "wrote", **slots) if changed else message("setup", "unchanged", **slots)
    if instance.resolve() != instance_folder().resolve():
        yield message("setup", "next-instance", instance=str(instance))
    yield message("setup", "next-events", events=str(files.overlay.with_name(EVENTS_FILE)))
    yield message("setup", "next-restart")
    yield _of_members(answers["refresh-members"], instance)
    yield message("setup", "next-check")


def _of_members(by: str, instance: Path) -> str:
    if by == RefreshedBy.CRON:
        program = str(Path(sys.executable).with_name("letterwriter"))
        return message("setup", "next-cron", instance=str(instance), program=program)
    if by == RefreshedBy.SYSTEMD:
        return message("setup", "next-systemd")
    return message("setup", "next-hand")
