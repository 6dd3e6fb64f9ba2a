"""Whoever writes as our own examples do is not told off for it."""

from dataclasses import replace
from random import Random

import pytest

from letterwriter.campaigns.campaign import Prompt
from letterwriter.letters.advice import advise
from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.own_words import own_words
from letterwriter.letters.praise import praise
from letterwriter.parliament.addressee import addressee
from letterwriter.text.cleaning import clean
from tests.unit.letters.golden import TODAY, campaign, parliament

SENDER = Sender(clean("Amina Yusuf"), (clean("1 High Street"),), clean("M14 5TP"))


@pytest.mark.parametrize("prompt", campaign().prompts, ids=lambda prompt: prompt.id)
def test_a_story_like_the_example_is_praised_and_needs_no_advice(prompt: Prompt) -> None:
    seat = parliament().named("Manchester Rusholme")
    assert seat
    to = addressee(seat, parliament())
    assert to
    answers = Answers(SENDER, (Story(prompt.id, clean(prompt.example)),), ("support",), "own-view")
    made = Composer(campaign(), to, TODAY).assemble(answers, Random(1))
    assert advise(made) == []
    assert praise(made, own_words(made))
    shouted = replace(answers, stories=(Story(prompt.id, clean(prompt.example.upper())),))
    assert advise(Composer(campaign(), to, TODAY).assemble(shouted, Random(1)))
