from dataclasses import replace
from datetime import date

import pytest

from townbook.analysis.differences.causes import Cause
from townbook.analysis.differences.editions import EditionDifference
from townbook.analysis.differences.figures import (
    AddedFigure,
    CorrectedFigure,
    FigureDifference,
    PrintedFigure,
    Reprint,
    RevisedFigure,
)
from townbook.analysis.differences.findings import FindingChange
from townbook.analysis.differences.towns import TownChange
from townbook.analysis.findings import Finding
from townbook.dataset.editions import Edition
from townbook.dataset.tables import read_dataset
from townbook.publishing.change_report import write_report
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.words import Words

OLD = Edition("2031", date(2031, 12, 31), "final")
NEW = Edition("2032", date(2033, 3, 31), "provisional")
NOTHING = EditionDifference(OLD, NEW, (), (), FigureDifference(), (), (), 3)
FIGURE = PrintedFigure(
    observation="tea-output-2030",
    source="plan",
    area="140400",
    tier="municipal",
    town="",
    indicator="output",
    kind="level",
    period="2030",
    unit="CNY",
    qualifier="exact",
    status="A",
    printed="12亿元",
    value=1.2e9,
    value_high=None,
    low=1.15e9,
    high=1.25e9,
)
LATER = replace(FIGURE, observation="tea-output-2030-anew", source="paper", printed="14亿元")
LATER = replace(LATER, value=1.4e9, low=1.35e9, high=1.45e9)
MET = Finding("margin", 0.12, Interval(0.11, 0.13), "pp", "met", about={"area": "140400"})
MISSED = Finding("margin", -0.02, Interval(-0.03, -0.01), "pp", "missed", about={"area": "140500"})


@pytest.fixture(scope="module")
def words(root):
    return Words("en", read_dataset(root / "data").codelists)


@pytest.fixture
def report(words):
    """A function that returns the lines of a report."""

    def write(published=None, **parts):
        return write_report(replace(NOTHING, **parts), words, published=published).splitlines()

    return write


def test_a_report_begins_with_the_editions_and_what_there_is(report):
    lines = report(documents_added=("paper",), figures=FigureDifference(added=(AddedFigure(FIGURE),)))
    assert lines[:6] == [
        "Edition 2031 (final, documents up to 31 December 2031) → "
        "edition 2032 (provisional, documents up to 31 March 2033)",
        "",
        "documents  1 added, 0 withdrawn",
        "figures    1 added, 0 revised, 0 corrected, 0 withdrawn, 0 repeated",
        "towns      0 added, 0 moved, 0 withdrawn",
        "findings   0 turned, 0 appeared, 0 changed, 0 vanished, 0 restated, 3 unchanged",
    ]
    assert lines[6:] == ["", "Figures added by plan (1)", "  tea-output-2030: 12亿元"]


def test_without_a_difference_there_is_the_summary_alone(report):
    assert len(report()) == 6


def test_a_finding_is_a_line_with_intervals_verdicts_subject_and_cause(report):
    causes = (Cause("new_document", ("paper",), ("new",)), Cause("cutoff"))
    lines = report(findings=(FindingChange("margin", "turned", MET, MISSED, causes),))
    assert lines[6:] == [
        "",
        "Verdicts that turned (1)",
        "  margin: 12 points (11 to 13 points), met → −2 points (−3 to −1 points), missed "
        "[area 140400 → 140500]; new document paper (new); the cutoff moved",
    ]


def test_what_was_not_known_says_why(report):
    untested = Finding("margin", unit="pp", verdict="no_target")
    cause = (Cause("new_document", ("paper", "weekly")),)
    changes = [
        FindingChange("margin", "appeared", untested, MET, cause),
        FindingChange("margin", "appeared", None, MET, cause),
        FindingChange("margin", "vanished", MET, Finding("margin"), cause),
    ]
    lines = report(findings=tuple(changes))
    known = "12 points (11 to 13 points), met"
    assert lines[8:10] == [
        f"  margin: without an applicable target → {known}; new documents paper, weekly",
        f"  margin: none → {known}; new documents paper, weekly",
    ]
    assert lines[12] == f"  margin: {known} → not reported; new documents paper, weekly"


def test_of_many_observations_the_first_are_named(report):
    names = tuple(f"o{number}" for number in range(9))
    change = FindingChange("count", "changed", Finding("count", 1.0), Finding("count", 9.0))
    many, few = (Cause("new_document", ("paper",), some) for some in (names, names[:5]))
    lines = report(findings=(replace(change, causes=(many,)), replace(change, causes=(few,))))
    assert lines[-2] == "  count: 1 → 9; new document paper (o0, o1, o2, o3 and 5 more)"
    assert lines[-1] == "  count: 1 → 9; new document paper (o0, o1, o2, o3, o4)"


def test_each_kind_of_figure_has_its_line(report):
    corrected = CorrectedFigure(FIGURE, replace(FIGURE, value=1.3e9), ("value",), ("the yearbook says so",))
    figures = FigureDifference(
        added=(AddedFigure(LATER, repeats="tea-output-2030"),),
        revised=(RevisedFigure(FIGURE, LATER, agrees=False),),
        corrected=(corrected,),
        withdrawn=(FIGURE,),
        reprinted=(Reprint("tea-output-2030", "weekly"),),
    )
    towns = (
        TownChange("tea", "moved", "140400", "municipal", "provincial", "paper"),
        TownChange("glass", "withdrawn", "140500", "", "", "plan"),
    )
    assert report(figures=figures, towns=towns)[6:] == [
        "",
        "Figures revised (1)",
        "  tea-output-2030 (plan) → tea-output-2030-anew (paper): "
        "CNY 1.2 billion (CNY 1.15 to 1.25 billion) → "
        "CNY 1.4 billion (CNY 1.35 to 1.45 billion); beyond what the earlier print allows",
        "",
        "Figures corrected (1)",
        "  tea-output-2030 (plan): value 1,200,000,000 → 1,300,000,000; the yearbook says so",
        "",
        "Figures withdrawn (1)",
        "  tea-output-2030 (plan): 12亿元",
        "",
        "Figures printed again (1)",
        "  tea-output-2030: also in weekly",
        "",
        "Towns (2)",
        "  tea: moved, municipal → provincial, 140400 (paper)",
        "  glass: withdrawn, no tier, 140500 (plan)",
        "",
        "Figures added by paper (1)",
        "  tea-output-2030-anew: 14亿元, as in tea-output-2030",
    ]


def test_a_published_edition_stands_first(report):
    change = FindingChange("margin", "changed", MET, replace(MET, value=0.13), (Cause("method"),))
    published = replace(NOTHING, new=OLD, findings=(change,))
    lines = report(published, findings=(replace(change, causes=(Cause("code"),)),))
    known = "margin: 12 points (11 to 13 points), met → 13 points (11 to 13 points), met"
    assert lines[6:12] == [
        "",
        "Edition 2031 as published → as computed now (1)",
        f"  findings with another value: {known}; the method changed",
        "",
        "Findings with another value (1)",
        f"  {known}; the code changed",
    ]
    assert report(replace(NOTHING, new=OLD))[8] == "  no difference"
