"""People who write letters, each by one number: many scripts, odd spaces, words like markup."""

from dataclasses import replace
from pathlib import Path
from random import Random

from letterwriter.campaigns.campaign import Ask
from letterwriter.letters.answers import LONGEST_STORY, Answers, Sender, Story
from letterwriter.parliament.members import Office, Role, Seat
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.letters.golden import TODAY, campaign, parliament

NAMES = (
    "Amina Yusuf", "Siân Ŵyn Prydderch", "Róisín Ní Dhomhnaill", "Nguyễn Thị Ánh", "Łukasz Żak",
    "هدى الخطيب (Huda Al-Khatib)", "ሰላም ተስፋይ", "குழந்தை வேலு", "王小明", "Оксана Їжак", "می‌نا",
    "O’Neill-Smith, J. (Mrs)", "{constituency} {mp_name}", "<b>Bob</b> & $& Sons", "Zoe\u0301 😀",
)  # fmt: skip
ADDRESSES: tuple[tuple[str, ...], ...] = (
    ("1 High Street", "Manchester"), ("Tŷ Newydd", "Llannerch-y-medd", "Ynys Môn"), (),
    ("Flat 2/1", "30 Seaton Walk"), ("c/o The Day Centre",), ("{council}", "  ", "№ 7, 3º «A»"),
)  # fmt: skip
_MARKUP = (
    "{{ 7*7 }} {constituency} {leave-30.months} {} $& $1 $$ \\1 %s %0D%0A",
    "<script>alert(1)</script> &amp; <b>bold</b> --> ]]>",
    "#set page(fill: red) *stars* _under_ $x^2$ `code` //note",
    "سلام \u200f) يا\u200cر, 👩\u200d👩\u200d👧 and Ze\u0301",
    "One paragraph.\n \t\nAnother!\n\n\n\nA third (it's the 'last')*.",
    "\u3000\ufeffwide\u2028separated\u0085\x1c and \u00a0 odd\u2003",
)
_WHYS = (
    "My neighbour waits", "She is seven.", "Why should they wait?", "“Wait”, they said: “wait”",
    "ہم پڑوسی ہیں۔", "我们是邻居。", "{constituency} $&", "It isn't fair!)", "x",
)  # fmt: skip
_ORDINARY = Path(__file__).parents[1] / "shared" / "ordinary_stories.txt"
_SENTENCES = tuple(line for line in _ORDINARY.read_text("utf-8").splitlines() if line.strip())


def seat_of(random: Random) -> Seat:
    """A seat as the tables have it, or vacant, or with an office put upon its member."""
    seat = random.choice(list(parliament()))
    role = random.choice([None, *Role])
    if role is None or seat.member is None:
        return seat
    if role is Role.VACANT:
        return replace(seat, member=None)
    office = Office(role.value, role, TODAY, "for this letter only")
    return replace(seat, member=replace(seat.member, offices=(office,)))


def story_of(random: Random) -> str:
    """A story of ordinary words, or of what looks like markup; now and then as long as may be."""
    if random.random() < 0.3:
        return "  ".join(random.sample(_MARKUP, random.randint(1, 3)))
    text = " ".join(random.sample(_SENTENCES, random.randint(1, 3)))
    return (text * 50)[:LONGEST_STORY] if random.random() < 0.05 else text


def answers_of(random: Random, role: Role) -> Answers:
    """What a person chose and typed, from nothing but a name to everything there is."""
    fit: list[Ask | None] = [ask for ask in campaign().asks if role in ask.roles]
    ask = random.choice([*fit, None])
    prompts = random.sample(campaign().prompts, random.randint(0, 3))
    concerns = random.sample(campaign().concerns, random.randint(0, 3))
    return Answers(
        _sender(random),
        tuple(
            Story(prompt.id,
                  clean(random.choice(("", " \n", story_of(random))) or story_of(random)),
                  random.random() < 0.5)
            for prompt in prompts
        ),
        tuple(concern.id for concern in concerns),
        ask.id if ask else "",
        {concern.id: clean(random.choice(_WHYS)) for concern in concerns if random.random() < 0.5},
    )  # fmt: skip


def _sender(random: Random) -> Sender:
    email = random.choice(("", "amina@example.org"))
    return Sender(
        clean(random.choice(NAMES)),
        lines(*random.choice(ADDRESSES)),
        clean(random.choice(("", "M14 5TP", "LL71 7AN"))),
        clean(email),
        clean(random.choice(("", "07700 900123"))),
        reply_by_email=bool(email) and random.random() < 0.7,
    )
