from townbook.sources.noise import split_lines
from townbook.sources.passages import make_passages

SENTENCE = "望海市专业镇上半年实现产值12.5亿元，增长8%。"


def passages_of(text):
    lines = split_lines(text)
    return [text[p.start : p.end] for p in make_passages(text, lines, sentences=[], dropped=())]


def test_a_line_is_a_passage():
    assert passages_of(f"  标题\n{SENTENCE}\n\n完 ") == ["标题", SENTENCE, "完"]


def test_a_very_long_line_is_divided_at_the_ends_of_sentences():
    passages = passages_of(SENTENCE * 500)
    assert "".join(passages) == SENTENCE * 500
    assert len(passages) > 5
    assert all(passage.endswith("。") and len(passage) < 2_100 for passage in passages)


def test_what_goes_on_without_any_mark_is_no_prose():
    assert passages_of(f"{SENTENCE}{'1' * 5_000}。{SENTENCE}") == [SENTENCE, f"。{SENTENCE}"]
    assert passages_of("专业镇" * 1_000) == []


def test_a_caption_is_read_without_its_photographer():
    assert passages_of("工人在东湾皮革专业镇检查产品。新华社记者某某 摄") == [
        "工人在东湾皮革专业镇检查产品。"
    ]
    assert passages_of("东湾皮革专业镇的厂房(某某 摄)") == ["东湾皮革专业镇的厂房"]
    assert passages_of("专业镇吸引摄影师拍摄") == ["专业镇吸引摄影师拍摄"]
