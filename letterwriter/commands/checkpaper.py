"""``letterwriter check-paper``: whether a letter's PDF fits its envelope and the printer."""

from pathlib import Path

import click

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.pdf_files.paper_check import PaperFault, UnreadablePdf, check_paper
from letterwriter.files.messages import message

_LONGEST = 40  # characters of a line that are shown again


@click.command("check-paper")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.C5.value,
    show_default=True,
    help="The envelope's window.",
)
@click.option("--sheet", is_flag=True, help="A sheet for no envelope, such as the leaflet.")
@click.option("--every-page", is_flag=True, help="Each page is a letter, as those to sign are.")
def checkpaper(*, file: Path, layout: str, sheet: bool, every_page: bool) -> None:
    """Say what in a letter's PDF a window would show or a printer cut off; ends with 1 if anything.

    For whoever changes a layout, or makes letters with another program.
    """
    envelope = Layout(layout)
    try:
        report = check_paper(
            file.read_bytes(), None if sheet else envelope, each_a_letter=every_page
        )
    except UnreadablePdf as unreadable:
        raise click.ClickException(_said(unreadable.key, file=str(file))) from None
    for fault in report.faults:
        click.echo(_fault_words(fault, envelope))
    if report.faults:
        raise SystemExit(1)
    count = _said("pages", count=str(report.pages))
    click.echo(
        _said(
            "fine-sheet" if sheet else "fine",
            pages=count if report.pages > 1 else _said("page-one"),
        )
    )


def _fault_words(fault: PaperFault, layout: Layout) -> str:
    box = layout.window
    width, height = fault.size
    window = f"{box.left:g} to {box.right:g} mm across, {box.top:g} to {box.bottom:g} mm down"
    how = _said(fault.key, window=window, width=f"{width:.0f}", height=f"{height:.0f}")
    if fault.what is None:
        return _said("page-fault", page=str(fault.page), how=how)
    words, place = fault.what.words, fault.what.box
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return _said(
        "fault",
        page=str(fault.page),
        what=_said("words", words=shown) if words else _said("picture"),
        left=f"{place.left:.1f}",
        top=f"{place.top:.1f}",
        right=f"{place.right:.1f}",
        bottom=f"{place.bottom:.1f}",
        how=how,
    )


def _said(key: str, **slots: str) -> str:
    return message("paper_check", key, **slots)
