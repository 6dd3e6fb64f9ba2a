"""A pack for a stall, from what a volunteer asks for to its PDF."""

from datetime import date
from random import SystemRandom

from letterwriter.documents.pdf_files.pdf_merge import joined_pdf
from letterwriter.files.messages import message
from letterwriter.packs.pack_pdf import jobs
from letterwriter.packs.request import PackRequest, PackSource, pack_parts


def stall_pack(request: PackRequest, source: PackSource, today: date) -> bytes:
    """The pack as one PDF. Raises `TooMuch`, `TooFewWordings` and `Nobody`."""
    parts = jobs(pack_parts(request, source, today, SystemRandom()))
    return joined_pdf((part() for part in parts), message("volunteers", "pack-title"))
