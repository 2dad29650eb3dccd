import math

import pytest

from townbook.analysis.composition import find_composition, tabulate_naming


def naming_of(made, tier="municipal", area="140400", **cut):
    table = tabulate_naming(made.cut(**cut))
    return table[(table["area"] == area) & (table["tier"] == tier)].iloc[0]


def test_named_against_claimed(made):
    made.count("state", "4个", period="2024-08")
    for town in ("silk", "tea", "iron"):
        made.name(town)
    made.name("elsewhere", area="140500").name("reserve", tier="reserve")
    row = naming_of(made)
    assert [row["named"], row["claimed"], row["share"]] == [3, 4, 0.75]
    assert naming_of(made, tier="county")["named"] == 0
    assert math.isnan(naming_of(made, tier="county")["share"])


def test_an_uncertain_claim_gives_an_uncertain_share(made):
    made.count("state", "40余个", period="2024-08", qualifier="more_than").name("silk")
    row = naming_of(made)
    assert [row["share_low"], row["share"], row["share_high"]] == [1 / 50, 1 / 40, 1 / 40]


def test_no_town_claimed_leaves_no_share(made):
    made.count("none", "0个", period="2024-08")
    assert math.isnan(naming_of(made)["share"])
    finding = {finding.id: finding for finding in find_composition(made.cut())}[
        "named-share-140400-municipal"
    ]
    assert (finding.value, finding.verdict) == (None, "not_reported")


def test_a_town_that_joined_after_the_count_is_not_set_against_it(made):
    made.count("state", "3个", period="2023-07")
    made.name("before", since="2023-03").name("same-year", since="2023").name(
        "at-once", since="2023-07"
    ).name("after", since="2024-03")
    assert naming_of(made)["named"] == 3


@pytest.mark.parametrize(
    ("period", "municipal", "provincial"),
    [("2024-08", 1, 0), ("2025-06", 0, 1)],
)
def test_a_promoted_town_is_counted_in_the_tier_that_it_held(made, period, municipal, provincial):
    made.documents = {"paper": "2024-08-06", "later": "2025-03-01"}
    made.name("silk", since="2023-03").name("silk", tier="provincial", since="2025-01", source="later")
    made.count("m", "5个", period=period).count("p", "2个", period=period, tier="provincial")
    assert naming_of(made)["named"] == municipal
    assert naming_of(made, tier="provincial")["named"] == provincial


@pytest.mark.parametrize(
    ("period", "provincial"), [("2024-08", 0), ("2025-02", 0), ("2025-03", 1), ("2025-04", 1)]
)
def test_a_promotion_without_a_date_counts_from_its_publication(made, period, provincial):
    made.documents = {"paper": "2023-08-06", "later": "2025-03-01"}
    made.name("silk").name("silk", tier="provincial", source="later")
    made.count("m", "5个", period=period).count("p", "2个", period=period, tier="provincial")
    assert naming_of(made)["named"] == 1 - provincial
    assert naming_of(made, tier="provincial")["named"] == provincial


@pytest.mark.parametrize(("source", "least"), [("paper", 3), ("later", 2)])
def test_a_town_whose_date_is_not_printed_may_have_joined_after_the_count(made, source, least):
    """The count is of July 2023; silk is dated, tea is named by then, iron in a document of later."""
    made.documents = {"early": "2023-07-01", "paper": "2024-08-06", "later": "2025-03-01"}
    made.count("state", "4个", period="2023-07", source="paper")
    made.name("silk", since="2023-03").name("tea", source="early").name("iron", source=source)
    row = naming_of(made)
    assert [row["named"], row["named_low"], row["named_high"]] == [3, least, 3]
    assert [row["share_low"], row["share"], row["share_high"]] == [least / 4, 0.75, 0.75]


def test_a_tier_is_named_in_full_only_for_sure(made):
    made.documents["later"] = "2025-03-01"
    made.count("state", "1个", period="2024-08").name("silk", source="later")
    findings = {finding.id: finding for finding in find_composition(made.cut())}
    assert findings["named-share-140400-municipal"].value == 1
    assert findings["naming-full"].value == 0


def test_before_the_promotion_was_known_there_is_none(made):
    made.documents = {"paper": "2024-08-06", "later": "2025-03-01"}
    made.name("silk").name("silk", tier="provincial", source="later").count("m", "5个", period="2024-08")
    data = made.cut(cutoff="2024-12-31")
    assert list(data.towns["tier"]) == ["municipal"]
    assert naming_of(made, cutoff="2024-12-31")["named"] == 1


def test_an_area_that_is_full_in_two_tiers_is_named_once(made):
    made.count("m", "1个", period="2024-08").count("p", "1个", period="2024-08", tier="provincial")
    made.name("silk").name("tea", tier="provincial")
    findings = {finding.id: finding for finding in find_composition(made.cut())}
    assert findings["naming-full"].value == 2
    assert findings["naming-full"].about["areas"] == ("140400",)
    assert findings["naming-known"].value == 2
    assert findings["towns-named"].value == 2
