"""``letterwriter preview``: a campaign to look at while it is being written."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click
from werkzeug.serving import WSGIRequestHandler, make_server

from letterwriter.campaigns.loading import CAMPAIGN_FILE
from letterwriter.campaigns.overlay import campaign_folders, overlay_folder
from letterwriter.commands.shared_options import campaign_option, date_option, today_or
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.web.preview.campaign_files import CampaignFiles
from letterwriter.web.preview.preview_app import create_preview

_THIS_COMPUTER: Final = "127.0.0.1"
_FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)


class _WithoutALog(WSGIRequestHandler):
    """The page asks every second whether a file was saved: that is nothing to print."""

    def log_request(self, *_: object) -> None:
        """Print nothing."""


@click.command()
@click.argument("folder", required=False, type=_FOLDER)
@click.option("--port", default=5050, show_default=True, type=click.IntRange(0, 65535))
@campaign_option
@date_option
def preview(*, folder: Path | None, port: int, campaign: str, day: datetime | None) -> None:
    """Show every wording of a campaign in a browser, with what `check` says of it, as you edit.

    FOLDER is the campaign's folder (the one that is served, if none is
    named). Choose a concern and its wordings: where sentences meet is marked.
    The page shows a file anew as soon as it is saved. Only this computer can
    open it, and nothing of it is part of the site.
    """
    instance = instance_folder()
    chosen = folder or campaign_folders(instance).get(campaign, Path(campaign))
    if not (chosen / CAMPAIGN_FILE).exists():
        raise click.UsageError(message("preview", "no-campaign", folder=str(chosen)))
    overlay = overlay_folder(instance, chosen.name)
    whole = overlay.resolve() == chosen.resolve()
    files = CampaignFiles(chosen, None if whole else overlay, today_or(day))
    app = create_preview(files)
    try:
        server = make_server(_THIS_COMPUTER, port, app, threaded=True, request_handler=_WithoutALog)
    except (OSError, SystemExit):
        raise click.ClickException(message("preview", "port", port=str(port))) from None
    address = f"http://{_THIS_COMPUTER}:{server.port}/"
    click.echo(message("preview", "at", address=address, folder=str(chosen)))
    server.serve_forever()
