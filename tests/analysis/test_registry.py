"""What holds for every finding, of the real editions and of any that grows document by document."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from townbook.analysis.registry import build_registry

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


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_every_finding_of_a_real_edition_says_something(edition, editions, check_findings):
    check_findings(build_registry(editions[edition]), editions[edition])


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


def test_no_finding_is_made_of_what_is_not_a_number(editions):
    for data in editions.values():
        assert not any(math.isnan(f.value) for f in build_registry(data).values() if f.value is not None)


@settings(max_examples=20)
@given(
    rows=st.lists(st.tuples(numbers, cells), max_size=12),
    others=st.lists(st.tuples(numbers, cells), max_size=6),
)
def test_any_edition_can_be_answered_and_a_document_on_one_city_changes_nothing_of_another(
    start, check_findings, rows, others
):
    made = start()
    made.documents = {"old": "2024-01-31", "new": "2024-12-31"}
    before = fill(made, rows, "140400").cut()
    registry = build_registry(before)
    check_findings(registry, before)
    after = fill(made, others, "140500").cut()
    wider = build_registry(after)
    check_findings(wider, after)
    assert before.observations.to_csv() == after.observations.loc[before.observations.index].to_csv()
    own = [name for name in registry if "140400" in name and not name.startswith(("compare-", "break-even-"))]
    for name in own:
        if registry[name].about.get("area") == "140400":
            assert wider[name] == registry[name]


@settings(max_examples=15)
@given(rows=st.lists(st.tuples(numbers, cells), max_size=12))
def test_what_an_earlier_edition_knew_the_later_one_still_has(start, check_findings, rows):
    made = start()
    made.documents = {"old": "2024-01-31", "new": "2024-12-31"}
    fill(made, rows, "140400")
    early, late = made.cut(cutoff="2024-06-30"), made.cut()
    assert set(early.observations.index) <= set(late.observations.index)
    assert early.observations.to_csv() == late.observations.loc[early.observations.index].to_csv()
    check_findings(build_registry(early), early)
