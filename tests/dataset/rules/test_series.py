from townbook.dataset.rules.series import check_order, check_single_towns, check_twins


def lines(faults):
    return [fault.line for fault in faults]


def test_the_first_row_out_of_order_is_told(make_observation):
    rows = [make_observation(observation_id=name) for name in ("a", "c", "b", "a")]
    assert lines(check_order(rows)) == [rows[2].line]
    assert lines(check_order(rows[:2])) == []


def test_a_figure_that_a_document_states_twice_is_one_row(make_observation):
    rows = [make_observation(), make_observation(), make_observation(source="wanghai-later")]
    (fault,) = check_twins(rows)
    assert fault.line == rows[1].line
    assert f"line {rows[0].line}" in fault.found


def test_figures_of_different_periods_or_tiers_are_no_twins(make_observation):
    rows = [make_observation(), make_observation(period="2030"), make_observation(tier="county")]
    assert lines(check_twins(rows)) == []


def test_figures_of_two_enterprises_are_twins_only_where_the_print_is_the_same(make_observation):
    one = {"status": "D", "note": "a single enterprise"}
    rows = [make_observation(**one), make_observation(**one, printed="7亿元"), make_observation(**one)]
    assert lines(check_twins(rows)) == [rows[2].line]


def count(make_observation, **cells):
    return make_observation(indicator="towns", unit="towns", value="1", printed="1个", **cells)


def test_a_tier_that_is_one_town_carries_that_town(make_observation):
    bare = make_observation()
    (fault,) = check_single_towns([count(make_observation), bare])
    assert fault.line == bare.line
    assert "which is one town by line" in fault.found


def test_a_tier_of_one_town_asks_nothing_of_other_figures(make_observation):
    rows = [
        count(make_observation),
        make_observation(town="wanghai-tea"),
        make_observation(tier="county"),
        make_observation(source="wanghai-later"),
        make_observation(kind="target", period="2035"),
        make_observation(kind="threshold"),
        make_observation(status="D"),
        make_observation(indicator="towns_added", unit="towns", kind="change"),
        make_observation(period="2032"),
    ]
    assert lines(check_single_towns(rows)) == []


def test_a_tier_of_several_towns_carries_none(make_observation):
    several = make_observation(indicator="towns", unit="towns", value="2", printed="2个")
    assert lines(check_single_towns([several, make_observation()])) == []
