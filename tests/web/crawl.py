"""What the site's own pages send: found by opening them all and pressing every button."""

from collections import Counter, deque
from collections.abc import Iterator
from io import BytesIO

from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse

from tests.web.visitor import _held

MARKER = "quokkazebra"
Fields = list[tuple[str, str]]

LIST = f"Name,Address,Postcode,Story\nAmina {MARKER},1 High Street,M14 5TP,I teach.\n"
_TYPED = {
    "postcode": "M14 5TP",
    "constituency": "Manchester Rusholme",
    "constituencies": "Manchester Rusholme",
    "districts": "M14",
    "councils": "",
    "email": f"{MARKER}@example.org",
    "phone": MARKER,
}


def fields_of_pages(app: Flask) -> dict[str, list[Fields]]:
    """The fields of every form on the site, filled in, by the path that it is sent to.

    The wizard's screens all go to the same path: each of their buttons counts as a form.
    """
    client = app.test_client()
    pages = deque(
        client.get(rule.rule)
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.arguments
    )
    known: dict[str, list[Fields]] = {}
    pressed = set[tuple[str, ...]]()
    while pages:
        for path, fields in _forms(pages.popleft()):
            if _button(path, fields) not in pressed:
                pressed.add(_button(path, fields))
                known.setdefault(path, []).append(fields)
                pages.append(_sent(client, path, fields))
    return known


def _button(path: str, fields: Fields) -> tuple[str, ...]:
    """Which button of the site was pressed: of a screen by its name, of paragraphs any."""
    told = dict(fields)
    return path, told.get("at", "").partition(":")[0], told.get("go", "").partition(":")[0]


def _sent(client: FlaskClient, path: str, fields: Fields) -> TestResponse:
    data = MultiDict[str, object](fields)
    if "list" in data:
        data["list"] = FileStorage(stream=BytesIO(LIST.encode()), filename="list.csv", name="list")
        return client.post(path, data=data, content_type="multipart/form-data")
    return client.post(path, data=data)


def _forms(answer: TestResponse) -> Iterator[tuple[str, Fields]]:
    """Each button of a page: where it sends its form, and what it sends."""
    if answer.mimetype != "text/html":
        return
    for form in BeautifulSoup(answer.text, "html.parser").find_all("form"):
        typed = _typed_in(form)
        for button in form.find_all("button"):
            path = str(button.get("formaction") or form.get("action") or "").partition("#")[0]
            extra = (
                [(str(button["name"]), str(button.get("value", "")))] if button.get("name") else []
            )
            if path.startswith("/"):
                yield path, typed + extra


def _typed_in(form: Tag) -> Fields:
    """Every box filled, and of choices as many ticked as may be: one, or three."""
    fields: Fields = []
    ticked = Counter[str]()
    for field in form.find_all(["input", "textarea"]):
        kind, name = field.get("type"), str(field.get("name", ""))
        ticked[name] += 1
        if ticked[name] <= {"radio": 1, "checkbox": 3}.get(str(kind), 1000):
            fields += _typed(field)
    return fields


def _typed(field: Tag) -> Fields:
    name, kind = str(field.get("name", "")), field.get("type")
    if not name:
        return []
    if kind in ("checkbox", "radio"):
        return [(name, str(field.get("value", "on")))]
    held = _held(field)
    if name.startswith("copies-"):
        return [(name, "1")]  # one letter shows what twenty would
    if kind == "hidden" or any(held):
        return [(name, value) for value in held]
    return [(name, _TYPED.get(name, f"I am {MARKER}."))]
