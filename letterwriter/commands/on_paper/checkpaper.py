"""``letterwriter check-paper``: whether a letter's PDF fits its envelope and the printer."""

from pathlib import Path

import click

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.pdf_files.paper_check import PaperFault, UnreadablePdf, check_paper
from letterwriter.documents.pdf_files.reading_check import ReadingFault, check_for_screen_readers
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
    """Say what in a letter's PDF a window would show, a printer cut off, a screen reader not find.

    Ends with 1 if there is anything. For whoever changes a layout, or makes letters with another
    program. With --every-page it looks at paper alone: nobody reads a pile on a screen.
    """
    envelope = Layout(layout)
    pdf = file.read_bytes()
    try:
        report = check_paper(pdf, None if sheet else envelope, each_a_letter=every_page)
        unread = () if every_page else check_for_screen_readers(pdf)
    except UnreadablePdf as unreadable:
        raise click.ClickException(_said(unreadable.key, file=str(file))) from None
    for fault in report.faults:
        click.echo(_fault_words(fault, envelope))
    for missed in unread:
        click.echo(_missed_words(missed))
    if report.faults or unread:
        raise SystemExit(1)
    count = _said("pages", count=str(report.pages))
    pages = count if report.pages > 1 else _said("page-one")
    click.echo(_said("fine-sheet" if sheet else "fine", pages=pages))
    if not every_page:
        click.echo(_said("fine-aloud"))


def _fault_words(fault: PaperFault, layout: Layout) -> str:
    box = layout.window
    width, height = fault.size
    window = f"{box.left:g} to {box.right:g} mm across, {box.top:g} to {box.bottom:g} mm down"
    how = _said(fault.key, window=window, width=f"{width:.0f}", height=f"{height:.0f}")
    if fault.what is None:
        return _said("page-fault", page=str(fault.page), how=how)
    words, place = fault.what.words, fault.what.box
    return _said(
        "fault",
        page=str(fault.page),
        what=_quoted(words) if words else _said("picture"),
        left=f"{place.left:.1f}",
        top=f"{place.top:.1f}",
        right=f"{place.right:.1f}",
        bottom=f"{place.bottom:.1f}",
        how=how,
    )


def _missed_words(fault: ReadingFault) -> str:
    how = _said(fault.key, words=_quoted(fault.words) if fault.words else _said("nameless"))
    if fault.page == 0:
        return _said("aloud", how=how)
    return _said("aloud-page", page=str(fault.page), how=how)


def _quoted(words: str) -> str:
    return _said("words", words=words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")


def _said(key: str, **slots: str) -> str:
    return message("paper_check", key, **slots)
