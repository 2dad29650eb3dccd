"""The identity inside files: written into SVG, PNG and PDF, and read back from whatever carries it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo, putchunk

from townbook.publishing.citations.publication import LICENCE_ADDRESS
from townbook.publishing.identity import (
    Identity,
    describe_in_rdf,
    from_fields,
    from_xml,
    to_xmp,
)

_XMP_KEY = "XML:com.adobe.xmp"
_RDF_END = "</rdf:RDF>"
# The signature and the header, behind which texts may stand.
_PNG_HEAD = 8 + 25
_PROPERTIES = "docProps/custom.xml"


def stamp_svg(svg: str, identity: Identity) -> str:
    """Add the identity to what matplotlib says in `<metadata>`.

    Raises
    ------
    ValueError
        If the drawing has no such place.
    """
    before, end, after = svg.partition(_RDF_END)
    if not end:
        raise ValueError(f"the drawing of {identity.exhibit!r} has no metadata; draw it with savefig")
    return f"{before}{describe_in_rdf(identity)}\n{end}{after}"


def stamp_png(png: bytes, identity: Identity, *, alt: str) -> bytes:
    """Add the identity as text chunks and as XMP; the pixels are not touched."""
    texts = PngInfo()
    for key, value in {
        "Title": identity.title,
        "Author": identity.authors,
        "Description": alt,
        "Copyright": f"{identity.authors}, {identity.licence}, {LICENCE_ADDRESS}",
        "Source": identity.citation,
    }.items():
        texts.add_itxt(key, value)
    texts.add_itxt(_XMP_KEY, to_xmp(identity))
    chunks = io.BytesIO()
    for chunk in texts.chunks:
        putchunk(chunks, *chunk[:2])
    return png[:_PNG_HEAD] + chunks.getvalue() + png[_PNG_HEAD:]


def stamp_pdf(pdf: bytes, identity: Identity) -> bytes:
    """Add the identity as XMP, title and language."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        packet = document.make_stream(to_xmp(identity).encode("utf-8"))
        packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        document.Root.Metadata = packet
        document.Root.Lang = pikepdf.String(identity.language)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        for key, value in {
            "Title": identity.title,
            "Author": identity.authors,
            "Subject": identity.citation,
        }.items():
            document.docinfo[f"/{key}"] = pikepdf.String(value)
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def read_identity(path: Path) -> Identity | None:
    """Return the identity that a file carries inside, whatever its name ends in; None where it has none.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    content = path.read_bytes()
    if content.startswith(b"%PDF"):
        return _read_pdf(content)
    if content.startswith(b"PK"):
        return _read_workbook(content)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return from_xml(content)
    return _read_image(content)


def _read_pdf(content: bytes) -> Identity | None:
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            packet = document.Root.get("/Metadata")
            return None if packet is None else from_xml(packet.read_bytes())
    except pikepdf.PdfError:
        return None


def _read_workbook(content: bytes) -> Identity | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            tree = ElementTree.fromstring(archive.read(_PROPERTIES))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        return None
    return from_fields({own.get("name", ""): "".join(own.itertext()) for own in tree})


def _read_image(content: bytes) -> Identity | None:
    try:
        with Image.open(io.BytesIO(content)) as image:
            packet = image.info.get(_XMP_KEY) or image.info.get("xmp")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    return from_xml(packet) if packet else None
