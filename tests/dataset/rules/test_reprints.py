from datetime import date

import pytest

from townbook.dataset.rows import Row
from townbook.dataset.rules.reprints import check_reprints
from townbook.dataset.schema import REPRINT_COLUMNS

LATEST = {"wanghai-daily": date(2031, 3, 1), "gazette": date(2031, 4, 1), "old-news": date(2031, 2, 1)}


def reprint(line=2, **cells):
    given = {"observation_id": "output", "printed": "12.0亿元", "source": "gazette", "line": "1"} | cells
    return Row("data/reprints.csv", line, line, dict.fromkeys(REPRINT_COLUMNS, "") | given)


def found(figure, *rows):
    return [fault.found for fault in check_reprints(rows, observations=[figure], latest=LATEST)]


@pytest.fixture
def figure(make_observation):
    return make_observation(observation_id="output")


def test_the_same_value_of_a_later_document_has_no_fault(figure):
    assert found(figure, reprint(), reprint(3, observation_id="output", source="weekly")) == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"printed": "13亿元"}, "'13亿元' for a figure of 1200000000"),
        ({"printed": "10-12亿元"}, "'10-12亿元' for a figure"),
        ({"printed": "增长显著"}, "'增长显著' for a figure"),
        ({"source": "wanghai-daily"}, "which is that of the observation itself"),
        ({"source": "old-news"}, "'old-news', published before 'wanghai-daily'"),
    ],
)
def test_what_is_no_reprint_is_told(figure, cells, words):
    [text] = found(figure, reprint(**cells))
    assert words in text


def test_a_document_repeats_a_figure_once(figure):
    assert found(figure, reprint(2), reprint(3)) == ["a second print by 'gazette', after line 2"]


def test_rows_are_sorted(figure):
    assert found(figure, reprint(2, source="weekly"), reprint(3)) == ["'output' after 'output'"]


def test_a_corrected_figure_differs_from_its_prints_by_intention(figure):
    assert found(figure.change("value", "1300000000"), reprint()) == []
