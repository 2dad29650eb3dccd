from dataclasses import replace

import pandas as pd

from townbook.analysis.differences.figures import Reprint, compare_figures
from townbook.dataset.corrections import Correction


def _ids(figures):
    return [one.observation for one in figures]


def test_what_a_new_document_prints_is_added(made, both):
    made.add("old", "12亿元", source="plan").add("new", "30亿元", source="paper", area="140500")
    found = compare_figures(*both())
    assert _ids(one.figure for one in found.added) == ["new"]
    [added] = found.added
    assert (added.figure.source, added.figure.value, added.repeats) == ("paper", 3e9, "")
    assert (found.revised, found.corrected, found.withdrawn, found.reprinted) == ((), (), (), ())


def test_a_later_print_of_the_same_figure_with_another_value_revises_it(made, both):
    """12亿元 is 1.15 to 1.25 billion; 11.7亿元 is 1.165 to 1.175 and lies within, 14亿元 beyond."""
    made.add("old", "12亿元", source="plan").add("new", "11.7亿元", source="paper")
    [revised] = compare_figures(*both()).revised
    assert (revised.old.observation, revised.new.observation, revised.agrees) == ("old", "new", True)
    made.figures.pop()
    made.add("new", "14亿元", source="paper")
    found = compare_figures(*both())
    assert found.revised[0].agrees is False
    assert found.added == ()


def test_a_later_print_with_the_same_value_but_of_another_precision_revises_it(made, both):
    made.add("old", "12亿元", source="plan").add("new", "12.0亿元", source="paper")
    [revised] = compare_figures(*both()).revised
    assert (revised.new.low, revised.new.high) == (1.195e9, 1.205e9)


def test_the_same_print_again_repeats_and_revises_nothing(made, both):
    made.add("old", "12亿元", source="plan").add("new", "12亿元", source="paper")
    found = compare_figures(*both())
    assert [(one.figure.observation, one.repeats) for one in found.added] == [("new", "old")]
    assert found.revised == ()


def test_figures_are_the_same_only_where_every_dimension_is(made, both):
    made.add("old", "12亿元", source="plan")
    others = {
        "area": {"area": "140500"},
        "tier": {"tier": "county"},
        "period": {"period": "2024"},
        "none": {"period": ""},
        "indicator": {"indicator": "revenue"},
        "kind": {"kind": "target"},
        "status": {"status": "D"},
    }
    for name, cells in others.items():
        made.add(name, "13亿元", source="paper", **cells)
    found = compare_figures(*both())
    assert sorted(_ids(one.figure for one in found.added)) == sorted(others)
    assert found.revised == ()


def test_a_figure_without_a_number_is_no_print_of_a_value(made, both):
    made.add("old", "12亿元", source="plan").add("new", "", source="paper", status="O")
    assert [one.repeats for one in compare_figures(*both()).added] == [""]


def test_two_figures_that_one_document_prints_by_the_same_name_are_not_told_apart(made, both):
    made.add("one", "12亿元", source="plan", status="D").add("two", "5亿元", source="plan", status="D")
    made.add("new", "13亿元", source="paper", status="D")
    found = compare_figures(*both())
    assert found.revised == ()
    assert _ids(one.figure for one in found.added) == ["new"]


def test_a_document_dated_before_the_one_that_counts_revises_nothing(made, both):
    """Of two new documents that print a figure anew, the later one counts."""
    made.documents["weekly"] = "2032-02-01"
    made.add("old", "12亿元", source="plan")
    made.add("first", "13亿元", source="weekly").add("second", "14亿元", source="paper")
    found = compare_figures(*both())
    assert [(one.old.observation, one.new.observation) for one in found.revised] == [("old", "second")]
    assert _ids(one.figure for one in found.added) == ["first"]


def test_what_the_new_edition_lacks_is_withdrawn(made, both):
    made.add("old", "12亿元", source="plan").add("new", "13亿元", source="paper")
    older, newer = both()
    found = compare_figures(newer, older)
    assert _ids(found.withdrawn) == ["new"]
    assert (found.added, found.revised) == ((), ())


def test_cells_that_differ_are_a_correction_with_its_reason(made, both):
    made.add("old", "12亿元", source="plan")
    older, newer = both()
    observations = newer.observations.copy()
    observations.loc["old", ["value", "low", "high"]] = [1.3e9, 1.25e9, 1.35e9]
    observations.loc["old", "period"] = "2022"
    correction = Correction("old", "value", "1200000000", "1300000000", "the yearbook has 1.3 billion")
    corrected = replace(newer, observations=observations, corrections=(correction,))
    [found] = compare_figures(older, corrected).corrected
    assert (found.old.value, found.new.value) == (1.2e9, 1.3e9)
    assert found.columns == ("period", "value")
    assert found.reasons == ("the yearbook has 1.3 billion",)


def test_an_interval_alone_is_no_correction_for_it_follows_from_a_rule(made, both):
    made.add("old", "12亿元", source="plan")
    older, newer = both()
    observations = newer.observations.assign(low=1.1e9, high=1.3e9)
    assert compare_figures(older, replace(newer, observations=observations)).corrected == ()


def test_a_reprint_that_only_the_new_edition_knows_is_named(made, both):
    made.add("old", "12亿元", source="plan")
    older, newer = both()
    reprints = pd.DataFrame([{"observation_id": "old", "source": "paper"}])
    found = compare_figures(older, replace(newer, reprints=reprints))
    assert found.reprinted == (Reprint("old", "paper"),)
