"""JSON from outside, read by its standard and no further.

Python's reader takes what no service should send: NaN, a field given twice, numbers of
any length. What it does not take it refuses in several ways; here it is one.
"""

import json
from typing import Any, Final, NoReturn

_LONGEST_NUMBER: Final = 18  # digits: more is no count, id or year, and slow to read


class NotJson(ValueError):
    """What was read is no JSON, or none that should be sent."""


def read_json(text: bytes) -> object:
    """The value of a JSON text in UTF-8; raises NotJson, whatever is wrong with it."""
    try:
        found: object = json.loads(
            text.decode("utf-8-sig"),
            parse_constant=_refused,
            parse_int=_whole_number,
            parse_float=_number,
            object_pairs_hook=_fields,
        )
    except (ValueError, RecursionError):  # too deep, no UTF-8, no JSON
        raise NotJson from None
    return found


def _refused(_: str) -> NoReturn:
    raise NotJson


def _whole_number(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise NotJson
    return int(digits)


def _number(digits: str) -> float:
    if len(digits) > 2 * _LONGEST_NUMBER:
        raise NotJson
    return float(digits)


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):  # which of two is meant cannot be known
        raise NotJson
    return fields
