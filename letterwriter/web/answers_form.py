"""The writing page's form, and what it means to the domain."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from wtforms import (
    BooleanField,
    Field,
    Form,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    InputRequired,
    Length,
    Optional,
    Regexp,
    StopValidation,
    ValidationError,
)

from letterwriter.domain.answers import LONGEST_STORY, MOST_CONCERNS, Answers, Sender, Story
from letterwriter.domain.campaign import Ask, Concern, Prompt
from letterwriter.web.forms import Posted, cleaned, one_line


def _line(label: str, *validators: Any, longest: int = 120) -> StringField:
    too_long = Length(max=longest, message=f"This can be at most {longest} characters long.")
    return StringField(label, [*validators, too_long], filters=[one_line])


class AnswersForm(Form):
    """Everything that the writing page asks, but for the stories: see ``answers_form``."""

    concerns = SelectMultipleField("What worries you?", validate_choice=False)  # see below
    ask = RadioField("What would you like to ask?", validate_choice=False)  # validate_ask does
    name = _line("Your full name", InputRequired("Type your full name, as you sign letters."))
    address = TextAreaField(
        "Your address, without the postcode",
        [Length(max=400, message="This can be at most 400 characters long.")],
        filters=[cleaned],
    )
    postcode = _line("Your postcode", longest=12)
    email = _line(
        "Your email address",
        Optional(),
        Regexp(
            r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
            message="This is not an email address. Write it like amina@example.org.",
        ),
    )
    phone = _line("Your phone number", longest=30)
    reply_by_email = BooleanField("Please reply by email")

    def __init__(
        self,
        posted: Posted | None,
        prompts: Sequence[Prompt],
        concerns: Iterable[Concern],
        asks: Iterable[Ask],
    ) -> None:
        super().__init__(posted)
        self.prompts = prompts
        self.concerns.choices = [(concern.id, concern.label) for concern in concerns]
        self.ask.choices = [(ask.id, ask.label) for ask in asks]

    def __iter__(self) -> Iterator[Field]:
        """The fields as they stand on the page: stories first."""
        return iter(sorted(super().__iter__(), key=lambda field: "story-" not in field.name))

    def validate_reply_by_email(self, field: BooleanField) -> None:
        """An email address is needed only by someone who asks for an answer there."""
        if field.data and not self.email.data:
            raise ValidationError("Type your email address above, or untick this box.")

    def validate_concerns(self, field: SelectMultipleField) -> None:
        """Two or three concerns at most, so that the writer's own words weigh most."""
        if not set(field.data or ()) <= {option.data for option in field}:
            raise ValidationError("One that you chose is no longer offered: choose again.")
        if len(field.data or ()) > MOST_CONCERNS:
            raise ValidationError("Choose three at most: untick the ones that matter less to you.")
        if not field.data and not any(story.text for story in self.stories):
            choose = "Choose at least one, or answer" if field.choices else "Answer"
            raise ValidationError(f"{choose} one of the questions above.")

    def validate_ask(self, field: RadioField) -> None:
        """A letter asks for one thing, unless none is in date."""
        offered = {option.data for option in field}
        if offered and field.data not in offered:
            raise StopValidation("Choose one thing to ask.")

    @property
    def stories(self) -> tuple[Story, ...]:
        """What was typed under each prompt, in the prompts' order."""
        return tuple(
            Story(prompt.id, self.story(prompt).data, bool(self.lead_in(prompt).data))
            for prompt in self.prompts
        )

    def story(self, prompt: Prompt) -> Any:
        """The box for an answer to this prompt."""
        return self[f"story-{prompt.id}"]

    def lead_in(self, prompt: Prompt) -> Any:
        """The tick that begins the answer with the prompt's lead-in."""
        return self[f"leadin-{prompt.id}"]

    def answers(self) -> Answers:
        """What the letter is made of."""
        lines = tuple(one_line(line) for line in (self.address.data or "").split("\n"))
        return Answers(
            sender=Sender(
                name=self.name.data or "",
                address=tuple(line.rstrip(",") for line in lines if line),
                postcode=self.postcode.data or "",
                email=self.email.data or "",
                phone=self.phone.data or "",
                reply_by_email=bool(self.reply_by_email.data and self.email.data),
            ),
            stories=tuple(story for story in self.stories if story.text),
            concern_ids=tuple(self.concerns.data or ())[:MOST_CONCERNS],
            ask_id=self.ask.data if self.ask.choices and self.ask.data else "",
        )


def answers_form(
    posted: Posted | None,
    prompts: tuple[Prompt, ...],
    concerns: Iterable[Concern],
    asks: Iterable[Ask],
) -> AnswersForm:
    """The writing page's form."""
    return _with_stories(prompts)(posted, prompts, concerns, asks)


@cache
def _with_stories(prompts: tuple[Prompt, ...]) -> type[AnswersForm]:
    """AnswersForm with two fields for each prompt; made once, since making a class is slow."""
    fields: dict[str, Any] = {}
    for prompt in prompts:
        too_long = f"This can be at most {LONGEST_STORY:,} characters long. Shorten it a little."
        fields[f"story-{prompt.id}"] = TextAreaField(
            "Your answer", [Length(max=LONGEST_STORY, message=too_long)], filters=[cleaned]
        )
        fields[f"leadin-{prompt.id}"] = BooleanField(f"Begin with: “{prompt.lead_in}”")
    return type("AnswersFormWithStories", (AnswersForm,), fields)
