"""What no rule may hide, on the real data: each known trap has a test of its own."""

import math
from datetime import date
from pathlib import Path

import pytest

from townbook.dataset.rules.places import split_aliases
from townbook.sources.documents import open_document
from townbook.vocabulary.periods import parse_period

DOCUMENTS = Path(__file__).parents[3] / "shared" / "sources"


@pytest.fixture
def observations(dataset):
    return dataset.observations


@pytest.fixture
def sources(dataset):
    return {source.id: source for source in dataset.sources}


@pytest.fixture
def early(dataset):
    return dataset.cut(dataset.find_edition("2023"))


def test_the_page_stamped_2026_with_events_of_2023_belongs_to_the_edition_of_2023(sources, early):
    source = sources["shanxi-expo-2023"]
    assert source.page_stamp.startswith("2026")
    assert source.page_stamp_reason
    assert source.published == "2023-07"
    assert source in early.sources
    assert "shanxi-provincial-output-growth-2023-01-05" in early.observations.index


def test_the_undated_article_is_inferred_and_counts_by_its_latest_day(sources, early):
    source = sources["jincheng-article-2023"]
    assert (source.published, source.published_basis) == ("2023", "inferred")
    assert source.published_reason
    assert source.latest_date == date(2023, 12, 31)
    assert source in early.sources


def test_the_article_that_stands_twice_gives_each_figure_once(observations):
    rows = observations[observations["source"] == "changzhi-article-2024"]
    series = ["area", "tier", "town", "indicator", "kind", "period", "printed"]
    assert not rows.duplicated(series).any()
    assert not rows.duplicated(["char_start"]).any()


def test_the_article_that_stands_twice_is_located_in_its_first_copy(observations, sources):
    source = sources["changzhi-article-2024"]
    if not (DOCUMENTS / source.file).is_file():
        pytest.skip("the source documents are not at hand in ../shared/sources")
    text = open_document(source, folder=DOCUMENTS).text
    rows = observations[observations["source"] == source.id]
    second_copy = text.index(source.title, text.index(source.title) + 1)
    assert text.count(text[rows["char_start"].max() - 20 : rows["char_end"].max()]) == 2
    assert rows["char_end"].max() < second_copy


def test_one_town_under_two_names_is_one_town(dataset):
    towns = dataset.towns
    for name, alias in (("潞州LED制造", "经开区LED制造"), ("潞城碳基新材料", "潞城碳基材料")):
        (row,) = towns[towns["zh"] == name].to_dict("records")
        assert alias in split_aliases(row["aliases"])
        assert alias not in set(towns["zh"])


def test_two_towns_with_similar_names_are_two_towns(dataset):
    towns = dataset.towns.set_index("zh")
    herbs, medicine = towns.loc["上党中药材"], towns.loc["上党大健康医药"]
    assert herbs["town"] != medicine["town"]
    assert (herbs["tier"], medicine["tier"]) == ("provincial", "municipal")
    assert not {herbs.name, medicine.name} & {*split_aliases(herbs["aliases"] + medicine["aliases"])}


def test_a_provincial_tier_that_is_one_town_is_that_town(observations):
    assert observations.loc["changzhi-provincial-towns-2024-08", "value"] == 1
    rows = observations[
        (observations["area"] == "140400")
        & (observations["tier"] == "provincial")
        & (observations["unit"] != "towns")
    ]
    assert len(rows) > 5
    assert set(rows["town"]) == {"shangdang-zhongyaocai"}


def test_output_revenue_and_comprehensive_output_are_different_indicators(dataset, observations):
    indicators = dataset.codelists["indicators"]
    codes = ["output", "revenue", "comprehensive_output"]
    for column in ("en", "zh", "definition_en", "definition_zh"):
        assert len({indicators.get(code, column) for code in codes} - {""}) == 3
    goal = observations.loc["shangdang-herbs-comprehensive-output-goal"]
    assert goal["indicator"] == "comprehensive_output"
    year = observations.loc[["changzhi-municipal-output-2023", "changzhi-municipal-revenue-2023"]]
    assert list(year["indicator"]) == ["output", "revenue"]


def test_a_half_year_is_not_a_year(observations):
    half = observations.loc["changzhi-municipal-output-2024-h1"]
    year = observations.loc["changzhi-municipal-output-2023"]
    assert parse_period(half["period"]).months == 6
    assert half["last"] - half["first"] == 5
    assert year["last"] - year["first"] == 11
    assert parse_period(year["period"]).is_year


def test_a_total_over_two_tiers_is_of_neither(observations):
    total = observations.loc["xinzhou-mixed-revenue-2024"]
    assert (total["tier"], total["town"]) == ("mixed", "")
    counts = observations.loc[
        ["xinzhou-provincial-towns-2024", "xinzhou-municipal-towns-2024", "xinzhou-mixed-towns-2024"],
        "value",
    ]
    assert list(counts) == [2, 11, 13]
    single = observations[(observations["area"] == "140900") & (observations["indicator"] == "revenue")]
    assert "municipal" not in set(single["tier"])


def test_figures_of_the_leading_industries_of_a_city_are_not_of_its_towns(observations):
    rows = observations[observations["note"].str.contains("leading industries as a whole")]
    assert len(rows) >= 5
    assert set(rows["tier"]) == {""}
    assert set(rows["town"]) == {""}
    assert set(rows["status"]) == {"D"}


def test_growth_without_a_number_has_no_value(observations):
    row = observations.loc["xinzhou-provincial-revenue-growth-2024"]
    assert (row["kind"], row["status"], row["qualifier"]) == ("growth", "O", "")
    assert math.isnan(row["value"])
    assert math.isnan(row["low"])
    assert row["printed"]


def test_thresholds_are_no_observations_of_towns(observations):
    rules = observations[observations["kind"] == "threshold"]
    assert len(rules) >= 6
    assert set(rules["qualifier"]) <= {"at_least", "more_than", "at_most"}
    assert not set(rules["indicator"]) & {"output", "revenue", "employment", "towns"}


def test_single_enterprises_and_projects_are_no_towns(dataset, observations):
    indicators = dataset.codelists["indicators"]
    subjects = observations["indicator"].map(lambda code: indicators.get(code, "subject"))
    single = observations[(subjects != "") & (observations["kind"] != "threshold")]
    assert len(single) >= 4
    assert set(single["status"]) == {"D"}
    assert single["note"].str.contains("a single").all()


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("changzhi-provincial-towns-target-2025", 3, 5),
        ("datong-medicine-enterprise-sales-2022", 90_000_000, 100_000_000),
        ("dingxiang-flange-employment", 40_000, 50_000),
        ("daizhou-wine-exhibitions-2024", 10, 20),
        ("shanxi-provincial-towns-target-2025", 30, math.inf),
        ("changzhi-provincial-output-2023", 1_067_500_000, 1_068_500_000),
    ],
)
def test_a_range_nearly_and_more_than_have_their_intervals(observations, name, low, high):
    row = observations.loc[name]
    assert (row["low"], row["high"]) == pytest.approx((low, high))


def test_a_target_whose_period_is_not_printed_has_none(observations):
    target = observations.loc["shangdang-herbs-revenue-growth-target"]
    assert (target["kind"], target["period"]) == ("target", "")
    assert "period not printed" in target["note"]
