"""Requests to one route: as its own page would send them, and then spoilt in a few places."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from flask import Flask

from tests.web import odd
from tests.web.crawl import MARKER, Fields
from tests.web.raw import Answer, safe
from tests.web.spoiling import OF_ALL, OF_FORMS, Sent


class Route(NamedTuple):
    """One way into the site, as its map of addresses has it: a method and a rule."""

    method: str
    rule: str

    @property
    def takes_its_time(self) -> bool:
        """Whether it makes documents or looks through all postcodes: such are asked less often."""
        return self.rule.endswith(
            (".pdf", ".docx", ".xlsx", "/stack", "/to-mend.csv", "/volunteers", ".jsonl")
        )


def routes(app: Flask) -> list[Route]:
    """Every way into the site."""
    return sorted(
        Route(method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )


def requests(route: Route, known: dict[str, list[Fields]], count: int) -> Iterator[Sent]:
    """So many requests, the same ones at every run; the first is as the page's own.

    ``known`` is what the pages send, by path. A route that none of them leads to gets it all.
    """
    random = Random(f"{route}")
    usual = known.get(route.rule) or [_of_all(known)]
    posts = route.method == "POST"
    for number in range(count):
        sent = Sent(
            route.method, _path(route.rule, random), list(random.choice(usual)) if posts else []
        )
        sent.in_parts = any(name == "list" for name, _ in sent.fields)
        for _ in range(random.choice((1, 1, 1, 2, 4)) if number else 0):
            random.choice(OF_FORMS if posts else OF_ALL)(sent, random)
        yield sent


def _of_all(known: dict[str, list[Fields]]) -> Fields:
    """One field of each name that any page sends."""
    return list(
        {
            name: value for all_ in known.values() for fields in all_ for name, value in fields
        }.items()
    )


def _path(rule: str, random: Random) -> str:
    """The rule with something for each of its parts."""
    head, opens, rest = rule.partition("<")
    if not opens:
        return head
    return head + random.choice(odd.PATHS) + _path(rest.partition(">")[2], random)


def looked_through(route: Route, sent: Sent, answer: Answer) -> Answer:
    """Check an answer: its status, its headers, and what was typed shown in a form alone."""
    kept = answer.status in (200, 206, 304) and route.rule.startswith(("/static/", "/at/"))
    safe(answer, kept=kept, camera=route.rule == "/organise")
    assert answer.headers.get("Cache-Control") in ("no-store", "public, max-age=300")
    assert MARKER not in str(answer.headers)
    shown_again = sent.method == "POST" and answer.status in (200, 422)
    assert shown_again or MARKER.encode() not in answer.body
    return answer
