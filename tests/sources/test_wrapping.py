from textwrap import wrap

from townbook.sources.offsets import map_whole
from townbook.sources.wrapping import unwrap

PARAGRAPH = (
    "望海市省级专业镇上半年实现产值一百零六点八亿元，同比增长百分之二十，市级专业镇稳步提升，规模以上企业达到三十三户，"
    "带动就业三万五千人，其中东湾皮革专业镇贡献超过一半，西岭核桃专业镇增速最快"
)


def join(text):
    return unwrap(map_whole(text))[0].text


def test_a_paragraph_that_was_broken_at_a_width_is_put_together():
    assert join("\n".join(wrap(PARAGRAPH, 20)) + "。\n") == PARAGRAPH + "。\n"


def test_indented_and_numbered_lines_begin_anew():
    for mark in ("  ", "一、", "(二)", "●", "3."):
        broken = "\n".join(wrap(mark + PARAGRAPH, 20, drop_whitespace=False))
        assert join(f"{broken}\n{broken}") == f"{mark}{PARAGRAPH}\n{mark}{PARAGRAPH}"


def test_two_words_keep_a_space_between_them():
    lines = [
        "望海市省级专业镇上半年实现产值一百零六点八亿元abcd",
        "efgh望海市省级专业镇上半年实现产值一百零六点八亿元",
    ]
    assert "abcd efgh" in join("\n".join([*lines, *lines, "完"]))


def test_lists_verses_and_paragraphs_stay_as_they_are():
    for text in (
        "\n".join(f"{number}.{'东湾皮革'[: 2 + number % 3]}专业镇" for number in range(1, 9)),
        "\n".join(["王某", "市发改委主任", "李某", "市财政局局长"]),
        "量少了,\n价值没少。\n今年1—11月,\n综合产值61.3亿元,\n同比增长9.6%;",
        "\n".join([PARAGRAPH + "。"] * 4),
        "\n".join(f"东湾皮革专业镇实现产值一十二亿元，同比增长百分之{number}。" for number in "一二三四五六"),
    ):
        assert join(text) == text


def test_a_paragraph_that_stops_within_a_sentence_goes_on_in_the_next_line():
    stops = "望海市专业镇去年实现产值一百亿元。今年上半年，规模以上"
    assert join(f"{stops}\n企业达到三十三户。") == f"{stops}企业达到三十三户。"
    assert join(f"{stops}，\n“企业”达到三十三户。") == f"{stops}，“企业”达到三十三户。"


def test_a_title_a_speaker_an_indent_and_a_caption_do_not_go_on():
    for text in (
        "东湾皮革怎么走？市工信局答记者问\n全市皮革企业三十三户。",
        "望海市举行发布会。主持人介绍了局长王某\n记者：今年目标是多少？请局长介绍。",
        "望海市专业镇去年实现产值一百亿元。今年\n  企业达到三十三户。",
        "工人在检验皮料。王某 摄\n点击加载更多",
    ):
        assert join(text) == text
