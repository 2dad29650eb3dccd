"""Made editions that lack nearly everything: their tables and findings."""

import pytest

from townbook.analysis import (
    areas,
    city_figures,
    comparability,
    composition,
    growth,
    pace,
    quality,
    ratios,
    regression,
    sectors,
    sensitivity,
    targets,
    thresholds,
)
from townbook.analysis.registry import build_registry
from townbook.vocabulary.numbers import format_interval, format_quantity

TABLES = (
    composition.tabulate_tier_counts,
    composition.tabulate_naming,
    sectors.tabulate_sector_mix,
    thresholds.tabulate_thresholds,
    growth.tabulate_margins,
    growth.tabulate_bases,
    targets.tabulate_count_targets,
    targets.tabulate_year_plans,
    targets.tabulate_goal_paths,
    pace.tabulate_pace,
    comparability.tabulate_pairs,
    comparability.tabulate_matrix,
    *ratios.RATIOS.values(),
    ratios.tabulate_tier_money,
    sensitivity.tabulate_sensitivity,
    regression.tabulate_model_pairs,
    quality.tabulate_documents,
    quality.tabulate_precision,
)


def one_city(made):
    made.add("money", "10亿元").count("state", "10个", period="2024-08").name("silk")
    made.add("half", "4亿元", period="2024-H1").add("growth", "5%", kind="growth")


def counties_only(made):
    made.add("money", "10亿元", area="140425", tier="", status="D").add(
        "g", "5%", kind="growth", area="140425", tier=""
    )


def unprinted_periods(made):
    for area in ("140400", "140500"):
        made.add(f"{area}-m", "10亿元", area=area, period="").add(
            f"{area}-g", "5%", kind="growth", area=area, period=""
        )
        made.count(f"{area}-c", "10个", area=area, period="")
        made.add(
            f"{area}-r", "10亿元", area=area, period="", kind="threshold", indicator="output_manufacturing"
        )
        for indicator in ("output", "towns", "projects"):
            made.add(
                f"{area}-t-{indicator}", "10个", area=area, period="", kind="target", indicator=indicator
            )


def bounds_and_zeros(made):
    for place, qualifier in enumerate(("at_least", "at_most", "more_than", "nearly", "approx")):
        area = f"14{place + 1:02}00"
        same = {"area": area, "qualifier": qualifier}
        made.add(f"{place}-o", "10亿元", **same).add(f"{place}-r", "8亿元", indicator="revenue", **same)
        made.add(f"{place}-h", "4亿元", period="2024-H1", **same).add(
            f"{place}-p", "3万人", indicator="employment", **same
        )
        made.count(f"{place}-c", "10个", period="2023-06", **same)
        made.count(f"{place}-t", "20个", kind="target", period="2025", **same)
        made.add(f"{place}-g", "5%", kind="growth", **same).add(f"{place}-gt", "4%", kind="target", **same)
        made.add(f"{place}-d", "下降5%", kind="growth", period="2022", **same)
        made.add(f"{place}-dt", "下降4%", kind="target", period="2022", **same)
        made.add(f"{place}-goal", "50亿元", kind="target", period="2027/2029", **same)
        made.add(f"{place}-rule", "3亿元", kind="threshold", indicator="output_manufacturing", **same)
    made.count("zero", "0个", period="2024-08", tier="provincial")
    made.add("of-zero", "0亿元", tier="provincial").add("rz", "0亿元", tier="provincial", indicator="revenue")


def targets_only(made):
    made.count("aim", "20个", kind="target", period="2025").add(
        "goal", "100亿元", kind="target", period="2027/2029"
    )


def names_only(made):
    for place in range(6):
        made.name(f"town-{place}")


CASES = [
    lambda made: None,
    one_city,
    counties_only,
    unprinted_periods,
    bounds_and_zeros,
    targets_only,
    names_only,
]


@pytest.fixture(params=CASES, ids=lambda case: case.__name__.strip("<>"))
def sparse(request, made):
    request.param(made)
    return made.cut()


@pytest.mark.parametrize("tabulate", TABLES, ids=lambda tabulate: tabulate.__name__)
def test_a_table_has_its_columns_whatever_is_missing(tabulate, sparse, editions):
    assert list(tabulate(sparse).columns) == list(tabulate(editions["2024"]).columns)


def test_areas_and_figures_of_a_sparse_edition(sparse):
    known = areas.list_areas(sparse)
    assert sum(len(areas.tabulate_area(sparse, area=area)) for area in known) == len(sparse.observations)
    assert len(areas.tabulate_named_towns(sparse, area="140000")) == len(sparse.towns)
    assert isinstance(city_figures.list_city_figures(sparse), list)


def test_every_finding_of_a_sparse_edition_says_something(sparse, check_findings):
    check_findings(build_registry(sparse), sparse)


def test_every_finding_can_be_written(sparse):
    for finding in build_registry(sparse).values():
        quantity = finding.quantity
        if quantity is not None:
            assert format_quantity(quantity)
            assert format_interval(quantity)
