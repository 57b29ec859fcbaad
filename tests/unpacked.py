"""A PDF with its small objects and its streams laid open, to look for words in it."""

from io import BytesIO

import pikepdf


def unpacked(data: bytes) -> bytes:
    """Return a PDF's bytes with no object stream and nothing deflated."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return out.getvalue()


def boxes(data: bytes, name: str) -> list[list[float]]:
    """Return a box of each page in points."""
    with pikepdf.open(BytesIO(data)) as document:
        return [[round(float(side), 3) for side in page.obj[f"/{name}"]] for page in document.pages]
