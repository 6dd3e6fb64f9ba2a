"""The code to scan on posters: an address of the site, and never anything that someone typed."""

from io import BytesIO

LONGEST_SITE = 504  # bytes: beyond it the squares get too small to scan from a poster


class SiteTooLong(ValueError):
    """An address of the site with more bytes than a code to scan should hold."""


def square(site: str) -> str:
    """A QR code as an SVG of black squares; empty where there is no address."""
    if not site:
        return ""
    if len(site.encode()) > LONGEST_SITE:
        raise SiteTooLong(f"the site's address has more than {LONGEST_SITE} bytes")
    import segno  # only where a PDF is made: no page should wait for it

    file = BytesIO()
    # A quarter of it may be worn off or rained on: a poster hangs outside.
    segno.make_qr(site, error="q").save(file, kind="svg", border=0, xmldecl=False)
    return file.getvalue().decode()
