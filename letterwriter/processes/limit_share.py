"""A limit that several processes keep together, each counting for itself."""


def share_of(limit: int, processes: int) -> int:
    """What each may give: rounded down, so that all together stay within it, but at least 1."""
    return max(1, limit // processes)
