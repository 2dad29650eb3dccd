import pytest

from townbook.analysis.goals import tabulate_goal_paths
from townbook.analysis.targets import find_targets

WIDE = {"indicator": "comprehensive_output"}


def findings_of(made, **cut):
    return {finding.id: finding for finding in find_targets(made.cut(**cut))}


@pytest.fixture
def ahead(made):
    """A hundred (hundred million yuan) in 2027 to 2029, from ten in 2023."""
    made.add("base", "10亿元", period="2023", **WIDE)
    return made.add("goal", "100亿元", kind="target", period="2027/2029", **WIDE)


def test_the_even_growth_for_each_year_in_which_the_goal_could_end(ahead):
    table = tabulate_goal_paths(ahead.cut()).set_index("year")
    # tenfold in 4, 5 and 6 years: 10 ** (1/4) = 1.778279, 10 ** (1/5) = 1.584893, 10 ** (1/6) = 1.467799
    assert table["growth"].to_dict() == pytest.approx(
        {2027: 0.778279, 2028: 0.584893, 2029: 0.467799}, abs=1e-6
    )
    # 99.5 / 10.5 and 100.5 / 9.5 to the power of 1/4
    assert table.loc[2027, "growth_low"] == pytest.approx((99.5 / 10.5) ** 0.25 - 1)
    assert table.loc[2027, "growth_high"] == pytest.approx((100.5 / 9.5) ** 0.25 - 1)
    assert table["years"].to_dict() == {2027: 4, 2028: 5, 2029: 6}
    assert set(table["caveats"]) == {()}


def test_the_narrower_indicator_stands_in_with_its_caveat(made):
    made.add("base", "10亿元", period="2023").add(
        "goal", "100亿元", kind="target", period="2027/2029", **WIDE
    )
    finding = findings_of(made)["goal-growth"]
    assert finding.about["base_indicator"] == "output"
    assert finding.caveats == ("definition_gap",)


def test_the_span_runs_from_the_latest_year_to_the_earliest(ahead):
    findings = findings_of(ahead)
    goal = findings["goal-growth"]
    assert goal.value == findings["goal-growth-slowest"].value == findings["path-goal-2029"].value
    assert goal.interval.low == findings["path-goal-2029"].interval.low
    assert goal.interval.high == findings["path-goal-2027"].interval.high
    assert goal.inputs == ("path-goal-2027", "path-goal-2028", "path-goal-2029")
    assert goal.verdict == ""
    assert (findings["goal-value"].value, findings["goal-base"].value) == (1e10, 1e9)


def test_a_goal_below_its_base_needs_no_growth(made):
    made.add("base", "120亿元", period="2023", **WIDE)
    made.add("goal", "100亿元", kind="target", period="2027/2029", **WIDE)
    goal = findings_of(made)["goal-growth"]
    assert goal.verdict == "met"
    assert goal.interval.low < goal.value < goal.interval.high < 0


def test_a_goal_without_upper_end(made):
    made.add("base", "10亿元", period="2023", **WIDE)
    made.add("goal", "100亿元以上", kind="target", period="2027/2029", qualifier="at_least", **WIDE)
    goal = findings_of(made)["goal-growth"]
    assert goal.interval.low == pytest.approx((100 / 10.5) ** (1 / 6) - 1)
    assert goal.interval.high == float("inf")


def test_the_latest_whole_year_is_the_base(ahead):
    ahead.add("half", "6亿元", period="2024-H1", **WIDE).add("old", "5亿元", period="2022", **WIDE)
    ahead.add("county", "60亿元", period="2024", status="D", **WIDE)
    assert findings_of(ahead)["goal-base"].observations == ("base",)
    ahead.add("newer", "12亿元", period="2024", **WIDE)
    assert findings_of(ahead)["goal-base"].observations == ("newer",)


def test_years_that_the_base_has_reached_are_left_out(ahead):
    ahead.add("late", "80亿元", period="2028", **WIDE)
    assert list(tabulate_goal_paths(ahead.cut())["year"]) == [2029]
    ahead.add("after", "90亿元", period="2029", **WIDE)
    assert findings_of(ahead)["goal-growth"].verdict == "not_reported"


@pytest.mark.parametrize("change", [{"town": "silk"}, {"area": "140500"}, {"tier": "county"}, {"period": ""}])
def test_a_level_of_something_else_is_no_base(made, change):
    made.add("base", "10亿元", **({"period": "2023"} | WIDE | change))
    made.add("goal", "100亿元", kind="target", period="2027/2029", **WIDE)
    assert findings_of(made)["goal-growth"].verdict == "not_reported"


def test_a_base_that_may_be_zero_gives_no_path(made):
    made.add("base", "10亿元", period="2023", qualifier="at_most", **WIDE)
    made.add("goal", "100亿元", kind="target", period="2027/2029", **WIDE)
    assert findings_of(made)["goal-growth"].verdict == "not_reported"


def test_a_goal_for_one_later_year_is_a_goal_and_a_plan_until_then(made):
    made.add("base", "10亿元", period="2023").add("goal", "20亿元", kind="target", period="2026")
    findings = findings_of(made)
    # twofold in three years: 2 ** (1/3) = 1.259921
    assert findings["path-goal-2026"].value == pytest.approx(0.259921, abs=1e-6)
    assert findings["plan-goal"].verdict == "open"


def test_a_goal_for_some_time_up_to_a_year_is_reckoned_to_that_year(made):
    made.add("base", "10亿元", period="2023").add("goal", "20亿元", kind="target", period="../2027")
    assert list(tabulate_goal_paths(made.cut())["year"]) == [2027]


def test_the_plan_of_the_year_itself_is_no_goal(made):
    made.add("base", "10亿元", period="2023").add("plan", "12亿元", kind="target", period="2024")
    assert tabulate_goal_paths(made.cut()).empty


def test_the_goal_published_last_leads(ahead):
    ahead.documents["later"] = "2025-01-10"
    ahead.add("a-new-goal", "150亿元", kind="target", period="2028/2030", source="later", **WIDE)
    assert findings_of(ahead)["goal-value"].observations == ("a-new-goal",)
    assert findings_of(ahead, cutoff="2024-12-31")["goal-value"].observations == ("goal",)
