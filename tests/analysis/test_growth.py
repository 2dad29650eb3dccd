import math

import pytest

from townbook.analysis.growth import find_growth, tabulate_margins

HERBS = {"tier": "provincial", "town": "herbs", "indicator": "revenue"}


def found(made, **cut):
    return {finding.id: finding for finding in find_growth(made.cut(**cut))}


def margin_of(made, name="growth"):
    table = tabulate_margins(made.cut()).set_index("observation")
    return table.loc[name]


@pytest.fixture
def tested(made):
    """22 % in the first half of 2024, set against 10 % on the same line."""
    made.add("growth", "22%", kind="growth", period="2024-H1", line=19, **HERBS)
    return made.add("aim", "10%", kind="target", period="", line=19, **HERBS)


def test_a_growth_against_the_target_of_its_own_sentence(tested):
    finding = found(tested)["margin-growth"]
    # 22 % may be 21.5 to 22.5, 10 % may be 9.5 to 10.5: 12 points, 21.5 - 10.5 = 11 to 22.5 - 9.5 = 13
    assert finding.value == pytest.approx(0.12)
    assert (finding.interval.low, finding.interval.high) == pytest.approx((0.11, 0.13))
    assert finding.verdict == "met"
    assert finding.observations == ("growth", "aim")
    assert finding.caveats == ("target_period_not_printed",)


@pytest.mark.parametrize(
    ("printed", "verdict", "margin"),
    [
        ("8%", "missed", [-0.02, -0.03, -0.01]),
        ("10%", "fragile", [0.0, -0.01, 0.01]),
        ("11%", "met", [0.01, 0.0, 0.02]),
        ("9%", "fragile", [-0.01, -0.02, 0.0]),
        ("下降3.5%", "missed", [-0.135, -0.1405, -0.1295]),  # -3.55 - 10.5 to -3.45 - 9.5
    ],
)
def test_other_growths_against_the_same_target(tested, printed, verdict, margin):
    tested.figures.pop(0)
    tested.add("growth", printed, kind="growth", period="2024-H1", line=19, **HERBS)
    row = margin_of(tested)
    assert row["verdict"] == verdict
    assert [row["margin"], row["margin_low"], row["margin_high"]] == pytest.approx(margin)


@pytest.mark.parametrize(
    "change",
    [
        *({"line": 20}, {"source": "other"}, {"indicator": "output"}, {"tier": "municipal"}),
        *({"town": "silk"}, {"area": "140500"}, {"status": "D"}),
    ],
)
def test_a_target_without_a_period_binds_nothing_but_its_sentence(made, change):
    made.documents["other"] = "2024-08-06"
    made.add("growth", "22%", kind="growth", period="2024-H1", line=19, **HERBS)
    made.add("aim", "10%", kind="target", period="", **({"line": 19} | HERBS | change))
    row = margin_of(made)
    assert row["verdict"] == "no_target"
    assert math.isnan(row["margin"])
    assert row["target_observation"] == ""


@pytest.mark.parametrize(
    ("horizon", "period", "caveats"),
    [
        ("2024", "2024", ()),
        ("2024", "2024-H1", ("half_year_against_year",)),
        ("2024", "2024-01/2024-05", ("half_year_against_year",)),
        ("2024-H1", "2024", None),  # a half-year's target does not bind the year
        ("2023", "2024", None),
        ("2023/2025", "2024", None),  # nor does one for several years together bind one of them
        ("2024", "", None),  # a growth without a period
    ],
)
def test_a_target_binds_the_growth_whose_period_it_covers(made, horizon, period, caveats):
    made.add("growth", "12%", kind="growth", period=period, **HERBS)
    made.add("aim", "10%", kind="target", period=horizon, line=7, **HERBS)
    row = margin_of(made)
    assert row["verdict"] == ("no_target" if caveats is None else "met")
    assert row["caveats"] == (caveats or ())


def test_a_target_of_the_province_binds_the_city_and_not_the_other_way(made):
    made.add("city", "12%", kind="growth", period="2024", tier="provincial")
    made.add("province", "12%", kind="growth", period="2023", tier="provincial", area="140000")
    made.add("of-province", "10%", kind="target", period="2024", tier="provincial", area="140000")
    made.add("of-city", "10%", kind="target", period="2023", tier="provincial")
    assert margin_of(made, "city")["target_observation"] == "of-province"
    assert margin_of(made, "province")["verdict"] == "no_target"


def test_of_several_targets_the_closest_binds(made):
    growth = {"kind": "growth", "period": "2024", **HERBS}
    aim = {"kind": "target", "period": "2024", "tier": "provincial", "indicator": "revenue"}
    made.add("growth", "12%", **growth)
    made.add("a-of-province", "8%", area="140000", **aim)
    assert margin_of(made)["target_observation"] == "a-of-province"
    made.add("b-of-city", "9%", **aim)
    assert margin_of(made)["target_observation"] == "b-of-city"
    made.add("c-of-half-year", "11%", **(aim | {"period": "2024-H1"}))
    assert margin_of(made)["target_observation"] == "b-of-city"
    made.add("d-of-town", "10%", town="herbs", **aim)
    assert margin_of(made)["target_observation"] == "d-of-town"


def test_a_target_set_anew_replaces_the_old_one(made):
    made.documents["new"] = "2024-10-01"
    made.add("growth", "12%", kind="growth", period="2024")
    made.add("z-old", "10%", kind="target", period="2024").add(
        "a-new", "15%", kind="target", period="2024", source="new"
    )
    assert margin_of(made)["target_observation"] == "a-new"
    assert margin_of(made)["verdict"] == "missed"


def test_a_target_in_points_and_a_target_for_a_share_are_none_for_growth(made):
    made.add("growth", "12%", kind="growth", period="2024")
    made.add("points", "2个百分点", kind="target", period="2024", unit="pp")
    share = {"indicator": "export_product_share", "period": "2024"}
    made.add("of-share", "5%", kind="growth", **share).add("share", "30%", kind="target", **share)
    assert margin_of(made)["verdict"] == "no_target"
    assert margin_of(made, "of-share")["verdict"] == "no_target"


def test_a_target_that_is_a_bound_is_met_above_it(made):
    made.add("growth", "22%", kind="growth", period="2024")
    made.add("aim", "10%以上", kind="target", period="2024", qualifier="at_least")
    row = margin_of(made)
    # the bound is 10 exactly: 21.5 - 10 to 22.5 - 10
    assert [row["margin"], row["margin_low"], row["margin_high"]] == pytest.approx([0.12, 0.115, 0.125])
    assert row["verdict"] == "met"


def test_a_growth_without_a_number_is_not_known_even_with_a_target(made):
    made.add("growth", "", kind="growth", period="2024", status="O", qualifier="")
    made.add("aim", "10%", kind="target", period="2024")
    row, findings = margin_of(made), found(made)
    assert row["verdict"] == "not_known"
    assert row["caveats"] == ("no_number",)
    assert findings["growth-without-number"].value == 1
    assert findings["growth-without-target"].value == 0
    assert findings["headline-margin"].verdict == "not_known"


def test_a_target_without_a_number_is_named(made):
    figure = {"tier": "provincial", "indicator": "revenue", "period": "2024"}
    words = {"status": "O", "qualifier": ""}
    made.add("growth", "", kind="growth", **figure, **words)
    made.add("aim", "", kind="target", unit="ratio", **figure | {"area": "140000"}, **words)
    row = margin_of(made)
    assert row["verdict"] == "not_known"
    assert row["caveats"] == ("no_number", "target_not_printed")
    assert row["target_observation"] == "aim"
    assert math.isnan(row["target"])
    assert found(made)["margin-growth"].observations == ("growth", "aim")


def test_a_growth_whose_target_is_not_printed_has_none_that_applies(made):
    figure = {"tier": "provincial", "indicator": "revenue", "period": "2024"}
    made.add("growth", "8%", kind="growth", **figure)
    made.add("aim", "", kind="target", unit="ratio", status="O", qualifier="", **figure)
    row = margin_of(made)
    assert (row["verdict"], row["caveats"]) == ("no_target", ("target_not_printed",))
    made.add("number", "10%", kind="target", **figure)
    assert margin_of(made)["target_observation"] == "number"
    assert margin_of(made)["caveats"] == ()


def test_a_growth_that_two_documents_state_is_stated_once(made):
    made.documents["new"] = "2024-10-01"
    made.add("first", "12%", kind="growth", period="2024").add(
        "again", "13%", kind="growth", period="2024", source="new"
    )
    made.add("vague", "", kind="growth", period="2024", status="O", source="new")
    findings = found(made)
    assert findings["growth-stated"].value == 1
    assert "margin-again" in findings


def test_a_growth_repeated_elsewhere_is_still_set_against_the_target_of_its_first_sentence(tested):
    tested.documents["yearbook"] = "2024-10-01"
    tested.add("again", "21%", kind="growth", period="2024-H1", source="yearbook", line=3, **HERBS)
    row = margin_of(tested, "again")
    assert (row["target_observation"], row["verdict"]) == ("aim", "met")
    assert row["margin"] == pytest.approx(0.11)


def test_a_target_of_the_only_town_binds_the_growth_of_its_tier(made):
    made.add("growth", "12%", kind="growth", period="2024-H1", tier="provincial")
    made.add("aim", "10%", kind="target", period="2024", tier="provincial", town="herbs")
    assert margin_of(made)["verdict"] == "no_target"
    made.count("one", "1个", period="2024-06", tier="provincial")
    assert margin_of(made)["verdict"] == "met"
    made.count("two", "2个", period="2024-07", tier="provincial")
    assert margin_of(made)["verdict"] == "met"  # there was one at the time
    made.count("two-then", "2个", period="2024-H1", tier="provincial")
    assert margin_of(made)["verdict"] == "no_target"


def test_the_tested_growth_of_the_latest_period_leads(made):
    for year in ("2023", "2024"):
        made.add(f"growth-{year}", "12%", kind="growth", period=year)
        made.add(f"aim-{year}", "10%", kind="target", period=year)
    made.add("untested", "5%", kind="growth", period="2024", indicator="revenue")
    findings = found(made)
    assert findings["headline-margin"].inputs == ("margin-growth-2024",)
    assert findings["headline-growth"].observations == ("growth-2024",)
    assert findings["headline-target"].value == pytest.approx(0.10)
    assert list(tabulate_margins(made.cut())["observation"])[-1] == "growth-2023"


def test_nothing_could_be_tested(made):
    assert found(made)["headline-margin"].verdict == "not_reported"
    made.add("growth", "12%", kind="growth", period="2024")
    findings = found(made)
    assert findings["headline-margin"].verdict == "no_target"
    assert findings["headline-margin"].value is None
    assert [findings[f"growth-{code}"].value for code in ("stated", "tested", "met")] == [1, 0, 0]
