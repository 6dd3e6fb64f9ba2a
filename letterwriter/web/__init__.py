"""The website: a thin shell round the domain."""

import os

from flask import Flask

from letterwriter.paths import STATIC, TEMPLATES
from letterwriter.web import (
    bounded_work,
    counting,
    downloads,
    errors,
    last_resort,
    local_actions,
    reload,
    review_dates,
    setting_doubts,
    template_functions,
)
from letterwriter.web.app_data import load_app_data
from letterwriter.web.limits import proxies
from letterwriter.web.offline import current_bundle
from letterwriter.web.requests import bodies, indexing, security
from letterwriter.web.settings import Settings
from letterwriter.web.views import (
    campaign,
    counts,
    deliver,
    find,
    for_search,
    health,
    mail_merge,
    outside_lookup,
    pages,
    volunteers,
    wizard,
)
from letterwriter.web.views import (
    offline as offline_pages,  # "offline" is the package beside this one
)

_VIEWS = (
    pages,
    campaign,
    for_search,
    health,
    find,
    wizard,
    deliver,
    counts,
    volunteers,
    mail_merge,
    offline_pages,
)


def create_app(settings: Settings | None = None) -> Flask:
    """The site, with settings from the environment unless they are given."""
    settings = settings or Settings.from_environment(os.environ)
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=str(STATIC))
    app.url_map.merge_slashes = False  # such a redirect would send the query along
    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True}
    reload.init_app(app, settings)
    app.extensions["letterwriter"] = load_app_data(settings)
    review_dates.init_app(app)
    local_actions.init_app(app)
    setting_doubts.init_app(app, settings)
    proxies.init_app(app, settings)
    security.init_app(app, settings)
    indexing.init_app(app)
    errors.init_app(app)
    template_functions.init_app(app)
    bodies.init_app(app)
    bounded_work.init_app(app)
    current_bundle.init_app(app)
    downloads.init_app(app, settings)
    counting.init_app(app, settings)
    outside_lookup.init_app(app, settings)
    for view in _VIEWS:
        app.register_blueprint(view.bp)
    last_resort.init_app(app)  # after everything else that wraps the site
    return app
