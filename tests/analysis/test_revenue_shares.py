import pytest

from townbook.analysis.revenue_shares import find_revenue_shares


def add_share(made, area, output, revenue, *, period="2023", tier="municipal"):
    same = {"area": area, "tier": tier, "period": period}
    name = f"{area}-{tier}-{period}"
    made.add(f"{name}-output", f"{output}亿元", **same)
    return made.add(f"{name}-revenue", f"{revenue}亿元", indicator="revenue", **same)


def findings_of(made):
    return {finding.id: finding for finding in find_revenue_shares(made.cut())}


def test_the_gap_between_two_cities(made):
    add_share(add_share(made, "140400", 200, 180), "140500", 100, 70)
    gap = findings_of(made)["revenue-ratio-gap"]
    # 0.90 - 0.70; 179.5 / 200.5 - 70.5 / 99.5 to 180.5 / 199.5 - 69.5 / 100.5
    assert gap.value == pytest.approx(0.20)
    assert gap.interval.low == pytest.approx(179.5 / 200.5 - 70.5 / 99.5)
    assert gap.interval.high == pytest.approx(180.5 / 199.5 - 69.5 / 100.5)
    assert gap.verdict == "above"
    assert gap.about["areas"] == ("140400", "140500")
    assert gap.caveats == ("town_numbers_differ",)  # no number of towns is printed for either


def test_a_gap_that_may_be_none_is_fragile(made):
    add_share(add_share(made, "140400", 10, 9), "140500", 10, 9)
    assert findings_of(made)["revenue-ratio-gap"].verdict == "fragile"


@pytest.mark.parametrize("change", [{"tier": "provincial"}, {"period": "2021"}, {"period": "2023-H1"}])
def test_no_gap_between_what_cannot_be_compared(made, change):
    add_share(add_share(made, "140400", 200, 180), "140500", 100, 70, **change)
    assert findings_of(made)["revenue-ratio-gap"].verdict == "not_reported"


def test_the_widest_move_within_one_tier_of_a_city(made):
    add_share(made, "140400", 200, 190)
    assert findings_of(made)["revenue-ratio-move"].verdict == "not_reported"
    add_share(made, "140400", 100, 89, period="2024-H1")
    add_share(made, "140400", 100, 50, tier="provincial")
    move = findings_of(made)["revenue-ratio-move"]
    assert move.value == pytest.approx(0.95 - 0.89)
    assert (move.about["period"], move.about["other_period"]) == ("2023", "2024-H1")
    assert move.caveats == ("seasonality",)
