"""What changed since the edition before."""

from dataclasses import replace

import pytest

from townbook.analysis.findings import Finding, Registry
from townbook.figures.tables.edition_changes import classify, tabulate_edition_changes

MET = Finding("a", 0.12, unit="pp", verdict="met")
MISSED = Finding("a", -0.02, unit="pp", verdict="missed")
UNKNOWN = Finding("a", unit="pp", verdict="not_reported")
UNTESTED = Finding("a", unit="pp", verdict="no_target")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (MET, MET, ""),
        (MET, MISSED, "verdict"),
        (MET, replace(MET, value=0.13), "value"),
        (UNKNOWN, MET, "known"),
        (UNTESTED, MET, "known"),
        (None, MET, "known"),
        (MET, UNKNOWN, "lost"),
        (MET, None, "lost"),
        (UNKNOWN, UNTESTED, ""),
        (None, UNKNOWN, ""),
    ],
)
def test_a_change_is_of_one_kind(old, new, kind):
    assert classify(old, new) == kind


def test_the_first_edition_has_none_before_it(open_brief, see):
    seen = see("edition-changes", open_brief(edition="2023"))
    assert seen.rows == []
    assert seen.caption == "This is the first edition: there is none before it to compare it with."


def test_old_and_new_stand_beside_each_other(open_brief, see):
    """From 10 to 30 towns: 20 in the 33 months from March 2023, 20 in the 16 from August 2024."""
    seen = see("edition-changes", open_brief())
    assert seen.heads == ["What", "Edition 2023", "Edition 2024", "Change"]
    assert seen.row("Documents")[1:] == ["3", "5", "Count"]
    row = seen.row("Towns a year that the municipal tier of Changzhi needs")
    assert row[1:3] == [
        "7.27, still open (counted from March 2023)",
        "15, still open (counted from August 2024)",
    ]


def test_what_became_known_says_why_it_was_not(open_brief, see):
    row = see("edition-changes", open_brief()).row("Margin of the latest tested growth")
    assert row[1] == "without an applicable target"
    assert row[2].startswith("12 points, met (revenue of Shangdang medicinal herbs")
    assert row[3] == "Became known"


def test_new_documents_are_named(open_brief, see):
    caption = see("edition-changes", open_brief()).caption
    assert "New documents: Shanxi Economic Daily, 6 August 2024; Zuguo (Motherland) magazine" in caption


def test_a_table_that_can_be_read(open_brief, see):
    assert len(see("edition-changes", open_brief()).rows) <= 25


def _turn(brief, name, finding):
    others = [found for found in brief.registry.values() if found.id != name]
    return replace(brief, registry=Registry(brief.registry.edition, [*others, finding]))


def test_verdicts_that_turned_come_first_and_are_named(open_brief, see):
    brief = open_brief()
    margin = brief.registry["headline-margin"]
    before = _turn(brief, "headline-margin", replace(margin, value=-0.02, interval=None, verdict="missed"))
    brief = replace(brief, previous=before)
    seen = see("edition-changes", brief)
    kinds = [row[3] for row in seen.rows if not row[3].startswith("Count")]
    assert kinds == ["Verdict turned"]
    row = seen.row("Margin of the latest tested growth over its target")
    assert row[1:3] == ["−2 points, missed", "12 points, met"]
    assert "the verdict turned for these: margin of the latest tested growth over its target." in seen.caption
    assert seen.caption.endswith("No document is new.")


def test_findings_that_the_rows_leave_out_are_counted(open_brief, see):
    brief = open_brief()
    name = "precision-median"
    moved = replace(brief.registry[name], value=0.25)
    seen = see("edition-changes", replace(brief, previous=_turn(brief, name, moved)))
    assert seen.caption.endswith("Changes in further findings, which the rows leave out: 1.")


def test_what_is_lost_is_said(open_brief, see):
    brief = open_brief("no target for growth")
    before = replace(open_brief(), previous=None)
    row = see("edition-changes", replace(brief, previous=before)).row("Margin of the latest tested growth")
    assert row[1].startswith("12 points, met")
    assert row[2:] == ["without an applicable target", "No longer known"]


def test_an_edition_like_the_one_before_changes_nothing(open_brief):
    brief = open_brief()
    table = tabulate_edition_changes(replace(brief, previous=brief))
    assert set(table["change"]) == {"count"}
