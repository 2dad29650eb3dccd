"""Numbers cited by titles that read as titles."""

import pytest

from townbook.publishing.citations.number_titles import name_observation, title_number

HERBS = "Shangdang medicinal herbs (Changzhi, provincial tier)"
TITLES = {
    "changzhi-provincial-output-2023": f"Output value, {HERBS}, 2023: CNY 1.068 billion",
    "shangdang-herbs-revenue-growth-2024-h1": f"Growth of revenue, {HERBS}, first half of 2024: 22%",
    "shangdang-herbs-revenue-growth-target": f"Target for the growth of revenue, {HERBS}: 10%",
    "xinzhou-provincial-towns-2024": "Specialized towns, the provincial tier of Xinzhou, December 2024: 2",
    "headline-margin": f"Margin of the latest tested growth over its target, {HERBS}, "
    "first half of 2024: 12 points",
    "margin-pingshun-herb-villages-growth-2024-08": "Margin of the growth of key growing villages over its "
    "target, Pingshun County, August 2024: without an applicable target",
    "sector-share-140400-services": "Share of a sector among the named towns, services, Changzhi: 27%",
    "named-all-municipal": "Named towns, municipal tier: 26",
    "documents": "Documents: 5",
}


@pytest.mark.parametrize("number", TITLES)
def test_a_title_says_what_a_number_is_of_whom_when_and_how_much(book, number):
    assert title_number(number, brief=book.brief, references=book.references) == TITLES[number]


@pytest.mark.parametrize(
    ("kind", "unit", "name"),
    [
        ("level", "CNY", "revenue"),
        ("share", "ratio", "revenue"),
        ("growth", "ratio", "growth of revenue"),
        ("change", "CNY", "change in revenue"),
        ("target", "CNY", "target for revenue"),
        ("target", "ratio", "target for the growth of revenue"),
        ("forecast", "CNY", "forecast of revenue"),
        ("forecast", "ratio", "forecast of the growth of revenue"),
        ("threshold", "CNY", "threshold for revenue"),
    ],
)
def test_each_kind_of_figure_has_a_name(book, kind, unit, name):
    codes = {"indicator": "revenue", "kind": kind, "unit": unit}
    assert name_observation(codes, book.brief.words) == name


def test_no_title_begins_with_how_the_number_is_made(book):
    formulas = {name: finding.formula for name, finding in book.brief.registry.items() if finding.formula}
    titles = {name: title_number(name, brief=book.brief, references=book.references) for name in formulas}
    assert len(formulas) > 100
    made = {name for name in formulas if titles[name].lower().startswith(formulas[name].lower() + ",")}
    assert {name for name in made if " " in formulas[name]} == set()


def test_a_number_that_is_not_there_is_refused(book):
    with pytest.raises(KeyError):
        title_number("nowhere", brief=book.brief, references=book.references)
