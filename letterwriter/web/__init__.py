"""The website: a thin shell round the domain."""

import os

from flask import Flask

from letterwriter.paths import STATIC, TEMPLATES
from letterwriter.web import (
    deliver,
    errors,
    find,
    letter,
    pages,
    renewal,
    rooms,
    security,
    words,
    write,
)
from letterwriter.web.settings import Settings
from letterwriter.web.world import load_world


def create_app(settings: Settings | None = None) -> Flask:
    """The site, with settings from the environment unless they are given."""
    settings = settings or Settings.from_environment(os.environ)
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=str(STATIC))
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    renewal.init_app(app, settings)
    app.extensions["letterwriter"] = load_world(settings)
    security.init_app(app, settings)
    errors.init_app(app)
    words.init_app(app)
    deliver.init_app(app, settings)
    for room in (pages, find, write, letter, deliver):
        app.register_blueprint(room.bp)
    rooms.init_app(app)
    return app
