"""What holds for every finding, of the real editions and of made ones that lack nearly everything."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from townbook.analysis.aims import is_ceiling
from townbook.analysis.findings import Registry
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
SIDES = {
    "met": lambda low, high: low >= -1e-12,
    "missed": lambda low, high: high < 0,
    "fragile": lambda low, high: low < 0 <= high,
}


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


def check(registry, data):
    """Check what holds for every finding."""
    for finding in registry.values():
        assert finding.value is not None or finding.verdict, f"{finding.id} says nothing"
        assert set(finding.observations) <= set(data.observations.index)
        assert set(finding.inputs) <= set(registry)
        assert finding.verdict in ("", *data.codelists["verdicts"])
        assert finding.unit in data.codelists["units"]
        assert set(finding.caveats) <= set(data.codelists["caveats"])
        if finding.value is not None and finding.interval is not None:
            assert finding.interval.holds(finding.value), finding.id
        if finding.interval is not None:
            assert finding.value is not None, finding.id
        if finding.id.startswith("margin-") and finding.interval:
            low, high = finding.interval.low, finding.interval.high
            if is_ceiling(data.observations.loc[finding.observations[1]]):
                low, high = -high, -low
            assert SIDES[finding.verdict](low, high), finding.id
    assert dict(Registry.from_json(registry.to_json())) == dict(registry)


def test_every_finding_of_a_sparse_edition_says_something(sparse):
    check(build_registry(sparse), sparse)


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_every_finding_of_a_real_edition_says_something(edition, editions):
    check(build_registry(editions[edition]), editions[edition])


def test_every_finding_can_be_written(sparse):
    for finding in build_registry(sparse).values():
        quantity = finding.quantity
        if quantity is not None:
            assert format_quantity(quantity)
            assert format_interval(quantity)


def test_the_editions_know_the_same_kinds_of_findings_where_they_know_anything(editions):
    """Findings that no area, town or document brings are there in any edition."""
    general = {
        name
        for name in build_registry(editions["2023"])
        if not any(part.isdigit() for part in name.split("-"))
    }
    bound = ("margin-", "mean-", "base-", "plan-", "sector-share", "fullest-")
    missing = {name for name in general - set(build_registry(editions["2024"])) if not name.startswith(bound)}
    assert missing == set()


kinds = st.sampled_from(["level", "growth", "target", "change"])
periods = st.sampled_from(
    ["", "2022", "2023", "2024-H1", "2024", "2024-08", "2025", "../2023-07", "2027/2029"]
)
tiers = st.sampled_from(["provincial", "municipal", "county", "mixed", ""])
indicators = st.sampled_from(["towns", "output", "revenue", "employment", "towns_added", "projects"])
cells = st.fixed_dictionaries(
    {
        "kind": kinds,
        "period": periods,
        "tier": tiers,
        "indicator": indicators,
        "town": st.sampled_from(["", "", "silk"]),
        "status": st.sampled_from(["A", "A", "P", "D"]),
        "qualifier": st.sampled_from(["exact", "approx", "nearly", "at_least", "more_than", "at_most"]),
        "source": st.sampled_from(["old", "new"]),
    }
)
numbers = st.integers(0, 60)


def fill(made, rows, area):
    for place, (number, row) in enumerate(rows):
        unit = "%" if row["kind"] == "growth" else "个"
        made.add(f"{area}-{place}", f"{number}{unit}", area=area, **row)
    return made


@settings(max_examples=20)
@given(
    rows=st.lists(st.tuples(numbers, cells), max_size=12),
    others=st.lists(st.tuples(numbers, cells), max_size=6),
)
def test_any_edition_can_be_answered_and_a_document_on_one_city_changes_nothing_of_another(
    start, rows, others
):
    made = start()
    made.documents = {"old": "2024-01-31", "new": "2024-12-31"}
    before = fill(made, rows, "140400").cut()
    registry = build_registry(before)
    check(registry, before)
    after = fill(made, others, "140500").cut()
    wider = build_registry(after)
    check(wider, after)
    assert before.observations.to_csv() == after.observations.loc[before.observations.index].to_csv()
    own = [name for name in registry if "140400" in name and not name.startswith(("compare-", "break-even-"))]
    for name in own:
        if registry[name].about.get("area") == "140400":
            assert wider[name] == registry[name]


@settings(max_examples=15)
@given(rows=st.lists(st.tuples(numbers, cells), max_size=12))
def test_what_an_earlier_edition_knew_the_later_one_still_has(start, rows):
    made = start()
    made.documents = {"old": "2024-01-31", "new": "2024-12-31"}
    fill(made, rows, "140400")
    early, late = made.cut(cutoff="2024-06-30"), made.cut()
    assert set(early.observations.index) <= set(late.observations.index)
    assert early.observations.to_csv() == late.observations.loc[early.observations.index].to_csv()
    check(build_registry(early), early)


def test_no_finding_is_made_of_what_is_not_a_number(editions):
    for data in editions.values():
        assert not any(math.isnan(f.value) for f in build_registry(data).values() if f.value is not None)
