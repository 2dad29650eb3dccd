"""Whatever a text is, extraction returns, in bounded time, and what it proposes is printed where it says."""

import gc
import time

import labelled
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import PARTS

from townbook.extraction.figures.figures import find_figures
from townbook.extraction.proposing.proposals import propose
from townbook.sources.reading import read_document

LEXICON = labelled.open_lexicon(roster=False)
_PARTS = st.sampled_from(PARTS)
# Control characters make a document binary, which is refused before it is read.
_ANY = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=3)
_TEXTS = st.lists(_PARTS | _ANY, max_size=60).map("".join)
_TITLES = st.sampled_from(["", "黄石市产业集群认定管理办法\n\n", "2031年大冶铜器产业集群展会\n\n"])


def read(text):
    return propose(read_document(text.encode(), name="any.txt"), lexicon=LEXICON, published="2032-02")


@settings(max_examples=150)
@given(title=_TITLES, text=_TEXTS)
def test_any_text_returns_and_each_proposal_stands_where_it_says(title, text):
    document = read_document(f"产业{title}{text}".encode(), name="any.txt")
    for published in (None, "2032"):
        found = propose(document, lexicon=LEXICON, published=published)
        for row in (*found.observations, *found.towns):
            start, end = int(row["char_start"]), int(row["char_end"])
            assert document.original[start:end] == row["printed"] != ""
            assert document.original.count("\n", 0, start) + 1 == int(row["line"])
            assert 0 <= float(row["confidence"]) <= 1
        assert all(row["indicator"] not in ("", "new:") for row in found.observations)


@settings(max_examples=300)
@given(text=_TEXTS)
def test_figures_are_found_in_order_and_do_not_overlap(text):
    last = 0
    for figure in find_figures(text):
        assert last <= figure.start <= figure.body < figure.end
        assert text[figure.start : figure.end] == figure.printed
        last = figure.end


def test_a_document_without_a_passage_proposes_nothing():
    found = read("产业\n")
    assert (found.observations, found.towns) == ((), ())


# Texts on which an expression that looks too far would take the square of their length.
BOMBS = {
    "digits": "9",
    "digits and marks": "1,234.",
    "numerals": "一",
    "scales": "百千万亿",
    "limits": "不超过",
    "falls": "下降了",
    "nested units": "个万亿元",
    "fractions": "百分之一至",
    "each": "每三件有",
    "ranges": "3万元—",
    "years": "2031年至",
    "months": "1—9月",
    "time words": "截至到",
    "tiers": "省级、",
    "tiers without marks": "省市县区级",
    "kinds": "产业集群",
    "companies": "某公司",
    "names": "大冶铜器、",
    "opened brackets": "（(",
    "fillers": "增加增至",
    "attributes": "实力较强、行业的",
    "rates": "占比率达到",
    "a place": "黄石市",
    "since": "自",
    "respectively": "分别增长8%、",
    "figures": "产值3亿元，企业20家，",
    "towns with figures": "大冶铜器产业集群产值3亿元，",
    "listed towns": "大冶铜器产业集群、",
}


@pytest.mark.parametrize(
    "line", ["9" * 1_000_000, "各地稳步推进产业集群建设，" * 130_000], ids=["digits", "5 MB"]
)
def test_a_line_of_any_length_is_read(line):
    assert read(f"黄石市产业集群\n{line}").observations == ()


def _time(text):
    gc.collect()
    gc.disable()  # what else lives in this process is not the text's to pay for
    try:
        begin = time.process_time()
        read(text)
        return time.process_time() - begin
    finally:
        gc.enable()


def _grows_like_its_square(bomb):
    """Whether eight times the length take far more than eight times as long, 64 times being the square."""
    short, long = (_time("产业" + bomb * (size // len(bomb))) for size in (6_000, 48_000))
    return long > 24 * short + 0.05


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_time_grows_with_the_length_and_not_with_its_square(bomb):
    # A square shows each time; what happens once is the machine's.
    assert not all(_grows_like_its_square(bomb) for _ in range(3))


@pytest.mark.parametrize("heading", ["（一）大冶铜器产业集群", "1.大冶铜器产业集群"])
def test_a_document_may_end_with_the_town_of_a_section(heading):
    found = read(f"黄石市产业集群\n\n二、省级产业集群\n{heading}")
    assert [town["zh"] for town in found.towns] == ["大冶铜器"]


@pytest.mark.parametrize(
    "text",
    [
        "初加工企业由去年同期的7家增加到11家。",
        "大冶铜器产业集群以来比年初增加5户。与去年同期相比增长三成，比上年末提高4.8个百分点。",
        "企业5户，比去年同期的年初增加6户。",
    ],
)
def test_no_period_counts_from_a_year_that_nothing_tells(text):
    document = read_document(f"黄石市产业集群\n{text}".encode(), name="any.txt")
    found = propose(document, lexicon=LEXICON).observations
    assert len(found) > 1
    assert {row["period"] for row in found} == {""}
