"""The titles of findings: in readers' words, and true to what a finding is about."""

import pytest

from townbook.analysis.findings import Finding
from townbook.figures.tables.finding_names import NAMES
from townbook.figures.tables.titles import find_name, say_choice, title_choice, title_finding

HERBS = "Shangdang medicinal herbs 上党中药材, Changzhi 长治市, provincial tier"


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_every_finding_of_an_edition_has_a_name(open_brief, edition):
    names = open_brief(edition=edition).registry
    assert [name for name in names if not find_name(name, NAMES)] == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (
            "headline-margin",
            f"Margin of the latest tested growth over its target: {HERBS}, first half of 2024",
        ),
        ("headline-growth", f"Growth of revenue, the latest that can be tested: {HERBS}, first half of 2024"),
        ("headline-target", f"Target for the growth of revenue: {HERBS}"),
        ("goal-base", f"Output value from which the goal is counted: {HERBS}, 2023"),
        ("named-all-municipal", "Named towns: municipal tier"),
        ("from-shanxi-expo-2023", "Printed figures from Xinhua News Agency, July 2023"),
        ("compare-output-140400-140500", "Output value per town as a multiple of that of Jincheng"),
    ],
)
def test_a_title_says_what_a_number_is_and_of_whom(open_brief, name, title):
    brief = open_brief()
    assert title_finding(brief.registry[name], brief).startswith(title)


def test_a_title_without_a_date_leaves_the_period_out(open_brief):
    brief = open_brief()
    found = brief.registry["towns-140400-municipal"]
    assert title_finding(found, brief, dated=False) == (
        "Latest printed number of towns: Changzhi 长治市, municipal tier"
    )


def test_what_has_no_name_is_called_by_how_it_is_made(open_brief):
    found = Finding("unheard-of", 1.0, formula="one of one", about={"area": "140400"})
    assert title_finding(found, open_brief()) == "One of one: Changzhi 长治市"


@pytest.mark.parametrize(
    ("about", "dimensions", "said"),
    [
        ({"area": "140400", "tier": "municipal"}, ["area"], "Changzhi"),
        ({"area": "140400", "tier": "municipal"}, ["area", "tier"], "the municipal tier of Changzhi"),
        ({"area": "140400", "other": "140500", "indicator": "output"}, ["other"], "against Jincheng"),
        ({"area": "140400", "sector": "services"}, ["sector"], "services"),
        ({}, ["area"], "not known"),
    ],
)
def test_a_choice_is_said_in_what_differs(open_brief, about, dimensions, said):
    assert say_choice(Finding("fullest", 1.0, about=about), dimensions, open_brief().words) == said


def test_the_choice_of_a_sector_names_whose(open_brief):
    brief = open_brief()
    assert title_choice(brief.registry["fullest-county"], brief) == "Area whose documents count most tiers"
    assert title_choice(brief.registry["sector-largest-140400"], brief) == (
        "Most frequent sector among the named towns: Changzhi 长治市"
    )
