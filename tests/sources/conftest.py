from dataclasses import dataclass

import pytest

from townbook.sources.reading import ReadDocument, read_document

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
    b" /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
    b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)
_LOCK = b"<< /Filter /Standard /V 1 /R 2 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> /P -4 >>"


def _make_pdf(pages, *, locked=False):
    """Return a PDF whose pages have the given lines as their text layer, every character as wide as high."""
    count = len(pages)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        *_FONT,
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(b"<%s> Tj T*\n" % line.encode("utf-16-be").hex().encode() for line in lines)
        content = b"BT /F1 12 Tf 50 800 Td 18 TL\n" + shown + b"ET"
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {font} /Contents {7 + 2 * number} 0 R >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    extra = b""
    if locked:
        objects.append(_LOCK)
        extra = b" /Encrypt %d 0 R /ID [<0011> <0011>]" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out, start = out + b"xref\n0 %d\n0000000000 65535 f \n" % size, len(out)
    out += table + b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (size, extra)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


@dataclass(frozen=True)
class Read:
    """A document with its passages as strings."""

    document: ReadDocument

    @property
    def passages(self):
        return [self.document.text[p.start : p.end] for p in self.document.passages]

    @property
    def datelines(self):
        return [self.document.text[p.start : p.end] for p in self.document.datelines]


@pytest.fixture(scope="session")
def read():
    """A function that reads a text (or bytes) under the name `a.txt`."""

    def read_text(content):
        content = content if isinstance(content, bytes) else content.encode()
        return Read(read_document(content, name="a.txt"))

    return read_text


@pytest.fixture(scope="session")
def make_pdf():
    """A function that makes a PDF with a text layer, or one that is locked."""
    return _make_pdf
