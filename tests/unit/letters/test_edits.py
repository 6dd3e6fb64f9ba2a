from letterwriter.letters.edits import added, moved, removed
from letterwriter.letters.letter import Kind, Paragraph
from letterwriter.text.cleaning import clean

THREE = tuple(Paragraph(Kind.OWN, clean(text)) for text in ("first", "second", "third"))


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [p.text for p in paragraphs if not p.removed]


def test_a_paragraph_moves_past_its_neighbour() -> None:
    assert texts(moved(THREE, 0, +1)) == ["second", "first", "third"]
    assert texts(moved(THREE, 2, -1)) == ["first", "third", "second"]


def test_the_first_paragraph_cannot_move_up_nor_the_last_down() -> None:
    assert moved(THREE, 0, -1) == THREE
    assert moved(THREE, 2, +1) == THREE


def test_a_move_passes_a_paragraph_that_was_taken_out_and_is_not_seen() -> None:
    assert texts(moved(removed(THREE, 1), 2, -1)) == ["third", "first"]


def test_a_paragraph_that_is_taken_out_can_be_put_back_with_its_words() -> None:
    out = removed(THREE, 1)
    assert texts(out) == ["first", "third"]
    assert removed(out, 1, put_back=True) == THREE


def test_a_new_paragraph_comes_below_and_is_empty() -> None:
    assert texts(added(THREE, 0)) == ["first", "", "second", "third"]
