from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.analysis.differences.causes import Comparison
from townbook.analysis.differences.findings import classify_change, compare_findings
from townbook.analysis.findings import Finding, Registry
from townbook.vocabulary.intervals import Interval

MET = Finding("a", 0.12, Interval(0.11, 0.13), "pp", "met", about={"area": "140400"})
MISSED = replace(MET, value=-0.02, interval=Interval(-0.03, -0.01), verdict="missed")
UNKNOWN = Finding("a", unit="pp", verdict="not_reported")
UNTESTED = Finding("a", unit="pp", verdict="no_target")
JUDGED = Finding("a", verdict="complete")
SILENT = Finding("a")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (MET, MET, ""),
        (MET, MISSED, "turned"),
        (MET, replace(MET, value=0.13), "changed"),
        (MET, replace(MET, interval=Interval(0.115, 0.125)), "changed"),
        (MET, replace(MET, unit="ratio"), "changed"),
        (MET, replace(MET, value=0.12 * (1 + 1e-12)), ""),
        (MET, replace(MET, about={"area": "140500"}), "restated"),
        (MET, replace(MET, about={"area": "140400", "parts": ("1", "2")}), ""),
        (UNKNOWN, MET, "appeared"),
        (UNTESTED, MET, "appeared"),
        (None, MET, "appeared"),
        (None, JUDGED, "appeared"),
        (MET, UNKNOWN, "vanished"),
        (MET, None, "vanished"),
        (UNKNOWN, UNTESTED, ""),
        (None, UNKNOWN, ""),
        (SILENT, None, ""),
    ],
)
def test_a_finding_changes_in_one_way(old, new, change):
    assert classify_change(old, new) == change


def test_an_open_end_that_stays_open_is_no_change():
    open_ended = Finding("a", 3.0, Interval(3, float("inf")))
    assert classify_change(open_ended, replace(open_ended)) == ""


def test_verdicts_that_turned_come_first_then_what_appeared_changed_and_vanished():
    """Within each in the order of the book."""
    old = [
        Finding("gone", 1.0),
        Finding("value", 1.0),
        Finding("verdict", 1.0, verdict="met"),
        Finding("b", 1.0),
    ]
    new = [
        Finding("b", 2.0),
        Finding("value", 3.0),
        Finding("fresh", 1.0),
        Finding("verdict", 1.0, verdict="missed"),
    ]
    changes = compare_findings(Comparison(Registry("1", old), Registry("2", new), ()))
    assert [(one.change, one.id) for one in changes] == [
        ("turned", "verdict"),
        ("appeared", "fresh"),
        ("changed", "b"),
        ("changed", "value"),
        ("vanished", "gone"),
    ]


def test_a_finding_moves_where_it_is_about_something_else():
    other = replace(MISSED, about={"area": "140500"})
    for new, moved in ((MISSED, False), (other, True)):
        [change] = compare_findings(Comparison(Registry("1", [MET]), Registry("2", [new]), ()))
        assert change.moved is moved


VALUES = st.none() | st.sampled_from([0.0, 1.0, 2.0])
VERDICTS = st.sampled_from(["", "met", "missed", "open", "not_reported", "not_known", "no_target"])
FINDINGS = st.none() | st.builds(Finding, st.just("a"), VALUES, verdict=VERDICTS)
REVERSED = {"appeared": "vanished", "vanished": "appeared"}


@given(FINDINGS, FINDINGS)
def test_a_change_seen_from_the_other_side_is_the_same_or_its_reverse(old, new):
    change = classify_change(old, new)
    assert classify_change(new, old) == REVERSED.get(change, change)
    assert classify_change(old, old) == ""


@given(FINDINGS, FINDINGS, st.booleans(), st.booleans())
def test_every_change_has_a_cause(old, new, cutoff_moved, same_code):
    registries = [Registry(name, [one] if one else []) for name, one in (("1", old), ("2", new))]
    within = Comparison(*registries, (), cutoff_moved=cutoff_moved, same_code=same_code)
    assert all(change.causes for change in compare_findings(within))
