"""Asking setup's questions at a terminal, or taking options for answers."""

from typing import Final

import click

from letterwriter.commands.setup.answers import (
    QUESTIONS,
    Question,
    SetupAnswers,
    faults_together,
    usual_answer,
)
from letterwriter.files.messages import message, messages

_NONE: Final = "-"  # for "leave it empty", since Enter keeps what was there


def answers_by_options(given: SetupAnswers, before: SetupAnswers) -> dict[str, str]:
    """Options for answers, and what was there before for the rest; raises click.UsageError."""
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        was = usual_answer(question, answers, before)
        answers[question.name] = (
            _from_option(question, given[question.name]) if (question.name in given) else was
        )
    for name, why in faults_together(answers):
        raise _refused(name, why)
    return answers


def answers_by_asking(given: SetupAnswers, before: SetupAnswers) -> dict[str, str]:
    """The same where somebody can be asked for what no option says."""
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        was = usual_answer(question, answers, before)
        if question.name in given:
            answers[question.name] = _from_option(question, given[question.name])
        else:
            answers[question.name] = _asked(question, was)
    while faults := faults_together(answers):
        for name, why in faults:
            click.echo(why)
            pair = [each for each in QUESTIONS if each.name in _pair_of(name)]
            for question in pair:
                answers[question.name] = _asked(question, answers[question.name])
            break
    return answers


def _pair_of(name: str) -> tuple[str, str]:
    return (
        ("brand", "brand-dark")
        if name.startswith("brand")
        else (
            "imprint-name",
            "imprint-address",
        )
    )


def _from_option(question: Question, text: str) -> str:
    """The answer that an option gives; raises click.UsageError."""
    answer = "" if text.strip() == _NONE else text.strip()
    if question.choices and answer not in question.choices:
        raise _refused(question.name, ", ".join(question.choices))
    try:
        return question.read(answer)
    except ValueError as error:
        raise _refused(question.name, str(error)) from None


def _refused(name: str, why: str) -> click.UsageError:
    return click.UsageError(message("setup", "option", option=name, why=why))


def _asked(question: Question, was: str) -> str:
    """Ask until the answer can be used."""
    words = messages("setup")[question.name]
    kind = click.Choice(question.choices) if question.choices else None
    while True:
        text: str = click.prompt(words, default=was, type=kind, show_default=bool(was))
        try:
            return question.read("" if text.strip() == _NONE else text.strip())
        except ValueError as error:
            click.echo(str(error))
