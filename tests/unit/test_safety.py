import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.domain.safety import findings
from letterwriter.domain.topic import Topic

TESTS = Path(__file__).parents[1]
BLOCKS = (
    "Amina Yusuf\n14 High Street\nManchester\nM14 5TP\n"
    "The Rt Hon Lucy Powell MP\nHouse of Commons\nDear Lucy Powell"
)

CAUGHT = [
    (Topic.REFERENCE, "My number is <A1234567> at the Home Office."),
    (Topic.REFERENCE, "They wrote <m1234567/2> on every page."),
    (Topic.REFERENCE, "Look up <A 1234567> and you will see."),
    (Topic.REFERENCE, "My port reference is <ASC/1234567>."),
    (Topic.REFERENCE, "It was <TN4/4567890>, from the airport."),
    (Topic.REFERENCE, "On the card it says <ABC/12345/6789>."),
    (Topic.REFERENCE, "My card is <ZU1234567> now."),
    (Topic.REFERENCE, "It says <1234-5678-9012-3456> on the letter."),
    (Topic.REFERENCE, "It says <1234 5678 9012 3456> on the letter."),
    (Topic.REFERENCE, "The tribunal calls it <PA/12345/2026>."),
    (Topic.REFERENCE, "The tribunal calls it <PA-51234-2026>."),
    (Topic.REFERENCE, "The upper one calls it <UI-2026-001234>."),
    (Topic.REFERENCE, "Our support is under <26/03/00123/001>."),
    (Topic.REFERENCE, "I am only <12345678> to them."),
    (Topic.NATIONAL_INSURANCE, "I work, and mine is <QQ 12 34 56 C>."),
    (Topic.NATIONAL_INSURANCE, "I work, and mine is <qq123456c>, so there."),
    (Topic.PHONE, "Ring me on <07700 900123> please."),
    (Topic.PHONE, "Ring me on <+44 (0)161 496 0123>."),
    (Topic.PHONE, "Ring us on (<0161) 496 0123>."),
    (Topic.PHONE, "His brother is on <+33 6 12 34 56 78> in Calais."),
    (Topic.EMAIL, "Write to <amina@example.org> about it."),
    (Topic.EMAIL, "Write to <a.b+c@post.example.co.uk>."),
    (Topic.ADDRESS, "They live at <27 Wilmslow Road> with a baby."),
    (Topic.ADDRESS, "They were put in <3a Platt Lane>, above a shop."),
    (Topic.ADDRESS, "The mosque is at <9 St Mary's Road> now."),
    (Topic.ADDRESS, "Come and see <12 birch lane> for yourself."),
    (Topic.ADDRESS, "My friend is at <140 High Street>, on the top floor."),
    (Topic.HOTEL, "We wait in the <Britannia Hotel> for an answer."),
    (Topic.HOTEL, "We wait in the <Britannia hotel> for an answer."),
    (Topic.HOTEL, "They were moved to the <Holiday Inn> by the ring road."),
    (Topic.HOTEL, "I visit the <Cedar Court Hotel> on Sundays."),
    (Topic.HOTEL, "Then we were in the <King's Head Hotel> for a year."),
    (Topic.HOTEL, "It is a <hotel called the Cedar Court>."),
    (Topic.HOTEL, "I sleep at <Mary Ward Hostel> for now."),
    (Topic.FULL_NAME, "I went with my friend <Sara Ahmed> to sign."),
    (Topic.FULL_NAME, "My solicitor <John Smith> has left."),
    (Topic.FULL_NAME, "My solicitor, <Mr Smith>, has left."),
    (Topic.FULL_NAME, "Her old teacher <Mrs Jones> still writes."),
    (Topic.FULL_NAME, "A friend of mine called <Omar Haddad> bakes."),
    (Topic.FULL_NAME, "There is a man called <Omar al-Haddad> here."),
    (Topic.FULL_NAME, "My friend's name is <Órla Ní Bhriain>."),
    (Topic.FULL_NAME, "<Sara Ahmed>, my neighbour, brought soup."),
    (Topic.FULL_NAME, "<Omar Haddad> is my best friend."),
    (Topic.FULL_NAME, "I met my neighbour <Sara Ahmed>'s little girl."),
    (Topic.OWN_CASE, "They lost <my claim> twice."),
    (Topic.OWN_CASE, "I waited for <my asylum interview> for a year."),
    (Topic.OWN_CASE, "I am afraid that <my appeal> will fail."),
    (Topic.OWN_CASE, "<Our asylum claim> is two years old."),
    (Topic.OWN_CASE, "I cannot sleep before <my tribunal hearing>."),
    (Topic.THREAT, "If this passes, <I will kill you>."),
    (Topic.THREAT, "<I know where you live>."),
    (Topic.THREAT, "<I hope you die>, all of you."),
    (Topic.THREAT, "<MPs should all be shot>."),
    (Topic.THREAT, "<We'll make you pay> for this."),
    (Topic.ABUSE, "This is <fucking> cruel."),
    (Topic.ABUSE, "Frankly, <you are a complete liar>."),
    (Topic.ABUSE, "<You racist>, you do not care."),
    (Topic.SHOUTING, "I say this: <STOP THE DETENTION FLIGHTS> now."),
    (Topic.PLACEHOLDER, "I work with <[name of group]> here."),
    (Topic.PLACEHOLDER, "I have lived here for <XXX> years."),
    (Topic.PLACEHOLDER, "My town is <____> and I love it."),
]

LEFT_ALONE = [
    "I came to Leeds in 1998 and stayed until 2004.",
    "I take the 142 bus, or the X50, to the drop-in.",
    "The 142 Wilmslow Road bus was full.",
    "My friend said that the Home Office lost the papers.",
    "My friend, Home Office staff told us, was not on the list.",
    "Rent is £1,250 and bills are £300, so £49.18 a week does not go far.",
    "We met at 10.30 on 12 May 2024, all 25 of us.",
    "We open from 07.30 to 10.45, and again at 13.00.",
    "I am 71 and have lived at this end of Wilmslow Road since 1971.",
    "In 1998 Oxford Road was full of cafes.",
    "The M60 and the A6 were both shut, and so was the A1(M).",
    "I live at number 12, and they live at number 14.",
    "I live at 14 High Street, as you can see above.",
    "It is 5 minutes down the road, past 10 shops on our street.",
    "They live 3 doors up our road, on a 4 lane road.",
    "More than 100,000 people came, or some 1000000 by another count.",
    "It cost £12000000, or 4.9 billion in 2024-25, and 1,234,567 forms.",
    "The nearest one is in M14, near OL9 and BD1.",
    "The drop-in at M1 2AB has a new roof.",
    "I was there in spring/2026 and may/2025, 24/7.",
    "The rules are in SI 2026/209, and I read them on 12/05/2026.",
    "People wait in a hotel for months. The hotel is no home.",
    "The Hotel smelt of damp. Every Hotel should have a kitchen.",
    "Nobody likes asylum hotels, and the Home Office hotel bill is huge.",
    "My friend Sara makes the best bread in Salford.",
    "My neighbour in Moss Side grows beans.",
    "Last Tuesday, my neighbour, a nurse, told me about it.",
    "Here in Moss Side, my neighbours, all of them, brought food.",
    "A group called Refugee Action helped, and so did the Red Cross.",
    "I was at school with a boy called Karim.",
    "I wrote to Lucy Powell, my neighbour, before.",
    "Shabana Mahmood and Andy Burnham could change this tomorrow.",
    "I am Amina Yusuf, and my mother was a nurse.",
    "My solicitor was kind. Manchester City were playing that night.",
    "My claim to fame is a cake. In my case it rose.",
    "My appeal to you is simple: be kind.",
    "I was nervous before my interview for a job at the bakery.",
    "Many claims are refused, and appeals take a year.",
    "Soldiers told my father that they would kill him.",
    'A man at the bus stop said "I will kill you" to her.',
    "If they send him back, they will kill him.",
    "The papers call people vermin, and a boy at school was called scum.",
    "You are my MP, and you are not a coward.",
    "Nobody should be shot for crossing a line on a map.",
    "I am ANGRY, and the NHS, the BBC and the UK all know why.",
    "She works for UNHCR and UNICEF in the DRC.",
    'There was a banner: "REFUGEES ARE WELCOME HERE".',
    "He wrote 'we was going [sic] home' and then [...] stopped.",
    "Well... I do not know!",
    "Scunthorpe, Penistone and Twatt all have good people.",
    "أعيش هنا منذ سنوات ٢٠١٩",
]

ORDINARY = [
    " ".join(story.split())
    for story in (TESTS / "shared" / "ordinary_stories.txt").read_text("utf-8").split("\n\n")
]


@pytest.mark.parametrize(("topic", "story"), CAUGHT)
def test_what_should_not_be_in_a_letter_is_found_where_it_stands(topic: Topic, story: str) -> None:
    before, words, after = re.split("[<>]", story)
    (found,) = findings(before + words + after, known=BLOCKS)
    assert (found.topic, found.words) == (topic, words)
    assert (found.start, found.end) == (len(before), len(before + words))


@pytest.mark.parametrize("story", LEFT_ALONE)
def test_what_only_looks_alike_is_left_alone(story: str) -> None:
    assert findings(story, known=BLOCKS) == []


@pytest.mark.parametrize("story", ORDINARY)
def test_ordinary_stories_raise_nothing(story: str) -> None:
    assert len(ORDINARY) >= 15
    assert findings(story, known=BLOCKS) == []


def test_the_same_address_is_pointed_out_in_the_letter_of_someone_who_lives_elsewhere() -> None:
    story = "I live at 14 High St, as you can see above."
    assert findings(story, known=BLOCKS) == []
    (found,) = findings(story, known="Jo Bloggs\n9 High Street\nLeeds")
    assert found.topic is Topic.ADDRESS


def test_words_that_the_campaign_put_there_are_not_the_writers_to_mend() -> None:
    ours = "My friend Sara Ahmed helps."
    assert findings(ours, template=ours) == []
    assert [f.topic for f in findings(f"{ours} Ring 07700 900123.", template=ours)] == [Topic.PHONE]


def test_one_place_is_pointed_at_once() -> None:
    both = findings("Ask my friend Sara Ahmed, on 07700 900123 or sara@example.org, at A1234567.")
    assert [f.topic for f in both] == [
        Topic.FULL_NAME,
        Topic.PHONE,
        Topic.EMAIL,
        Topic.REFERENCE,
    ]


@given(st.text(st.sampled_from("Ab1 /-@.+[]X_'my claim Hotel"), max_size=200))
def test_every_finding_says_truly_where_it_is_and_none_overlap(text: str) -> None:
    found = findings(text)
    assert all(text[f.start : f.end] == f.words for f in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
