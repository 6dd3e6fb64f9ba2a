"""The app of the preview: one page, and what says that a file was saved."""

from pathlib import Path
from typing import Final

from flask import Flask, Response, abort, jsonify, render_template, request

from letterwriter.paths import STATIC, TEMPLATES
from letterwriter.web.preview.campaign_files import CampaignFiles
from letterwriter.web.preview.page import preview_page

_OUR_NAMES: Final = {"127.0.0.1", "localhost"}
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def create_preview(files: CampaignFiles) -> Flask:
    """The app for one campaign's folder."""
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=str(STATIC))
    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True}

    @app.before_request
    def _this_computer_alone() -> None:
        """Another website's name that leads here, to read over a writer's shoulder, is refused."""
        if request.host.partition(":")[0] not in _OUR_NAMES:
            abort(421)

    @app.after_request
    def _headers(response: Response) -> Response:
        response.headers.update(_HEADERS)
        return response

    @app.get("/")
    def page() -> str:
        reading = files.reading()
        shown = (
            preview_page(reading.campaign, reading.in_passages, request.args)
            if reading.campaign
            else None
        )
        return render_template("preview/page.html", reading=reading, page=shown, files=files)

    @app.get("/stamp")
    def stamp() -> Response:
        return jsonify(files.stamp())

    @app.get("/preview/<any('preview.js', 'preview.css'):name>")
    def kept_file(name: str) -> Response:
        kind = "text/javascript" if name.endswith(".js") else "text/css"
        text = (Path(TEMPLATES) / "preview" / name).read_text("utf-8")
        return Response(text, content_type=f"{kind}; charset=utf-8")

    return app
