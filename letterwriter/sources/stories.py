"""The simulated stories against which a campaign's words are measured."""

from pathlib import Path

from letterwriter.domain.fault import Fault, FaultyFiles


def load_stories(path: Path) -> tuple[str, ...]:
    """The stories of a file, parted by blank lines; lines that begin with # are remarks.

    Raises FaultyFiles for a file that is missing or holds none.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise FaultyFiles([Fault(path.name, "", f"cannot be read: {error.strerror}")]) from None
    text = "\n".join(line for line in lines if not line.startswith("#"))
    stories = tuple(" ".join(story.split()) for story in text.split("\n\n") if story.strip())
    if not stories:
        raise FaultyFiles([Fault(path.name, "", "holds no stories: write some, parted by lines")])
    return stories
