import pytest

from townbook.analysis.ratios import (
    find_ratios,
    slug_of,
    tabulate_per_project,
    tabulate_per_town,
    tabulate_per_worker,
    tabulate_revenue_to_output,
    tabulate_tier_money,
)


def findings_of(made):
    return {finding.id: finding for finding in find_ratios(made.cut())}


def ends(row):
    return [row["low"], row["value"], row["high"]]


def test_money_per_town(made):
    made.add("money", "238.65亿元").count("a", "10个", period="2023-03").count("b", "10个", period="2024-08")
    row = tabulate_per_town(made.cut()).iloc[0]
    # 238.645, 238.65 and 238.655 hundred million over ten towns
    assert ends(row) == pytest.approx([2.38645e9, 2.3865e9, 2.38655e9])
    assert row["observations"] == ("money", "a", "b")
    assert (row["denominator"], row["town"], row["unit"]) == (10, "", "CNY_per_town")


def test_an_uncertain_number_of_towns_widens_the_mean(made):
    made.add("money", "100.0亿元").count("a", "8个", period="2023-03").count("b", "10个", period="2024-08")
    row = tabulate_per_town(made.cut()).iloc[0]
    # 99.95 / 10 to 100.05 / 8; the middle of 8 to 10 towns is 9
    assert ends(row) == pytest.approx([9.995e8, 100e8 / 9, 12.50625e8])


@pytest.mark.parametrize(
    ("printed", "qualifier"), [("10个", "at_least"), ("10个", "at_most"), ("0个", "exact")]
)
def test_a_number_of_towns_that_gives_no_mean(made, printed, qualifier):
    made.add("money", "100亿元").count("state", printed, period="2024-08", qualifier=qualifier)
    assert tabulate_per_town(made.cut()).empty


def test_a_town_among_several_and_figures_of_other_coverage_have_no_mean_per_town(made):
    made.count("state", "10个", period="2024-08").add("town", "5亿元", town="silk").add(
        "wider", "90亿元", status="D"
    )
    made.add("investment", "7亿元", indicator="annual_investment").add("uncounted", "9亿元", tier="county")
    assert tabulate_per_town(made.cut()).empty


def test_a_mean_over_two_tiers_stays_a_mean_over_two_tiers(made):
    made.add("money", "308亿元", tier="mixed", indicator="revenue", period="2024")
    made.count("state", "13个", period="2024-12", tier="mixed")
    row = tabulate_per_town(made.cut()).iloc[0]
    assert row["tier"] == "mixed"
    assert ends(row) == pytest.approx([307.5e8 / 13, 308e8 / 13, 308.5e8 / 13])


def test_money_per_worker(made):
    made.add("money", "129.63亿元").add("people", "13.7万人", indicator="employment")
    row = tabulate_per_worker(made.cut()).iloc[0]
    # 129.63 / 0.00137 = 94 620; 129.625 / 0.001375 = 94 273 to 129.635 / 0.001365 = 94 971
    assert ends(row) == pytest.approx([94272.73, 94620.44, 94970.70], abs=0.01)


def test_people_at_the_end_of_a_period_are_those_of_the_period(made):
    made.add("money", "20亿元", period="2023").add("half", "9亿元", period="2023-H1")
    made.add("people", "2万人", indicator="employment", period="2023-12")
    made.add("earlier", "1万人", indicator="employment", period="2023-05")
    table = tabulate_per_worker(made.cut())
    # 20 hundred million by 20 000; of the half-year's end nobody is counted
    assert list(table["observations"]) == [("money", "people")]
    assert table.iloc[0]["value"] == pytest.approx(100_000)


def test_more_than_so_many_people_are_divided_by_as_printed(made):
    made.add("money", "80亿元").add("people", "4万多人", indicator="employment", qualifier="more_than")
    row = tabulate_per_worker(made.cut()).iloc[0]
    # 80 hundred million by 40 000 people, who may be 50 000
    assert ends(row) == pytest.approx([79.5e8 / 50000, 80e8 / 40000, 80.5e8 / 40000])


def test_revenue_to_output_needs_the_same_towns_and_period(made):
    made.add("output", "200亿元").add("revenue", "180亿元", indicator="revenue")
    made.add("half", "80亿元", indicator="revenue", period="2024-H1")
    made.add("timeless", "80亿元", indicator="revenue", period="").add("output-2", "90亿元", period="")
    made.add("elsewhere", "80亿元", indicator="revenue", area="140500")
    table = tabulate_revenue_to_output(made.cut())
    assert list(table["observations"]) == [("revenue", "output")]
    assert ends(table.iloc[0]) == pytest.approx([179.5 / 200.5, 0.9, 180.5 / 199.5])


def test_towns_of_one_tier_are_told_apart(made):
    made.count("state", "2个", period="2024-08", tier="provincial")
    for town in ("silk", "tea"):
        made.add(f"{town}-output", "20亿元", tier="provincial", town=town)
        made.add(f"{town}-revenue", "18亿元", tier="provincial", town=town, indicator="revenue")
    findings = findings_of(made)
    assert findings["revenue-to-output-140400-provincial-silk-2023"].about["town"] == "silk"
    assert findings["ratios-revenue-to-output"].value == 2
    assert "town" not in findings["ratios-revenue-to-output"].about


def test_the_only_town_of_a_tier_goes_by_the_tier(made):
    made.count("state", "1个", period="2024-08", tier="provincial")
    made.add("output", "20亿元", tier="provincial", town="silk")
    made.add("revenue", "18亿元", tier="provincial", town="silk", indicator="revenue")
    assert "revenue-to-output-140400-provincial-2023" in findings_of(made)


def test_investment_per_project_names_a_selection_by_size(made):
    same = {"kind": "change", "period": "../2023-07"}
    made.add("money", "616亿元", indicator="project_investment", **same)
    made.add("projects", "192个", indicator="projects", **same)
    finding = findings_of(made)["project-investment-per-project-140400-municipal-2023-07"]
    # 61 600 million over 192 projects
    assert finding.value == pytest.approx(616e8 / 192)
    assert finding.caveats == ()
    made.add(
        "size",
        "1亿元以上",
        indicator="project_size",
        kind="threshold",
        period="2024",  # that of the document, whatever year is counted
        qualifier="at_least",
    )
    assert findings_of(made)[finding.id].caveats == ("selected_by_size",)


def test_the_limit_of_another_document_selects_nothing(made):
    made.documents["plan"] = "2024-01-31"
    made.add("money", "616亿元", indicator="project_investment").add(
        "projects", "192个", indicator="projects"
    )
    made.add("size", "1亿元", indicator="project_size", kind="threshold", source="plan")
    assert findings_of(made)["project-investment-per-project-140400-municipal-2023"].caveats == ()


def test_levels_are_not_divided_by_changes(made):
    made.add("money", "616亿元", indicator="project_investment", kind="change")
    made.add("projects", "192个", indicator="projects", kind="level")
    assert tabulate_per_project(made.cut()).empty


@pytest.mark.parametrize("cells", [{"kind": "growth"}, {"kind": "target"}])
def test_neither_rates_nor_intentions_are_divided(made, cells):
    printed = ("20%", "10%") if cells["kind"] == "growth" else ("616亿元", "192个")
    for name, print_of in zip(("project_investment", "projects"), printed, strict=True):
        made.add(name, print_of, indicator=name, **cells)
    assert tabulate_per_project(made.cut()).empty


def test_one_ratio_for_one_name_even_where_level_and_change_meet(made):
    for kind, period in (("change", "../2023-07"), ("level", "2023-07")):
        made.add(f"money-{kind}", "616亿元", indicator="project_investment", kind=kind, period=period)
        made.add(f"projects-{kind}", "192个", indicator="projects", kind=kind, period=period)
    assert len(tabulate_per_project(made.cut())) == 1


def test_a_figure_in_two_documents_counts_once(made):
    made.documents["new"] = "2024-10-01"
    made.add("first", "10.1亿元").add("again", "10.2亿元", source="new").count(
        "state", "10个", period="2024-08"
    )
    assert list(tabulate_tier_money(made.cut())["observation"]) == ["again"]
    assert list(tabulate_per_town(made.cut())["observations"]) == [("again", "state")]


def test_money_of_a_tier_as_printed(made):
    made.add("output", "5亿元").add("revenue", "4亿元", indicator="revenue").add("town", "1亿元", town="silk")
    made.add("investment", "3亿元", indicator="annual_investment")
    table = tabulate_tier_money(made.cut())
    assert list(table["observation"]) == ["output", "revenue"]
    assert ends(table.iloc[0]) == [4.5e8, 5e8, 5.5e8]


def test_slugs():
    row = {"area": "140400", "tier": "municipal", "period": "2024-H1"}
    assert slug_of(row) == "140400-municipal-2024-h1"
    assert slug_of({**row, "period": "../2023-07"}) == "140400-municipal-2023-07"
    assert (
        slug_of({**row, "period": "2023-01/2023-05", "town": "silk"})
        == "140400-municipal-silk-2023-01-2023-05"
    )
    assert slug_of({**row, "tier": ""}) == "140400-2024-h1"


def test_what_limits_a_ratio_by_itself(made):
    made.add("half", "6亿元", period="2024-H1", tier="mixed").count(
        "towns", "3个", period="2024-06", tier="mixed"
    )
    assert findings_of(made)["output-per-town-140400-mixed-2024-h1"].caveats == ("sums_tiers", "part_of_year")
    made.add("before", "6亿元", period="2022").count("then", "3个", period="2022", status="D")
    made.count("first", "3个", period="2023-03")
    assert findings_of(made)["output-per-town-140400-municipal-2022"].caveats == ("counted_back",)
