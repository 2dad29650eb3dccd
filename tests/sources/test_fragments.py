import pytest

from townbook.sources.fragments import without_fragments
from townbook.sources.offsets import map_whole

TITLE = "望海：特色专业镇为高质量发展注入新动能"
FRAGMENTS = {"望海", "特色", "专业镇为展注", "高质"}


@pytest.mark.parametrize(
    ("shuffled", "healed"),
    [
        ("以县为单元的专业镇为展注集群经济形式", "以县为单元的集群经济形式"),
        ("2031年，望海望海立足实际", "2031年，望海立足实际"),
        ("望海特色专业镇的高质量发展", "望海特色专业镇的高质量发展"),
        ("高质望海转型任务艰巨", "高质望海转型任务艰巨"),
    ],
)
def test_only_what_is_surely_no_part_of_a_sentence_is_taken_out(shuffled, healed):
    assert without_fragments(map_whole(shuffled), fragments=FRAGMENTS, title=TITLE)[0].text == healed


def test_without_a_damaged_copy_nothing_is_taken_out():
    mapped = map_whole("望海望海专业镇为展注")
    assert without_fragments(mapped, fragments=(), title=TITLE) == (mapped, [])


def test_a_document_with_a_damaged_copy_is_healed(read):
    first = "2031年上半年，望海市10个市级专业镇实现产值102.55亿元，拥有规上企业33户，“专精特新”企业18户。"
    damaged = first.replace("望海市", "望海望海市").replace("拥有", "专业镇为展注拥有")
    rest = "下一步，全市专业镇为展注力争新增5个市级专业镇。"
    page = read("\n".join([TITLE, first, damaged, rest]))
    assert page.passages == [TITLE, first, rest.replace("专业镇为展注", "")]
    told = "fragments of the title in sentences (专业镇为展注、望海): 3 taken out, others left in"
    assert f"a.txt:3: {told}" in page.document.remarks
