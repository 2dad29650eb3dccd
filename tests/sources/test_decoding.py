import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.sources.decoding import decode
from townbook.sources.plausibility import plausibility
from townbook.sources.unreadable import UnreadableError

SIMPLIFIED = (
    "望海市专业镇上半年实现产值102.55亿元，增长8.7%。",
    "规上企业33户",
    "长治",
    "珐华琉璃、精密铸造和老陈醋",
    "到2031年，全县力争建成特色产业集群6个以上，带动就业3.5万人。\n责任编辑：某某",
)
TRADITIONAL = (
    "望海市專業鎮上半年實現產值102.55億元，增長8.7%。",
    "規上企業33戶",
    "從業人數",
    "晉城市近日出臺實施方案，推動特色產業做大做強",
    "縣裏提出“一粒籽、兩條鏈”的思路",
)
UTF = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("encoding", [*UTF, "gb18030", "gbk"])
def test_simplified_text_is_decoded_whatever_its_encoding(text, encoding):
    assert decode(text.encode(encoding), name="a.txt")[0] == text


@pytest.mark.parametrize("text", TRADITIONAL)
@pytest.mark.parametrize("encoding", [*UTF, "gb18030", "cp950", "big5hkscs"])
def test_traditional_text_is_decoded_whatever_its_encoding(text, encoding):
    assert decode(text.encode(encoding), name="a.txt")[0] == text


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16-be"),
        ("gbk", "gb18030"),
        ("big5", "big5"),
    ],
)
def test_the_name_is_one_with_which_the_catalogue_decodes(encoding, named):
    text = "晉城市近日出臺實施方案。" if encoding == "big5" else SIMPLIFIED[0]
    content = text.encode(encoding)
    assert decode(content, name="a.txt")[1] == named
    assert content.decode("utf-8-sig" if named == "utf-8" else named) == text


@pytest.mark.parametrize("declared", ["utf-8", "big5", "iso-8859-1"])
def test_what_a_page_declares_wrongly_is_not_believed(declared):
    page = f'<html><head><meta charset="{declared}"></head><body>{SIMPLIFIED[0]}</body></html>'
    assert decode(page.encode("gb18030"), name="a.html") == (page, "gb18030")


def test_a_long_head_in_ascii_hides_no_encoding():
    text = "<script>var a = 1;</script>\n" * 5_000 + SIMPLIFIED[0]
    assert decode(text.encode("gb18030"), name="a.html") == (text, "gb18030")


@given(st.lists(st.sampled_from(SIMPLIFIED + TRADITIONAL), min_size=1, max_size=6), st.sampled_from(UTF))
def test_mixed_scripts_in_unicode(sentences, encoding):
    text = "\n".join(sentences)
    assert decode(text.encode(encoding), name="a.txt")[0] == text


@given(st.lists(st.sampled_from(SIMPLIFIED), min_size=2, max_size=8))
def test_sentences_in_gb18030(sentences):
    text = "\r\n".join(sentences)
    assert decode(text.encode("gb18030"), name="a.txt") == (text, "gb18030")


@given(st.lists(st.sampled_from(TRADITIONAL[:4]), min_size=2, max_size=8))
def test_sentences_in_big5(sentences):
    text = "\r\n".join(sentences)
    assert decode(text.encode("big5"), name="a.txt") == (text, "big5")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (codecs.BOM_UTF8, "nothing but spaces"),
        (b" \r\n\t ", "nothing but spaces"),
        ("专业镇实现产值".encode() * 9 + b"\xe4\xb8", "UTF-8 that is cut off within a character at byte 190"),
        ("专业镇".encode() * 9 + b"\xff" + "专业镇".encode(), "UTF-8 that is broken at byte 82 of 91"),
        (SIMPLIFIED[0].encode("gb18030")[:-1], "GB18030 that is cut off within a character at byte"),
        (SIMPLIFIED[0].encode("utf-16")[:-1], "UTF-16 that is cut off within a character at byte"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\x00\x01\x02\x03" * 50, "binary data"),
        (b"\xfe\x80\xff" * 50, "an encoding in which nothing reads as Chinese"),
    ],
)
def test_what_cannot_be_decoded_is_refused_by_name(content, found):
    with pytest.raises(UnreadableError) as refused:
        decode(content, name="page.txt")
    line = str(refused.value)
    assert line.startswith(f"page.txt:1: found {found}")
    assert ", expected " in line
    assert "; " in line
    assert "\n" not in line


@given(st.binary(max_size=300))
def test_random_bytes_raise_nothing_else(content):
    try:
        text, encoding = decode(content, name="a.txt")
    except UnreadableError:
        return
    assert content.decode("utf-8-sig" if encoding == "utf-8" else encoding) == text


def test_random_bytes_of_some_length_are_never_taken_for_text():
    chance = random.Random(7)
    for _ in range(50):
        with pytest.raises(UnreadableError):
            decode(chance.randbytes(600), name="a.bin")


def test_a_right_decoding_is_more_plausible_than_a_wrong_one():
    right = SIMPLIFIED[0]
    wrong = right.encode("gb18030").decode("big5", "ignore")
    assert plausibility(right) > 0.5
    assert plausibility(wrong) < 0.3
    assert plausibility("plain ASCII, 12.5 %") == 0
