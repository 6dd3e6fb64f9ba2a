from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from letterwriter.domain.letter import Kind, Letter, Paragraph
from letterwriter.outputs.text import as_text, email_body

LETTER = Letter(
    sender=("Siân Ŵyn", "12 Heald Place", "Manchester", "M14 5TP", "07700 900123"),
    date="2 March 2026",
    recipient=("Afzal Khan MP", "House of Commons", "London", "SW1A 0AA"),
    salutation="Dear Afzal Khan",
    paragraphs=(
        Paragraph(Kind.OPENING, "I am your constituent."),
        Paragraph(Kind.STORY, "My neighbour fled.\nShe stayed."),
        Paragraph(Kind.CONCERN, "Gone.", removed=True),
        Paragraph(Kind.ASK, "  "),
    ),
    close="Yours sincerely",
    name="Siân Ŵyn",
)

WHOLE = """\
Siân Ŵyn
12 Heald Place
Manchester
M14 5TP
07700 900123

2 March 2026

Afzal Khan MP
House of Commons
London
SW1A 0AA

Dear Afzal Khan,

I am your constituent.

My neighbour fled.
She stayed.

Yours sincerely,

Siân Ŵyn
"""

EMAIL = """\
Dear Afzal Khan,

I am your constituent.

My neighbour fled.
She stayed.

Yours sincerely,

Siân Ŵyn
12 Heald Place
Manchester
M14 5TP
07700 900123
"""


def test_the_plain_letter_has_every_part_in_order() -> None:
    assert as_text(LETTER) == WHOLE


def test_an_email_holds_the_words_and_the_address_that_shows_a_constituent() -> None:
    assert email_body(LETTER) == EMAIL


def test_an_email_keeps_a_sender_whose_name_differs_from_the_signature() -> None:
    assert email_body(replace(LETTER, name="S. Wyn")).endswith(
        "\n\nS. Wyn\nSiân Ŵyn\n12 Heald Place\nManchester\nM14 5TP\n07700 900123\n"
    )


def test_a_comma_that_the_writer_typed_is_not_doubled() -> None:
    typed = replace(LETTER, salutation="Dear Afzal,", close="Thank you!")
    assert "\nDear Afzal,\n" in as_text(typed)
    assert "\nThank you!\n" in as_text(typed)


def test_empty_parts_leave_no_holes() -> None:
    bare = replace(LETTER, sender=("", "M14 5TP"), date="", salutation=" ", close="", name="")
    assert as_text(bare).startswith("M14 5TP\n\nAfzal Khan MP\n")
    assert as_text(bare).endswith("She stayed.\n")


@given(st.text("abאب1{}\\#<>%$ \n\t\r\u200f", min_size=1, max_size=80))
def test_a_writers_words_stand_in_the_text_as_typed(typed: str) -> None:
    text = as_text(replace(LETTER, paragraphs=(Paragraph(Kind.STORY, typed),)))
    assert f"Khan,{squeezed(typed)}Yours" in squeezed(text)
    assert "\r" not in text
    assert not any(line.endswith(" ") for line in text.split("\n"))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def squeezed(text: str) -> str:
    return "".join(text.split())
