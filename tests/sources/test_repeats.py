import pytest

from townbook.sources.copies import compare_copies
from townbook.sources.repeats import find_repeats, split_sentences

FIRST = (
    "2031年上半年，望海市10个市级专业镇实现产值102.55亿元，"
    "实现营收91.3亿元，拥有规上企业33户，“专精特新”企业18户。"
)
SECOND = "全年力争新增1个省级专业镇、5个市级专业镇，培育储备一批县级专业镇，带动就业3.5万人以上，增长8%。"
TITLE = "望海：特色专业镇为高质量发展注入新动能"
SHUFFLED = (
    "2031年上半年，望海望海市10个特色市级专业镇实现产值102.55亿元，"
    "专业镇为展注实现营收91.3亿元，拥有规上企业33户，高质“专精特新”企业18户。"
)


def dropped(*lines, title=TITLE):
    text = "\n".join(lines)
    places, start = [], 0
    for number, line in enumerate(lines):
        places.append((number, start, start + len(line)))
        start += len(line) + 1
    sentences = split_sentences(text, places)
    repeats = find_repeats(sentences, title=title)
    return [text[sentences[n].start : sentences[n].end] for n in sorted(repeats.dropped)]


def test_a_second_copy_of_an_article_is_dropped_with_its_headings():
    assert dropped("小标题", FIRST, SECOND, "别的", "小标题", FIRST, SECOND) == ["小标题", FIRST, SECOND]


def test_what_follows_a_repeated_sentence_is_read():
    assert dropped(f"【导读】{FIRST}", FIRST + "一升一降之间，是一个传统集群的突围。") == [FIRST]


def test_a_summary_that_is_cut_off_gives_way_where_it_lacks_a_figure():
    summary = FIRST[: FIRST.index("，拥有")]
    assert dropped(summary, FIRST) == [summary]


def test_of_a_summary_that_lacks_no_figure_the_first_is_read():
    whole = FIRST[:-1] + "，展现出这座城市发展专业镇的勃勃生机。"
    assert dropped("简介" + FIRST[:-1] + "，展现出", whole) == [whole]


def test_of_a_damaged_copy_the_other_is_read():
    assert dropped(FIRST, SHUFFLED) == [SHUFFLED]
    assert dropped(SHUFFLED, FIRST) == [SHUFFLED]
    assert compare_copies(FIRST, SHUFFLED, title=TITLE).fragments == {"望海", "特色", "专业镇为展注", "高质"}


@pytest.mark.parametrize(
    "other",
    [
        FIRST.replace("望海市", "东湾市"),
        FIRST.replace("102.55", "102.65"),
        FIRST.replace("18户", "十九户"),
        FIRST.replace("市级专业镇", "省级专业镇"),
        FIRST.replace("拥有规上企业", "新增规上企业"),
        FIRST.replace("2031年上半年", "2032年上半年"),
        FIRST.replace("实现产值", "累计实现产值"),
    ],
)
def test_a_sentence_of_the_same_mould_is_no_repeat(other):
    assert dropped(FIRST, other) == []


def test_short_lines_that_recur_are_read():
    assert dropped("●规上企业：3家", "●税收：1亿元", "别的", "●规上企业：3家", "●税收：1亿元") == []


def test_thousands_of_sentences_of_one_mould_end():
    mould = "2031年，{}镇产值10.5亿元，增长20%，企业12家，从业人员3万人，位居前列。"
    lines = [mould.format(chr(0x4E00 + n) + chr(0x5E00 + n)) for n in range(4_000)]
    assert dropped(*lines) == []
