from dataclasses import replace

import pytest

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
