"""To be replaced by letterwriter.outputs.offline at the merge: not to be kept."""

from collections.abc import Mapping
from datetime import date

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.parliament import Parliament
from letterwriter.sources.postcodes import PostcodeTable


def bundle(
    parliament: Parliament,
    campaign: Campaign,
    words: Mapping[str, Mapping[str, str]],
    *,
    edition: str,
    made: date,
    today: date | None = None,
) -> dict[str, object]:
    """Enough of a bundle to keep."""
    return {
        "edition": edition,
        "made": made.isoformat(),
        "today": today.isoformat() if today else None,
        "campaign": {"id": campaign.id},
        "words": {name: dict(sentences) for name, sentences in words.items()},
        "seats": [
            {"code": seat.constituency.code, "as_of": seat.as_of.isoformat()} for seat in parliament
        ],
    }


def publish(table: PostcodeTable) -> bytes:
    """Some bytes."""
    return str(len(table)).encode() * 10_000
