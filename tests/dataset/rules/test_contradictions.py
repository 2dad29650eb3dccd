import pytest

from townbook.dataset.rules.contradictions import check_margins, check_sources_agree, check_sums


@pytest.fixture
def make_count(make_observation):
    def make(tier, number, **cells):
        given = {"indicator": "towns", "unit": "towns", "value": str(number), "printed": f"{number}个"}
        return make_observation(tier=tier, **given | cells)

    return make


@pytest.mark.parametrize(("total", "sound"), [(13, True), (12, False), (14, False), (55, False)])
def test_a_stated_sum_over_two_tiers(make_count, total, sound):
    rows = [make_count("provincial", 2), make_count("municipal", 11), make_count("mixed", total)]
    faults = list(check_sums(rows))
    assert [fault.line for fault in faults] == ([] if sound else [rows[2].line])
    assert all(fault.expected == "2个 + 11个" for fault in faults)


@pytest.mark.parametrize(("total", "sound"), [(13, True), (55, True), (44, False)])
def test_a_stated_sum_may_take_in_the_county_tier(make_count, total, sound):
    rows = [
        make_count("provincial", 2),
        make_count("municipal", 11),
        make_count("county", 42),
        make_count("mixed", total),
    ]
    assert (list(check_sums(rows)) == []) is sound


def test_a_sum_is_of_one_source_one_year_and_tiers_that_are_all_printed(make_count):
    total = make_count("mixed", 20, status="A")
    assert list(check_sums([make_count("provincial", 2), total])) == []
    for cells in ({"source": "wanghai-later"}, {"period": "2030"}, {"area": "990200"}):
        rows = [make_count("provincial", 2), make_count("municipal", 11, **cells), total]
        assert list(check_sums(rows)) == []


def test_a_sum_of_something_else_says_so(make_count):
    rows = [make_count("provincial", 2), make_count("municipal", 11)]
    assert list(check_sums([*rows, make_count("mixed", 20, status="D", note="with candidates")])) == []


@pytest.fixture
def make_rate(make_observation):
    def make(kind, percent, **cells):
        given = {"indicator": "revenue", "unit": "ratio", "value": str(percent / 100)}
        return make_observation(kind=kind, printed=f"{percent}%", **given | cells)

    return make


@pytest.fixture
def make_margin(make_observation):
    def make(points, **cells):
        given = {"value": str(points / 100), "printed": f"{points}个百分点", "unit": "pp"}
        return make_observation(indicator="margin_over_target", **given | cells)

    return make


@pytest.mark.parametrize(("points", "sound"), [(12, True), (13, True), (11, True), (14, False), (9, False)])
def test_a_printed_margin_is_growth_less_target_within_the_prints(make_rate, make_margin, points, sound):
    rows = [make_rate("growth", 22), make_rate("target", 10, period=""), make_margin(points)]
    faults = list(check_margins(rows))
    assert [fault.line for fault in faults] == ([] if sound else [rows[2].line])
    assert all(fault.expected == "22% less 10%" for fault in faults)


def test_a_margin_fits_any_of_several_growths(make_rate, make_margin):
    rows = [
        make_rate("growth", 30),
        make_rate("target", 10),
        make_rate("growth", 22, indicator="output"),
        make_rate("target", 10, indicator="output"),
        make_margin(12),
    ]
    assert list(check_margins(rows)) == []


@pytest.mark.parametrize(
    "cells",
    [{"town": "wanghai-tea"}, {"tier": "county"}, {"source": "wanghai-later"}, {"indicator": "output"}],
)
def test_a_target_of_something_else_is_no_target_of_the_growth(make_rate, make_margin, cells):
    rows = [make_rate("growth", 22), make_rate("target", 10, **cells), make_margin(5)]
    assert list(check_margins(rows)) == []


def test_a_target_of_another_year_is_none_and_one_of_the_year_covers_its_half(make_rate, make_margin):
    half = {"period": "2031-H1"}
    growth, margin = make_rate("growth", 22, **half), make_margin(5, **half)
    assert list(check_margins([growth, margin, make_rate("target", 10, period="2030")])) == []
    assert len(list(check_margins([growth, margin, make_rate("target", 10, period="2031")]))) == 1


def test_two_sources_that_disagree_are_named_with_both_lines(make_observation):
    one = make_observation()
    other = make_observation(source="wanghai-later", value="1400000000", printed="14亿元")
    (fault,) = check_sources_agree([one, other])
    assert fault.line == other.line
    assert f"line {one.line}" in fault.found


@pytest.mark.parametrize(
    "cells",
    [
        {"printed": "12.3亿元", "value": "1230000000"},
        {"printed": "14亿元", "value": "1400000000", "status": "D"},
        {"printed": "14亿元", "value": "1400000000", "period": "2030"},
        {"printed": "14亿元", "value": "1400000000", "tier": "county"},
        {"printed": "近13亿元", "value": "1300000000", "qualifier": "nearly"},
        {"printed": "5亿元以上", "value": "500000000", "qualifier": "at_least"},
    ],
)
def test_prints_that_allow_a_common_value_or_are_of_something_else_agree(make_observation, cells):
    rows = [make_observation(), make_observation(source="wanghai-later", **cells)]
    assert list(check_sources_agree(rows)) == []


def test_figures_whose_period_is_not_printed_cannot_contradict(make_observation):
    rows = [
        make_observation(period=""),
        make_observation(period="", source="wanghai-later", value="1400000000", printed="14亿元"),
    ]
    assert list(check_sources_agree(rows)) == []
