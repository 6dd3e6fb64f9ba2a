"""Back and forth between the answers and the letter: what was changed by hand stays."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.edits import added, merged, moved, removed, replaced, stories_from
from letterwriter.letters.letter import Kind, Letter
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.letters.golden import TODAY, campaign
from tests.unit.letters.test_composer import to

ANSWERS = Answers(
    Sender(clean("Amina Yusuf"), lines("1 High Street"), clean("M14 5TP")),
    (Story("faith", clean("We lay one more place.")),),
    ("twenty-years", "families-apart"),
    "write-for-me",
)
COMPOSER = Composer(campaign(), to("Manchester Rusholme"), TODAY)
OLD = COMPOSER.assemble(ANSWERS, Random(1))
CONCERN = 2  # where the first concern stands


def again(old: Letter, answers: Answers = ANSWERS, composer: Composer = COMPOSER) -> Letter:
    fresh = composer.assemble(answers, Random(99))
    return merged(old, fresh, composer, OLD.sender)


def ids(letter: Letter) -> list[str]:
    return [p.id for p in letter.paragraphs]


def edited(letter: Letter, index: int, text: str) -> Letter:
    changed = replace(letter.paragraphs[index], text=clean(text))
    return letter.with_paragraphs(replaced(letter.paragraphs, index, changed))


@given(order=st.permutations(range(len(OLD.paragraphs))), seed=st.integers(0, 1000))
def test_nothing_changes_when_the_answers_do_not(order: list[int], seed: int) -> None:
    old = OLD.with_paragraphs(tuple(OLD.paragraphs[i] for i in order))
    fresh = COMPOSER.assemble(ANSWERS, Random(seed))
    assert merged(old, fresh, COMPOSER, OLD.sender) == old


def test_a_paragraph_changed_by_hand_keeps_its_words() -> None:
    assert again(edited(OLD, CONCERN, "In my words.")).paragraphs[CONCERN].text == "In my words."


def test_a_paragraph_taken_out_stays_out_and_a_moved_one_stays_moved() -> None:
    out = OLD.with_paragraphs(removed(OLD.paragraphs, CONCERN))
    assert again(out).paragraphs[CONCERN].removed
    up = OLD.with_paragraphs(moved(OLD.paragraphs, 3, -1))
    assert ids(again(up)) == ids(up)


def test_the_writers_own_paragraphs_stay_where_they_are() -> None:
    mine = OLD.with_paragraphs(added(OLD.paragraphs, CONCERN))
    mine = edited(mine, CONCERN + 1, "One more thing.")
    kept = again(mine, replace(ANSWERS, concern_ids=("twenty-years",)))
    assert kept.paragraphs[CONCERN + 1].text == "One more thing."
    assert "families-apart" not in ids(kept)


def test_a_new_concern_comes_after_the_one_it_follows() -> None:
    more = replace(ANSWERS, concern_ids=("twenty-years", "support", "families-apart"))
    assert ids(again(OLD, more))[2:5] == ["twenty-years", "support", "families-apart"]


def test_a_concern_that_is_chosen_no_more_goes_even_if_it_was_changed() -> None:
    fewer = replace(ANSWERS, concern_ids=("families-apart",))
    assert "twenty-years" not in ids(again(edited(OLD, CONCERN, "In my words."), fewer))


def because(words: str) -> Answers:
    return replace(ANSWERS, whys={"twenty-years": clean(words)} if words else {})


def test_why_a_concern_matters_changes_with_the_answer_and_the_wording_stays() -> None:
    template = OLD.paragraphs[CONCERN].template
    told = again(OLD, because("My neighbour waits"))
    assert told.paragraphs[CONCERN].text == f"My neighbour waits. {template}"
    assert again(told, because("She is seven.")).paragraphs[CONCERN].text == (
        f"She is seven. {template}"
    )
    assert again(told) == OLD


def test_a_paragraph_changed_by_hand_keeps_its_words_whatever_the_why_is_now() -> None:
    told = again(OLD, because("My neighbour waits"))
    mine = again(edited(told, CONCERN, "In my words."), because("She is seven."))
    assert mine.paragraphs[CONCERN].text == "In my words."
    said = COMPOSER.another_way(mine.paragraphs[CONCERN])
    assert said.text == f"She is seven. {said.template}"


def test_a_why_that_was_taken_out_by_hand_does_not_come_back() -> None:
    told = again(OLD, because("My neighbour waits"))
    mine = edited(told, CONCERN, OLD.paragraphs[CONCERN].text)
    assert again(mine, because("My neighbour waits")).paragraphs[CONCERN].text == (
        OLD.paragraphs[CONCERN].text
    )


def test_a_storys_words_are_those_of_the_answer() -> None:
    told = replace(ANSWERS, stories=(Story("faith", clean("We lay two more places.")),))
    assert again(OLD, told).paragraphs[1].text == "We lay two more places."


def test_a_reply_by_email_changes_the_thanks_and_nothing_else() -> None:
    sender = replace(ANSWERS.sender, email=clean("amina@example.org"), reply_by_email=True)
    changed = again(OLD, replace(ANSWERS, sender=sender))
    assert changed.paragraphs[:-1] == OLD.paragraphs[:-1]
    assert changed.paragraphs[-1].id == "email"
    assert changed.sender[-1] == "amina@example.org"


def test_thanks_changed_by_hand_stay_even_then() -> None:
    sender = replace(ANSWERS.sender, email=clean("amina@example.org"), reply_by_email=True)
    mine = edited(OLD, len(OLD.paragraphs) - 1, "Cheers.")
    assert again(mine, replace(ANSWERS, sender=sender)).paragraphs[-1].text == "Cheers."


def test_blocks_changed_by_hand_stay_until_the_answers_behind_them_change() -> None:
    mine = replace(
        OLD,
        sender=lines("A. Yusuf", "Somewhere"),
        salutation=clean("Dear Afzal"),
        date=clean("Today"),
    )
    same = again(mine)
    assert (same.sender, same.salutation, same.date) == (mine.sender, "Dear Afzal", "Today")
    moved_house = replace(
        ANSWERS,
        sender=Sender(clean("Amina Yusuf"), lines("2 Low Road"), clean("M14 5TP")),
    )
    after = again(mine, moved_house)
    assert after.sender == ("Amina Yusuf", "2 Low Road", "M14 5TP")
    assert after.salutation == "Dear Afzal"


def test_a_name_changed_by_hand_stays_until_another_is_answered() -> None:
    mine = replace(OLD, name=clean("A. Yusuf"))
    assert again(mine).name == "A. Yusuf"
    moved_house = replace(ANSWERS.sender, address=lines("2 Low Road"))
    assert again(mine, replace(ANSWERS, sender=moved_house)).name == "A. Yusuf"
    married = replace(ANSWERS.sender, name=clean("Amina Khan"))
    assert again(mine, replace(ANSWERS, sender=married)).name == "Amina Khan"
    assert again(OLD, replace(ANSWERS, sender=married)).name == "Amina Khan"


def test_another_member_is_greeted_anew_and_the_place_in_kept_wordings_changes() -> None:
    elsewhere = again(OLD, composer=Composer(campaign(), to("Bath"), TODAY))
    assert elsewhere.salutation == "Dear Wera Hobhouse"
    assert elsewhere.recipient[0] == "Wera Hobhouse MP"
    opening = elsewhere.paragraphs[0]
    assert "Bath" in opening.text
    assert "Manchester" not in opening.text
    assert opening.choice == OLD.paragraphs[0].choice


def test_a_wording_that_speaks_of_one_council_is_picked_anew_where_there_are_several() -> None:
    of_a_council = next(
        letter
        for seed in range(100)
        if "comes from Manchester" in (letter := COMPOSER.assemble(ANSWERS, Random(seed))).body[0]
    )
    elsewhere = again(of_a_council, composer=Composer(campaign(), to("Gorton and Denton"), TODAY))
    assert "Gorton and Denton" in elsewhere.body[0]
    assert "comes from " not in elsewhere.body[0]


def test_stories_come_back_with_what_was_changed_on_the_letter() -> None:
    lead_in = campaign().prompt("faith").lead_in
    told = replace(ANSWERS, stories=(Story("faith", clean("We cook."), lead_in=True),))
    letter = COMPOSER.assemble(told, Random(1))
    assert stories_from(letter, told.stories) == told.stories
    longer = edited(letter, 1, f"{lead_in} We cook, and sing.")
    assert stories_from(longer, told.stories) == (
        Story("faith", clean("We cook, and sing."), lead_in=True),
    )
    without = edited(letter, 1, "We sing.")
    assert stories_from(without, told.stories) == (Story("faith", clean("We sing.")),)


def test_an_answer_that_has_no_paragraph_comes_back_as_it_was() -> None:
    other = Story("school", clean("Not in the letter."))
    assert stories_from(OLD, (other,)) == (other,)


@given(text=st.text(st.sampled_from("ab {}\n."), max_size=40), lead_in=st.booleans())
def test_a_story_goes_to_the_letter_and_back_unchanged(text: str, lead_in: bool) -> None:  # noqa: FBT001  # hypothesis gives it
    story = Story("faith", clean(f"x{text}".strip()), lead_in=lead_in)
    letter = COMPOSER.assemble(replace(ANSWERS, stories=(story,)), Random(1))
    assert [p.kind for p in letter.paragraphs].count(Kind.STORY) == 1
    assert stories_from(letter, (story,)) == (story,)
