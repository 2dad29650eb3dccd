import pytest

from townbook.analysis.comparability import (
    find_comparability,
    list_city_figures,
    tabulate_matrix,
    tabulate_pairs,
)

JINCHENG, XINZHOU = {"area": "140500"}, {"area": "140900"}


def figure_of(made, name):
    return next(row for row in list_city_figures(made.cut()) if row["observation"] == name)


def pair_of(made, indicator="output"):
    table = tabulate_pairs(made.cut())
    return table[table["indicator"] == indicator].iloc[0]


@pytest.fixture
def two(made):
    """Output of ten towns each in two cities, one year apart, the one before its towns were certified."""
    made.add("c", "240亿元", period="2023").count("c-a", "10个", period="2023-03").count(
        "c-b", "10个", period="2024-08"
    )
    made.add("j", "130亿元", period="2022", **JINCHENG).count("j-state", "10个", period="2023", **JINCHENG)
    return made.count("j-in-2022", "10个", period="2022", status="D", **JINCHENG)


def test_what_stands_behind_a_figure_of_a_city(two):
    assert (figure_of(two, "c")["towns_low"], figure_of(two, "c")["counted_back"]) == (10, False)
    assert (figure_of(two, "j")["towns_high"], figure_of(two, "j")["counted_back"]) == (10, True)
    assert [figure_of(two, name)["adds_up"] for name in ("c", "c-b")] == [True, False]
    two.add("points", "12个百分点", indicator="margin_over_target", unit="pp")
    assert not figure_of(two, "points")["adds_up"]
    two.add("p", "9个", indicator="projects")
    two.add("size", "1亿元以上", indicator="project_size", kind="threshold", qualifier="at_least")
    assert figure_of(two, "p")["least_size"] == 1e8


def test_what_is_set_side_by_side(two):
    two.add("industry", "9亿元", town="silk", tier="", status="D")
    two.add("town", "9亿元", town="silk").add("county", "9亿元", area="140425", tier="").add(
        "rate", "9%", kind="growth"
    )
    two.add("wider", "900亿元", tier="", status="D").add("province", "900亿元", area="140000")
    names = {row["observation"] for row in list_city_figures(two.cut())}
    assert names == {"c", "j", "c-b", "j-state", "wider"}  # of the counts only the latest states


def test_two_cities_with_years_apart_and_towns_counted_back(two):
    pair = pair_of(two)
    assert pair["verdict"] == "comparable_with_caveat"
    assert pair["reasons"] == ("years_differ", "counted_back")
    assert (pair["observation"], pair["other_observation"]) == ("c", "j")
    towns = pair_of(two, "towns")
    assert (towns["tiers"], towns["verdict"], towns["reasons"]) == (
        "municipal",
        "not_comparable",
        ("years_far_apart",),  # August 2024 and any month of 2023
    )


def test_the_best_of_several_comparisons_is_taken_then_the_latest(two):
    two.add("j-2023", "140亿元", period="2023", **JINCHENG)
    assert pair_of(two)["other_observation"] == "j-2023"
    assert pair_of(two)["verdict"] == "comparable"
    two.add("c-2024", "250亿元", period="2024").add("j-2024", "150亿元", period="2024", **JINCHENG)
    assert pair_of(two)["observation"] == "c-2024"


def test_a_city_that_prints_nothing_of_it(two):
    two.count("x", "2个", period="2024-12", **XINZHOU)
    table = tabulate_pairs(two.cut()).set_index(["indicator", "area", "other"])
    assert table.loc[("output", "140400", "140900"), "verdict"] == "not_reported"
    assert table.loc[("output", "140400", "140900"), "observation"] == ""
    assert len(table) == 2 * 3  # output and the municipal count, three pairs of cities each


def test_output_is_never_set_against_revenue(two):
    two.add("x", "300亿元", period="2023", indicator="revenue", **XINZHOU)
    verdicts = tabulate_pairs(two.cut()).set_index(["indicator", "other"])["verdict"]
    assert set(verdicts.loc["revenue"]) == {"not_reported"}


def test_a_sum_over_tiers_and_a_figure_without_period(two):
    two.add("x", "300亿元", tier="mixed", **XINZHOU).count(
        "x-state", "13个", period="2024-12", tier="mixed", **XINZHOU
    )
    table = tabulate_pairs(two.cut()).set_index(["indicator", "area", "other"])
    assert table.loc[("output", "140400", "140900"), "reasons"] == ("sum_over_tiers",)
    two.add("timeless", "20亿元", period="", indicator="revenue").add(
        "r", "20亿元", indicator="revenue", **JINCHENG
    )
    table = tabulate_pairs(two.cut()).set_index(["indicator", "area", "other"])
    assert table.loc[("revenue", "140400", "140500"), "reasons"][-1] == "period_not_printed"


def test_the_matrix_has_a_cell_for_every_city_and_figure(two):
    table = tabulate_matrix(two.cut()).set_index(["indicator", "period", "area"])
    mine, theirs = table.loc[("output", "2023", "140400")], table.loc[("output", "2023", "140500")]
    assert (mine["verdict"], mine["partner"], mine["partner_observation"]) == (
        "comparable_with_caveat",
        "140500",
        "j",
    )
    assert (theirs["verdict"], theirs["observation"]) == ("not_reported", "")
    assert len(table) == 2 * 4  # two outputs and two counts, of each a cell for either city


def test_the_partner_of_a_cell_is_the_one_with_which_it_compares_best(two):
    two.add("a-mixed", "300亿元", tier="mixed", area="140300").add(
        "z-mixed", "300亿元", tier="mixed", **XINZHOU
    )
    cell = (
        tabulate_matrix(two.cut())
        .set_index(["indicator", "period", "area"])
        .loc[("output", "2023", "140400")]
    )
    assert set(cell["partner"]) == {"140500", ""}
    assert "comparable_with_caveat" in set(cell["verdict"])


def test_a_figure_that_only_one_city_prints_is_not_compared(two):
    two.add("people", "3万人", indicator="employment")
    cell = tabulate_matrix(two.cut()).set_index(["indicator", "area"]).loc[("employment", "140400")]
    assert (cell["verdict"], cell["observation"], cell["partner"]) == ("not_reported", "people", "")


def test_a_figure_in_two_documents_is_one_figure(two):
    before = tabulate_pairs(two.cut())
    two.documents["new"] = "2024-10-01"
    two.add("c-again", "240亿元", period="2023", source="new")
    after = tabulate_pairs(two.cut())
    assert len(after) == len(before)
    assert pair_of(two)["observation"] == "c-again"


def test_findings_count_pairs_by_verdict(two):
    two.add("people", "3万人", indicator="employment")
    findings = {finding.id: finding for finding in find_comparability(two.cut())}
    assert findings["pairs"].value == 3
    assert findings["pairs-allowed"].about["indicators"] == ("output",)
    assert findings["pairs-allowed-money"].about == {"indicators": ("output",), "areas": ("140400", "140500")}
    counts = ("comparable", "comparable-with-caveat", "not-comparable", "not-reported")
    assert [findings[f"pairs-{code}"].value for code in counts] == [0, 1, 1, 1]


def test_a_number_of_towns_is_set_beside_one_of_its_tier(two):
    two.count("county", "42个", period="2024-08", tier="county")
    matrix = tabulate_matrix(two.cut())
    row = matrix[matrix["observation"] == "county"].iloc[0]
    assert (row["verdict"], row["partner"]) == ("not_reported", "")
