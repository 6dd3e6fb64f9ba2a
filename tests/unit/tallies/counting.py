"""Tallies for tests: of any shape, and the table of constituencies."""

from datetime import date
from functools import cache

from hypothesis import strategies as st

from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.tallies.tally import Counts, Door, LetterTally, TallyKind
from letterwriter.text.cleaning import clean_line

RUSHOLME, WITHINGTON, YARDLEY = "E14001353", "E14001354", "E14001100"
PLACES = (RUSHOLME, WITHINGTON, YARDLEY, "N05000001", "S14000060", "W07000081")
DAYS = (date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 1))
STALLS = ("", "Levenshulme market", "Ünïcödé", "\U0001f4ee post", "￼".strip("￼") + "ｚ", '=1+"2"')


@cache
def parliament() -> Parliament:
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    doors = tuple(draw(st.integers(0, 30)) for _ in Door)
    return Counts(draw(st.integers(max(doors), sum(doors))), doors)


tallies = st.builds(
    LetterTally,
    st.sampled_from([f"{number:016x}" for number in range(4)]),
    st.sampled_from(list(TallyKind)),
    st.dictionaries(
        st.tuples(st.sampled_from(DAYS), st.sampled_from(PLACES)), counts(), max_size=6
    ),
    st.sampled_from(STALLS).map(clean_line),
    st.sampled_from([(1, 1), (1, 2), (2, 2)]),
)
