"""What should not stand in a letter, as the browser looks for it: see letters/detectors.py."""

from dataclasses import asdict

from letterwriter.letters import detectors as ours
from letterwriter.letters.name_judges import listed
from letterwriter.text.shared_patterns import detector_file, named_pattern


def published_detectors() -> list[dict[str, str]]:
    """All detectors in their order, by the names of their fields."""
    return [asdict(one) for one in ours.detectors()]


def names() -> dict[str, object]:
    """What the judges know, each list of words in order, and what words are compared by."""
    lists = ("not_a_name", "not_a_hotel", "not_a_road")
    return {
        **{name: sorted(listed(name)) for name in lists},
        "short": detector_file()["names"]["short"],
        "comparable": named_pattern("comparable"),
    }
