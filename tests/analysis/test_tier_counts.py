import math

from townbook.analysis.composition import find_composition, tabulate_tier_counts


def findings_of(made):
    return {finding.id: finding for finding in find_composition(made.cut())}


def count_all(made, area="140400", period="2024-08", numbers=("1个", "10个", "42个")):
    for tier, printed in zip(("provincial", "municipal", "county"), numbers, strict=True):
        if printed:
            made.count(f"{area}-{tier}", printed, tier=tier, area=area, period=period)
    return made


def test_each_area_and_tier_has_a_row_whether_printed_or_not(made):
    count_all(made, numbers=("1个", "10个", ""))
    table = tabulate_tier_counts(made.cut())
    assert list(table["tier"]) == ["provincial", "municipal", "county"]
    assert list(table["towns"])[:2] == [1, 10]
    assert math.isnan(table["towns"].iloc[2])
    assert table["observation"].iloc[2] == ""


def test_a_city_without_counts_is_there_with_nothing_reported(made):
    made.add("money", "5亿元", area="140500")
    findings = findings_of(made)
    assert findings["towns-140500-municipal"].verdict == "not_reported"
    assert findings["tiers-complete"].verdict == "not_reported"
    assert findings["tier-counts-missing"].value == 3
    assert findings["fullest"].verdict == "not_reported"


def test_the_fullest_area_is_that_with_most_tiers(made):
    count_all(made, area="140500", numbers=("", "20个", ""))
    count_all(count_all(made), area="140000", period="2023-07", numbers=("10个", "82个", ""))
    findings = findings_of(made)
    fullest = findings["fullest"]
    assert (fullest.value, fullest.interval.low, fullest.interval.high) == (53, 53, 53)
    assert fullest.verdict == "complete"
    assert fullest.about == {
        "area": "140400",
        "tiers": ("provincial", "municipal", "county"),
        "counts": ("1", "10", "42"),
        "period": "2024-08",
    }
    assert fullest.caveats == ()
    assert findings["fullest-county"].inputs == ("towns-140400-county",)
    assert findings["tiers-complete"].about["areas"] == ("140400",)
    assert findings["tiers-partial"].about["areas"] == ("140000", "140500")


def test_a_city_goes_before_a_province_that_prints_as_many(made):
    count_all(count_all(made, numbers=("1个", "10个", "")), area="140000", numbers=("10个", "82个", ""))
    assert findings_of(made)["fullest"].about["area"] == "140400"
    assert findings_of(made)["fullest"].verdict == "partial"


def test_a_sum_of_counts_of_different_dates_says_so(made):
    made.count("a", "1个", tier="provincial", period="2024-08").count("b", "10个", period="2023-03")
    fullest = findings_of(made)["fullest"]
    assert fullest.about["period"] == "2024-08"
    assert fullest.caveats == ("dates_differ",)


def test_the_sum_is_as_uncertain_as_its_parts(made):
    made.count("a", "1个", tier="provincial", period="2024-08")
    made.count("b", "40余个", period="2024-08", qualifier="more_than")
    total = findings_of(made)["fullest"]
    assert (total.value, total.interval.low, total.interval.high) == (41, 41, 51)
