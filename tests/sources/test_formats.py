import pytest

from townbook.sources.formats import open_text
from townbook.sources.unreadable import UnreadableError


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word"),
        (b"{\\rtf1 text}", "an RTF file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
    ],
)
def test_another_format_is_refused_with_what_to_do(content, found):
    with pytest.raises(UnreadableError, match=f"a.doc:1: found {found}.*expected text, HTML or PDF; save it"):
        open_text(content, name="a.doc")


def test_the_content_tells_the_format_and_not_the_name(make_pdf):
    page = "<!DOCTYPE html><html><body><p>望海市有专业镇12个。</p></body></html>".encode()
    assert open_text(page, name="a.txt").format == "html"
    assert open_text(make_pdf([["望海市有专业镇12个。"]]), name="a.txt").format == "pdf"
    assert open_text("望海市有专业镇12个,<注>见附件。".encode(), name="a.html").format == "text"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"a" * 100_000_001, "100 MB, expected at most 100 MB"),
        ("一\n".encode() * 500_002, "more than 500000 lines"),
        (b"<html>" + b"<p>" * 500_001, "an HTML page of more than 500000 tags"),
        (b"<html>" + b"a" * 10_000_001, "found 10000007 characters, expected at most 10000000"),
        ("产值1亿元，".encode() * 1_666_667, "found 10000002 characters, expected at most 10000000"),
        (b"<html><script>var a</script></html>", "an HTML page without text"),
    ],
)
def test_what_is_too_large_or_empty_is_refused(content, found):
    with pytest.raises(UnreadableError, match=found):
        open_text(content, name="a.txt")
