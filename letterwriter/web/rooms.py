"""Rooms that few visitors open: where their doors are. What is behind is loaded when one opens."""

from flask import Blueprint, Flask
from werkzeug.exceptions import RequestEntityTooLarge

from letterwriter.outputs.press import Press
from letterwriter.sources.unreadable import Unreadable
from letterwriter.web.later import Later
from letterwriter.web.uploads import InMemory

volunteers = Blueprint("volunteers", __name__, url_prefix="/volunteers")
take = Blueprint("take", __name__, url_prefix="/take")
stack = Blueprint("stack", __name__, url_prefix="/volunteers/stack")
offline = Blueprint("offline", __name__)

_DOORS = (
    (volunteers, "GET", "", "start"),
    (volunteers, "POST", "", "choose"),
    (volunteers, "POST", "/places", "places"),
    (volunteers, "POST", "/pack.pdf", "pack_pdf"),
    (volunteers, "GET", "/postcards", "postcard_page"),
    (volunteers, "POST", "/postcards.pdf", "postcard_pdf"),
    (volunteers, "GET", "/poster.pdf", "poster_pdf"),
    (take, "GET", "", "opening"),
    (take, "POST", "", "arrived"),
    (stack, "GET", "", "start"),
    (stack, "POST", "", "preview"),
    (stack, "POST", "/letters.pdf", "letters"),
    (stack, "POST", "/to-mend.csv", "to_mend"),
    (stack, "GET", "/template.csv", "template_csv"),
    (stack, "GET", "/template.xlsx", "template_xlsx"),
    (offline, "GET", "/at/<edition>/world.json", "world_json"),
    (offline, "GET", "/at/<edition>/postcodes.bin", "postcodes_bin"),
    (offline, "GET", "/at/<edition>/static/<path:filename>", "static_file"),
    (offline, "GET", "/sw.js", "worker"),
)
_KEPT = {  # pages that a device keeps, by their paths
    "/manifest.webmanifest": "manifest",
    "/offline": "shell",
    "/stall": "stall",
    "/stall/ready": "ready",
}


def _later(room: Blueprint, name: str) -> Later:
    return Later(f"letterwriter.web.{room.name}.{name}")


for _room, _method, _path, _name in _DOORS:
    _room.add_url_rule(_path, _name, _later(_room, _name), methods=[_method])

for _path, _name in _KEPT.items():
    offline.add_url_rule(_path, _name, Later("letterwriter.web.offline.page"))

stack.before_request(_later(stack, "take_long_lists"))
stack.register_error_handler(Unreadable, _later(stack, "unreadable"))
stack.register_error_handler(RequestEntityTooLarge, _later(stack, "too_large"))


def init_app(app: Flask) -> None:
    """Keep uploads off the disk, and give stacks a press: one at a time, beside single letters."""
    app.request_class = InMemory
    app.extensions["letterwriter-stacks"] = Press(at_once=1)
    app.register_blueprint(take)
    app.register_blueprint(volunteers)
    app.register_blueprint(stack)
    app.register_blueprint(offline)
    app.add_template_global(Later("letterwriter.web.editions.at"), "at")
