"""Targets against the state that is reached, and goals against the base that they grow from."""

import math

import pandas as pd
import pytest

from townbook.figures import count_targets, goal_paths
from townbook.figures.count_targets import plot_count_targets, present_count_targets
from townbook.figures.goal_paths import plot_goal_paths, present_goal_paths

_NAN = float("nan")


def make_target(**cells):
    """One target of 30 towns or more in 2025 against 10 in August 2024."""
    row = {
        "area": "140400",
        "tier": "municipal",
        "horizon": "2025",
        "target": 30.0,
        "target_low": 30.0,
        "target_high": math.inf,
        "target_qualifier": "at_least",
        "target_upper": _NAN,
        "state": 10.0,
        "state_low": 10.0,
        "state_high": 10.0,
        "state_period": "2024-08",
        "needed": 20.0,
        "needed_low": 20.0,
        "needed_high": math.inf,
        "yearly": 15.0,
        "yearly_low": 15.0,
        "yearly_high": math.inf,
        "verdict": "open",
    }
    return pd.DataFrame([row | cells])


def test_target_state_and_what_is_needed_stand_in_words(words, read):
    texts = read(plot_count_targets(make_target(), words=words))
    assert "Target for 2025: at least 30; 10 in August 2024" in texts
    assert "Still open: 20 or more still needed, 15 or more a year" in texts


def test_a_target_that_is_met_and_one_that_is_missed(words, read):
    met = make_target(state=31.0, state_low=31.0, state_high=31.0, needed=0.0, needed_low=0.0, verdict="met")
    assert "Met" in read(plot_count_targets(met, words=words))
    missed = make_target(yearly=_NAN, yearly_low=_NAN, yearly_high=_NAN, verdict="missed")
    assert "Missed: 20 or more short" in read(plot_count_targets(missed, words=words))


def test_a_target_without_a_state_is_drawn_alone(words, read):
    columns = ["state", "state_low", "state_high", "needed", "needed_low", "needed_high"]
    silent = make_target(**dict.fromkeys(columns, _NAN), state_period="", verdict="not_reported")
    figure = plot_count_targets(silent, words=words)
    assert "Target for 2025: at least 30; latest state not reported" in read(figure)
    assert figure.axes[0].get_xlim()[1] > 30


def test_the_caption_of_targets_names_the_steepest_and_counts(open_brief, resolve):
    brief = open_brief("2024")
    caption = resolve(present_count_targets(count_targets.tabulate(brief), brief).caption, brief)
    assert "municipal tier of Changzhi for 2025" in caption
    assert "needs 15 or more towns a year" in caption
    assert "Met by the latest printed state: 0 of 5 targets. For 1 of them the state is not rep" in caption


def test_a_state_beyond_the_target_turns_figure_and_caption(remake, resolve, read):
    def change(rows):
        rows.loc["changzhi-municipal-towns-2024-08", ["value", "low", "high"]] = 31.0
        return rows

    brief = remake(observations=change)
    table = count_targets.tabulate(brief)
    assert "Met by the latest printed state: 1 of 5" in resolve(
        present_count_targets(table, brief).caption, brief
    )
    assert "Met" in read(plot_count_targets(table, words=brief.words))


def make_paths(years=(2027, 2029), *, base_indicator="output"):
    rows = [
        {
            "observation": "goal",
            "area": "140400",
            "tier": "provincial",
            "town": "shangdang-zhongyaocai",
            "town_zh": "上党中药材",
            "indicator": "comprehensive_output",
            "goal": 1e10,
            "goal_low": 9.95e9,
            "goal_high": 1.005e10,
            "base": 1e9,
            "base_low": 9.95e8,
            "base_high": 1.005e9,
            "base_period": "2023",
            "base_indicator": base_indicator,
            "year": year,
            "years": year - 2023,
            "growth": 10 ** (1 / (year - 2023)) - 1,
            "growth_low": 10 ** (1 / (year - 2023)) - 1.001,
            "growth_high": 10 ** (1 / (year - 2023)) - 0.999,
        }
        for year in years
    ]
    return pd.DataFrame(rows)


def test_each_path_leads_from_the_base_to_the_goal(words, read):
    figure = plot_goal_paths(make_paths(), words=words)
    curves = [line for line in figure.axes[0].lines if len(line.get_xdata()) > 2]
    for curve, year in zip(curves, (2027, 2029), strict=True):
        assert curve.get_ydata()[0] == pytest.approx(1e9)
        assert curve.get_ydata()[-1] == pytest.approx(1e10)
        assert curve.get_xdata()[-1] == year
    texts = read(figure)
    assert "77.8% a year" in texts
    assert "46.8% a year" in texts


def test_a_gap_in_definition_is_dashed_and_open(words):
    def look(base_indicator):
        lines = plot_goal_paths(make_paths(base_indicator=base_indicator), words=words).axes[0].lines
        ends = [line for line in lines if line.get_marker() == "D"]
        return lines[0].get_linestyle(), ends[0].get_markerfacecolor()

    assert look("output")[0] == "--"
    assert look("comprehensive_output")[0] == "-"
    assert look("output")[1] != look("comprehensive_output")[1]


def test_the_caption_of_the_goal_states_both_ends_and_the_gap(open_brief, resolve):
    brief = open_brief("2024")
    caption = resolve(present_goal_paths(goal_paths.tabulate(brief), brief).caption, brief)
    assert "would have to grow by 45.2% a year if the goal ends in 2029" in caption
    assert "and by 74.9% if it ends in 2027" in caption
    assert "output value stands against comprehensive output value" in caption


def test_a_goal_with_one_last_year_is_said_plainly(remake, resolve):
    def change(rows):
        name = "shangdang-herbs-comprehensive-output-goal"
        rows.loc[name, "period"] = "2029/2029"
        return rows

    brief = remake(observations=change)
    caption = resolve(present_goal_paths(goal_paths.tabulate(brief), brief).caption, brief)
    assert "in 2029, " in caption
    assert "if it ends" not in caption


@pytest.mark.parametrize(("module", "name"), [(count_targets, "count_targets"), (goal_paths, "goal_paths")])
def test_nothing_to_show_is_said_in_figure_caption_and_alt(check_nothing_to_show, module, name):
    check_nothing_to_show(module, name)
