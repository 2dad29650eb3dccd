import pytest

from townbook.sources.webpages import TooDeepError, is_web_page, lay_out_page

ARTICLE = "2031年，东湾皮革专业镇实现产值12.5亿元，增长8%。"


def lines_of(page):
    return [line.strip() for line in lay_out_page(page)[0].split("\n") if line.strip()]


def test_blocks_are_lines_and_what_is_inline_is_not():
    inline = "<p>2031年，<span>产值</span><b>12.5</b>亿元<br>第二行</p>"
    page = f"<html><body><h1>标题</h1>{inline}<div>{ARTICLE}</div></body></html>"
    assert lines_of(page) == ["标题", "2031年，产值12.5亿元", "第二行", ARTICLE]


def test_programs_styles_and_menus_are_no_text():
    page = (
        "<html><head><title>页面</title><style>p {color: red}</style></head><body><nav>首页 要闻</nav>"
        f"<script>var output = '产值99亿元';</script><p>{ARTICLE}</p>"
        "<select><option>东湾</option></select></body></html>"
    )
    assert lines_of(page) == [ARTICLE]


def test_blocks_of_links_are_left_out_and_counted():
    links = "".join(f"<li><a href='/{n}'>别的新闻标题第{n}条</a></li>" for n in range(5))
    page = f"<html><body><ul>{links}</ul><p>{ARTICLE}<a href='/'>详情</a></p></body></html>"
    text, farms = lay_out_page(page)
    assert farms == 1
    assert text.strip() == f"{ARTICLE}详情"


def test_a_list_of_facts_stays():
    page = f"<html><body><ul><li>产值：12亿元</li><li>企业：33家</li></ul><p>{ARTICLE}</p></body></html>"
    assert lines_of(page) == ["* 产值：12亿元", "* 企业：33家", ARTICLE]


def test_the_reading_of_a_character_is_left_out():
    page = "<html><body><p>做<ruby>强<rp>(</rp><rt>qiáng</rt><rp>)</rp></ruby>专业镇</p></body></html>"
    assert lines_of(page) == ["做强专业镇"]


def test_a_table_keeps_its_rows():
    rows = "<tr><th>专业镇</th><th>产值</th></tr><tr><td>东湾皮革</td><td>12.5亿元</td></tr>"
    table = [line.split() for line in lines_of(f"<html><body><table>{rows}</table></body></html>")]
    assert table == [["专业镇", "产值"], ["东湾皮革", "12.5亿元"]]


def test_a_table_that_places_parts_of_a_page_is_taken_apart():
    inner = "<table><tr><td>东湾皮革</td><td>12.5亿元</td></tr></table>"
    cells = f"<td>左栏<br>目录</td><td><h1>标题</h1><p>{ARTICLE}</p>{inner}</td>"
    page = f"<html><table><tr>{cells}</tr></table></html>"
    lines = lines_of(page)
    assert lines[:4] == ["左栏", "目录", "标题", ARTICLE]
    assert lines[4].split() == ["东湾皮革", "12.5亿元"]


def test_a_declaration_of_another_encoding_does_no_harm():
    page = f'<?xml version="1.0" encoding="gb2312"?><html><body><p>{ARTICLE}</p></body></html>'
    assert lines_of(page) == [ARTICLE]


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!-- saved --> <html><p>一</p>", True),
        ("<div><p>一</p><p>二</p><br></div>" * 9, True),
        ("产值<10亿元的镇", False),
        ("小于号 <a 不是标签", False),
        ("", False),
    ],
)
def test_what_is_a_page(text, is_page):
    assert is_web_page(text) is is_page


@pytest.mark.parametrize("opening", ["<div>", "<span>", "<ul><li>"])
def test_tags_too_deep_in_tags_are_told_since_what_is_in_them_is_lost(opening):
    with pytest.raises(TooDeepError):
        lay_out_page("<html>" + opening * 50_000 + ARTICLE)
    assert ARTICLE in lay_out_page("<html>" + opening * 500 + ARTICLE)[0]


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<table><tr><td>" * 500 + "产值",
        "<html>" + "<a href=x>" * 50_000 + "产值",
        "<html><!--" + "-" * 500_000,
        "<html><p " + "a " * 200_000,
        "<" * 500_000,
    ],
)
def test_tags_in_tags_end(page):
    lay_out_page(page)
