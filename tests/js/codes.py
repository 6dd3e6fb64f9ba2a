"""Reads the codes that pages show, with a decoder that is not ours."""

import pymupdf
import zxingcpp

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def read(screenshot: bytes) -> str:
    """What the only code in a picture says."""
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(screenshot))
    if picture.alpha:
        picture = pymupdf.Pixmap(picture, 0)
    pixels = memoryview(picture.samples).cast("B", (picture.height, picture.width))
    (code,) = zxingcpp.read_barcodes(pixels, formats=_QR)
    text: str = code.text
    return text
