"""What docs/writing-a-campaign.md says that `letterwriter check` says, it does say."""

import re

import pytest

from tests.docs.places import FILES, ROOT

GUIDE = (ROOT / "docs/writing-a-campaign.md").read_text("utf-8")
TABLE = GUIDE.partition("| it says | do this |\n| --- | --- |\n")[2].partition("\n\n")[0]
MESSAGES = [line.split(" | ")[0].removeprefix("| ") for line in TABLE.splitlines()]
CHANGING = re.compile(r'"[^"]*"|\{?…\}?|\bconcerns/\S+|: and a reason|[0-9][0-9.%]*')
SOURCES = "\n".join(
    (ROOT / name).read_text("utf-8")
    for name in sorted(FILES)
    if re.match(
        r"letterwriter/(campaigns/.*|commands/(check|for_check/.*)|letters/inbox)\.py"
        r"|templates/words/review\.toml",
        name,
    )
)
SAID = re.sub(r'"\s+f?"', "", SOURCES)  # strings over two lines are one


@pytest.mark.parametrize("message", MESSAGES)
def test_each_part_of_the_message_that_stays_the_same_is_in_the_code(message: str) -> None:
    for part in CHANGING.split(message):
        assert part.strip(" ,:;") in SAID
