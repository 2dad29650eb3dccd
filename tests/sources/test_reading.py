import hashlib
import random
import time
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.sources.characters import make_plain
from townbook.sources.reading import read_document
from townbook.sources.script import simplify
from townbook.sources.unreadable import UnreadableError

PAGE = """首页 > 新闻 > 正文
登录 | 注册 | 手机版

東灣皮革專(zhuān)業(yè)鎮(zhèn):小鎮(zhèn)裏的大產(chǎn)業(yè)
2031-08-06 09:27 来源:望海网 浏览:1,386次

２０３１年上半年，東灣皮革專(zhuān)業(yè)鎮(zhèn)實現產值1 2.5 億元，同比增長８．７％，拥有规上企业33 户。
省級專業鎮達到6個(gè)以上，帶動就業3.5萬(wàn)人。

責任編輯：某某
相關鏈接
· 西嶺鎮新增企業12家
· 南港：產值突破9億元
望海網版權所有  望ICP備12345678號-1
"""
SENTENCES = (
    "望海市专业镇上半年实现产值1 2.5 亿元，增长８．７％。",
    "晉城專(zhuān)業(yè)鎮(zhèn)產值7億元",
    "首页 | 新闻 | 视频",
    "企业３３ 户，\u3000就业1—6 万\u200b人",
    "責任編輯：某某",
    "a b\u00adc",
    "\r\n",
)


@pytest.fixture(scope="module")
def page(read):
    return read(PAGE)


def test_a_page_is_read_without_what_is_around_its_article(page):
    assert page.passages == [
        "东湾皮革专业镇:小镇里的大产业",
        "2031年上半年，东湾皮革专业镇实现产值12.5亿元，同比增长8.7%，拥有规上企业33户。",
        "省级专业镇达到6个以上，带动就业3.5万人。",
    ]
    assert page.document.title == page.passages[0]
    assert page.datelines == ["2031-08-06 09:27 来源:望海网 浏览:1,386次"]


def test_what_is_known_of_the_document(page):
    document = page.document
    assert (document.format, document.encoding, document.script) == ("text", "utf-8", "Hant")
    assert document.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert document.original == PAGE


@pytest.mark.parametrize(
    ("words", "line", "printed"),
    [
        ("12.5亿元", 7, "1 2.5 億元"),
        ("8.7%", 7, "８．７％"),
        ("33户", 7, "33 户"),
        ("6个", 8, "6個(gè)"),
        ("6个以上", 8, "6個(gè)以上"),
        ("3.5万人", 8, "3.5萬(wàn)人"),
    ],
)
def test_a_figure_is_located_where_it_is_printed(page, words, line, printed):
    document = page.document
    start = document.text.index(words)
    found, first, last = document.locate(start, start + len(words))
    assert (found, document.original[first:last]) == (line, printed)


def test_what_was_recognised_is_told_with_its_line(page):
    assert page.document.remarks == (
        "a.txt:1: 7 full-width characters of figures, read as half-width",
        "a.txt:1: a breadcrumb, left out",
        "a.txt:2: a menu, left out",
        "a.txt:4: 11 readings in brackets after their characters, left out",
        "a.txt:5: a date line, left out",
        "a.txt:7: 3 stray spaces or line breaks in figures, taken back",
        "a.txt:10: a credit, left out",
        "a.txt:11: a heading of links, left out",
        "a.txt:12: a headline of another page and 1 more like it, left out",
        "a.txt:14: a licence line, left out",
    )


def test_many_remarks_are_cut(read):
    text = "\n".join(f"望海市有专业镇{n}个。\n责任编辑：某某" for n in range(300))
    remarks = read(text).document.remarks
    assert len(remarks) == 201
    assert remarks[-1].endswith("100 more, not listed")


def test_the_text_of_a_page_and_of_a_pdf_is_what_locators_point_into(read, make_pdf):
    page = read("<html><body><h1>东湾皮革</h1><p>产值<b>12.5</b>亿元。</p><script>1</script></body></html>")
    assert page.document.format == "html"
    assert page.document.original == "东湾皮革\n\n产值12.5亿元。\n"
    printed = read(make_pdf([["东湾皮革专业镇", "产值12.5亿元。"]]))
    assert (printed.document.format, printed.document.encoding) == ("pdf", "utf-8")
    assert printed.document.original == "东湾皮革专业镇\n产值12.5亿元。\n"


def check_offsets(document):
    """Check that each character of the text stands for the one of the original that it points to."""
    text, original, starts = document.text, document.original, document.starts
    assert len(starts) == len(text) + 1
    assert starts[-1] == len(original)
    assert all(one < other for one, other in pairwise(starts))
    plain = make_plain(simplify(original, script=document.script))[0]
    for character, start in zip(text, starts, strict=False):
        assert character == plain[start] or (character == " " and plain[start] == "\n")
    spans = [(p.start, p.end) for p in document.passages]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_offsets_of_any_text(text, encoding):
    try:
        document = read_document(text.encode(encoding), name="a.txt")
    except UnreadableError:
        return
    check_offsets(document)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_offsets_of_damaged_sentences(sentences, encoding):
    text = "望海市专业镇实施方案\n" + "\n".join(sentences)
    document = read_document(text.encode(encoding), name="a.txt")
    assert document.original == text
    check_offsets(document)


@given(st.binary(max_size=500))
def test_random_bytes_raise_nothing_but_the_refusal(content):
    try:
        read_document(content, name="a.txt")
    except UnreadableError as refused:
        assert str(refused).startswith("a.txt:1: found ")


@given(st.data())
def test_a_damaged_document_raises_nothing_but_the_refusal(data):
    content = bytearray(PAGE.encode(data.draw(st.sampled_from(["utf-8", "gb18030", "utf-16"]))))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    content = bytes(content[: data.draw(st.integers(0, len(content)))])
    with suppress(UnreadableError):
        check_offsets(read_document(content, name="a.txt"))


SENTENCE = "2031年，望海市实现产值10.68亿元，增长20%。"
BOMBS = {
    "a million digits": "产值" + "1" * 1_000_000 + "亿元",
    "digits apart": "产值" + "1 " * 200_000 + "亿元",
    "digits on lines": "产值" + "1\n" * 100_000 + "亿元",
    "digits in threes": "产值" + "123 " * 200_000 + "亿元",
    "thousands": "１" + "，２３４" * 200_000,
    "points": "1." * 300_000,
    "nested brackets": "强(" * 200_000 + ")" * 200_000,
    "open glosses": "强(qiáng" * 100_000,
    "one line of five megabytes": SENTENCE * 80_000,
    "no mark in a megabyte": "专业镇" * 120_000,
    "spaces": "产" + " " * 1_000_000 + "值",
    "lines of spaces": (" " * 150 + "\n") * 10_000 + "产值",
    "spaces in lines": ("a" + " " * 150 + "b\n") * 3_000,
    "nested units": "12" + "万亿" * 300_000,
    "arrows": ">" * 500_000 + "\n" + "a>" * 70,
    "one line again and again": (SENTENCE + "\n") * 40_000,
    "tags": "<html>" + "<div>" * 100_000 + SENTENCE,
    "unseen": "产\u200b值" * 200_000,
    "near copies": "".join(
        f"特色镇{'望海' * (n % 3)}产值10.5亿元，企业{'新' * (n % 5)}12家，" for n in range(30_000)
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_adversarial_texts_end_soon(bomb):
    start = time.process_time()
    try:
        read_document(BOMBS[bomb].encode(), name="a.txt")
    except UnreadableError as refused:
        assert "\n" not in str(refused)
    assert time.process_time() - start < 20


def test_time_grows_with_length_and_no_faster():
    chance = random.Random(3)
    words = "专业镇产业集群龙头企业主导产品市场份额带动就业投资项目建设品牌质量创新"

    def time_of(paragraphs):
        mould = "{}实现产值{:.2f}亿元，增长{}%。"
        lines = [
            mould.format("".join(chance.choices(words, k=30)), chance.random() * 500, n % 31) * 3
            for n in range(paragraphs)
        ]
        content = "\n".join(lines).encode()
        start = time.process_time()
        read_document(content, name="a.txt")
        return time.process_time() - start

    time_of(500)
    assert time_of(8_000) < 60 * max(time_of(500), 0.01)


def test_a_notice_is_titled_below_the_bodies_that_issue_it():
    text = (
        "某省工业和信息化厅　某省农业农村厅\n关于做好2031年度专业镇认定工作的通知\n各市工业和信息化局：\n"
        "现就认定工作通知如下，请各市于六月底前报送材料。\n"
    )
    assert read_document(text.encode(), name="notice.txt").title == "关于做好2031年度专业镇认定工作的通知"
