"""The findings that the report leads with, on the real data and on copies with one value changed."""

import dataclasses
import re

import pytest

from townbook.analysis.registry import build_registry
from townbook.vocabulary.prints import allow, parse_print

GROWTH = "shangdang-herbs-revenue-growth-2024-h1"


@pytest.fixture(scope="module")
def registries(editions):
    return {name: build_registry(data) for name, data in editions.items()}


@pytest.fixture
def change(editions):
    """A function that answers the edition 2024 with another growth printed."""

    def answer(printed):
        data = editions["2024"]
        observations = data.observations.copy()
        interval = allow(parse_print(printed), "exact")
        cells = [float(parse_print(printed).value), interval.low, interval.high]
        observations.loc[GROWTH, ["value", "low", "high"]] = cells
        return build_registry(dataclasses.replace(data, observations=observations))

    return answer


def ends(finding):
    return [finding.value, finding.interval.low, finding.interval.high]


def test_twenty_two_per_cent_against_ten(registries):
    headline = registries["2024"]["headline-margin"]
    assert ends(headline) == pytest.approx([0.12, 0.11, 0.13])
    assert headline.verdict == "met"
    assert headline.inputs == (f"margin-{GROWTH}",)
    assert headline.caveats == ("target_period_not_printed",)
    assert registries["2024"]["growth-tested"].value == 1


@pytest.mark.parametrize(
    ("printed", "margin", "verdict"),
    [("8%", [-0.02, -0.03, -0.01], "missed"), ("10%", [0.0, -0.01, 0.01], "fragile")],
)
def test_another_growth_turns_the_verdict(change, printed, margin, verdict):
    registry = change(printed)
    assert ends(registry["headline-margin"]) == pytest.approx(margin)
    assert registry["headline-margin"].verdict == verdict
    assert registry[f"growth-{verdict}"].value == 1
    assert registry["growth-met"].value == 0
    # 6.35 / 1.08 and 6.35 / 1.10 hundred million a year before
    assert registry[f"base-{GROWTH}"].value == pytest.approx(6.35e8 / (1.10 + margin[0]))


def test_a_change_of_one_figure_leaves_what_does_not_rest_on_it(change, registries):
    before, after = registries["2024"], change("8%")
    turned = {name for name in before if before[name] != after[name]}
    assert turned == {
        f"margin-{GROWTH}",
        f"base-{GROWTH}",
        "growth-met",
        "growth-missed",
        "headline-margin",
        "headline-growth",
    }


def test_the_pace_of_the_half_year(registries):
    registry = registries["2024"]
    # 102.55 / 238.65 and 91.3 / 225.41
    assert registry["pace-changzhi-municipal-output-2024-h1"].value == pytest.approx(0.42971, abs=1e-5)
    assert registry["pace-changzhi-municipal-revenue-2024-h1"].value == pytest.approx(0.40504, abs=1e-5)
    assert registry["paces-below"].value == 2


def test_count_targets(registries):
    registry = registries["2024"]
    assert registry["needed-140400-municipal-2025"].value == 20  # 30 or more, 10 in August 2024
    assert registry["yearly-140400-municipal-2025"].value == pytest.approx(20 * 12 / 16)
    assert registry["needed-140400-provincial-2025"].interval.high == 4  # 3 to 5, 1 in August 2024
    assert registry["needed-140000-provincial-2025"].value == 20
    assert registry["yearly-140000-provincial-2025"].value == pytest.approx(20 * 12 / 29)
    assert registry["needed-140500-municipal-2025"].value == 10
    assert registry["needed-140500-provincial-2025"].verdict == "not_reported"


def test_the_goal_of_ten_billion(registries):
    registry = registries["2024"]
    # 100 over 10.68 is 9.3633: its fourth and sixth roots are 1.7493 and 1.4518
    assert registry["goal-growth-fastest"].value == pytest.approx(0.7493, abs=1e-4)
    assert registry["goal-growth-slowest"].value == pytest.approx(0.4518, abs=1e-4)
    assert registry["goal-growth"].caveats == ("definition_gap",)


def test_the_comparison_of_two_cities(registries):
    headline = registries["2024"]["headline-comparison"]
    assert headline.value == pytest.approx(238.65 / 129.63)
    assert headline.caveats == ("years_differ", "counted_back")
    assert headline.verdict == "not_reversed"
    assert registries["2024"]["headline-break-even"].value == pytest.approx(238.65 / 129.63 - 1)


def test_names_that_came_later_are_not_set_against_an_earlier_number(registries):
    # of 26 municipal towns named by 2025 two were certified in March 2024, the number 82 is of July 2023
    assert registries["2024"]["named-share-140000-municipal"].value == pytest.approx(24 / 82)
    assert registries["2024"]["named-share-140400-municipal"].value == 1


def test_the_edition_of_2023_tests_no_growth(registries):
    registry = registries["2023"]
    assert registry["growth-stated"].value == 1
    assert registry["growth-tested"].value == 0
    assert registry["headline-margin"].verdict == "no_target"
    assert registry["paces"].verdict == "not_reported"
    assert registry["goal-growth"].verdict == "not_reported"
    assert registry["headline-comparison"].verdict == "not_reported"
    assert registry["model-missing"].value == 19
    assert registry["steepest-count-target"].inputs[0] == "yearly-140000-provincial-2025"


def test_too_few_observations_for_the_model(registries):
    assert registries["2024"]["model-elasticity"].verdict == "too_few"
    assert registries["2024"]["model-observations"].value + registries["2024"]["model-missing"].value == 20


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_all_that_a_finding_rests_on_is_there(registries, edition, editions):
    registry, data = registries[edition], editions[edition]
    for name, finding in registry.items():
        assert set(finding.inputs) <= set(registry), name
        assert set(finding.observations) <= set(data.observations.index), name
        assert set(finding.towns) <= set(data.towns.index), name


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_how_a_finding_is_made_is_said_in_words(registries, edition):
    """Pages and citations name findings by it; what is counted are its inputs."""
    assert [one.id for one in registries[edition].values() if re.search(r"\d", one.formula)] == []


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_a_number_of_the_towns_or_figures_that_it_counts(registries, edition):
    """Counts name what they count, so that a reader can count again."""
    registry = registries[edition]
    counted = {"towns-named": "towns", "sector-towns": "towns", "observations": "observations"}
    counted |= {name: "towns" for name in registry if name.startswith("sector-towns-")}
    counted |= dict.fromkeys(("growth-stated", "growth-tested", "count-targets", "tier-counts"), "inputs")
    for name, of in counted.items():
        assert registry[name].value == len(getattr(registry[name], of)), name
