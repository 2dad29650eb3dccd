import pytest

from townbook.sources.pages import read_pages
from townbook.sources.unreadable import UnreadableError

PARAGRAPH = (
    "望海市省级专业镇实现产值一百零六点八亿元同比增长百分之二十市级专业镇稳步提升规模以上企业达到三十三户"
)
LINES = [PARAGRAPH[start : start + 20] for start in range(0, len(PARAGRAPH), 20)]


def test_lines_that_fill_the_column_are_one_paragraph(make_pdf):
    text, _ = read_pages(make_pdf([["通报", *LINES, *LINES, "完"]]), name="a.pdf")
    assert text.split("\n") == ["通报", PARAGRAPH, PARAGRAPH, "完", ""]


def test_a_paragraph_goes_on_over_the_page_and_its_number(make_pdf):
    pages = [
        ["望海统计", *LINES[:1], "— 1 —"],
        ["望海统计", *LINES[1:], "— 2 —"],
        ["望海统计", "完", "— 3 —"],
    ]
    text, told = read_pages(make_pdf(pages), name="a.pdf")
    assert text.split("\n") == [PARAGRAPH, "完", ""]
    assert told == ("6 page numbers and running heads, left out",)


def test_a_page_without_text_is_told(make_pdf):
    _, told = read_pages(make_pdf([LINES, []]), name="a.pdf")
    assert told == ("1 of 2 pages without text, not read",)


def test_what_has_no_text_is_refused(make_pdf):
    whole = make_pdf([LINES])
    for content, found in (
        (make_pdf([[], []]), "a PDF of pictures without text"),
        (make_pdf([LINES], locked=True), "an encrypted PDF"),
        (whole[: len(whole) // 2], "a PDF that is cut off"),
        (b"%PDF-1.4\nnothing\n%%EOF", "a broken PDF"),
        (make_pdf([["\ue000\ue001\ue002" * 9]]), "a PDF whose letters have no meaning"),
    ):
        with pytest.raises(UnreadableError, match=f"a.pdf:1: found {found}, expected .*; "):
            read_pages(content, name="a.pdf")


def test_a_character_that_stands_alone_in_a_font_that_is_not_carried_is_read(make_pdf):
    text, _ = read_pages(make_pdf([["规上企业达到", "33", "户", "占"]]), name="a.pdf")
    assert "".join(text.split()) == "规上企业达到33户占"
