"""What a later edition says otherwise of a printed figure."""

from dataclasses import replace

import pytest

from townbook.analysis.differences.figures import CorrectedFigure, FigureDifference, RevisedFigure
from townbook.publishing.book import open_book
from townbook.publishing.later_editions import open_later
from townbook.publishing.later_words import describe_changes, note_number

REVISED, ANEW, CORRECTED, WITHDRAWN, SAME = range(5)


@pytest.fixture(scope="module")
def book():
    return open_book("2023")


@pytest.fixture(scope="module")
def later(book):
    """The later edition, as if it said otherwise of three figures."""
    later = open_later(book)
    every = {one.figure.observation: one.figure for one in later.difference.figures.added}
    new = next(iter(every.values()))
    names = list(book.brief.data.observations.index)
    old = [replace(new, observation=names[number], source="shanxi-expo-2023") for number in range(5)]
    figures = FigureDifference(
        revised=(RevisedFigure(old[REVISED], new, agrees=False),),
        corrected=(CorrectedFigure(old[CORRECTED], old[CORRECTED], ("value",)),),
        withdrawn=(old[WITHDRAWN],),
    )
    return replace(later, difference=replace(later.difference, figures=figures))


@pytest.mark.parametrize(
    ("number", "why", "leads"),
    [
        (REVISED, "Revised figure: ", True),
        (CORRECTED, "Correction: ", True),
        (WITHDRAWN, "Withdrawn document: ", False),
    ],
)
def test_a_figure_is_said_with_what_became_of_it(book, later, number, why, leads):
    name = book.brief.data.observations.index[number]
    note = note_number(name, book.brief, later)
    [one] = note.changes
    assert (note.edition, one.ref, one.label) == ("2024", name, "")
    assert one.why.startswith(why)
    there = later.difference.figures.revised[0].new.observation if number == REVISED else name
    assert one.path == (f"evidence/{there}.html" if leads else "")
    assert bool(one.there) is leads


def test_a_figure_that_stands_has_no_note(book, later):
    assert note_number(book.brief.data.observations.index[SAME], book.brief, later) is None
    assert note_number("documents", book.brief, None) is None
    assert note_number("documents", book.brief, later).changes[0].why == "New documents: 2"


def test_values_stand_beside_each_other_only_where_both_are_of_one_thing(book):
    """In 2023 the documents on Shanxi count most tiers, in 2024 those on Changzhi: no count fell to 10."""
    later = open_later(book)
    said = {one.label: (one.here, one.there) for one in describe_changes(later.changes, book.brief, later)}
    assert said["Area whose documents count most tiers"] == ("Shanxi", "Changzhi")
    assert ("82", "10") not in said.values()
    moved = {one.id for one in later.changes if one.moves}
    choices = {"sector-reclassed", "steepest-count-target"}
    assert moved == {"fullest", "fullest-provincial", "fullest-municipal", *choices}
    assert note_number("fullest-municipal", book.brief, later).changes[0].here == "Shanxi"


def test_a_finding_goes_by_its_name_here_with_the_dates_of_both_counts(book):
    """From 10 to 30 towns: 20 in the 33 months from March 2023, 20 in the 16 from August 2024."""
    later = open_later(book)
    [one] = note_number("yearly-140400-municipal-2025", book.brief, later).changes
    assert one.label == "Towns a year still needed for the target: Changzhi 长治市, municipal tier, 2025"
    assert one.here == "7.27 (7.27 or more), still open (counted from March 2023)"
    assert one.there == "15 (15 or more), still open (counted from August 2024)"
