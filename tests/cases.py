"""The cases in tests/shared that both engines answer alike: Python's and the browser's."""

import json
from pathlib import Path
from typing import Any


def cases(name: str) -> Any:
    """What ``tests/shared/<name>.json`` holds, with ``typed`` as often as its ``times`` say."""
    text = (Path(__file__).parent / "shared" / f"{name}.json").read_text("utf-8")
    return json.loads(text, object_hook=_repeated)


def _repeated(case: dict[str, Any]) -> dict[str, Any]:
    if "times" in case:
        case["typed"] *= case.pop("times")
    return case
