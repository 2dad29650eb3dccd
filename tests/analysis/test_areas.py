from townbook.analysis.areas import find_areas, list_areas, list_cities, tabulate_area, tabulate_named_towns


def findings_of(made):
    return {finding.id: finding for finding in find_areas(made.cut())}


def test_a_county_belongs_to_its_city(made):
    made.add("county", "5亿元", area="140425", tier="", status="D").add("city", "5亿元", area="140500")
    data = made.cut()
    assert list_areas(data) == ["140400", "140500"]
    assert list(tabulate_area(data, area="140400").index) == ["county"]


def test_a_city_counts_with_figures_of_its_own_towns_only(made):
    made.add("wider", "5亿元", tier="", status="D").add("province", "5亿元", area="140000")
    assert list_cities(made.cut()) == []
    made.add("own", "5亿元", area="141100", period="2022")
    made.add("flash", "5亿元", area="140500", status="P")
    assert list_cities(made.cut()) == ["140500", "141100"]


def test_figures_of_an_area_are_in_the_order_of_certification(made):
    for tier in ("county", "", "provincial", "mixed", "municipal"):
        made.add(f"of-{tier or 'none'}", "5亿元", tier=tier)
    names = list(tabulate_area(made.cut(), area="140400").index)
    assert names == ["of-provincial", "of-municipal", "of-county", "of-mixed", "of-none"]


def test_towns_of_a_province_are_those_of_its_cities(made):
    made.name("silk").name("tea", area="140500", tier="provincial")
    data = made.cut()
    assert list(tabulate_named_towns(data, area="140000").index) == ["tea", "silk"]
    assert list(tabulate_named_towns(data, area="140400").index) == ["silk"]
    assert tabulate_named_towns(data, area="140900").empty


def test_a_rule_and_a_town_among_several_are_no_figures_of_a_tier(made):
    made.add("money", "5亿元").add("rule", "5亿元", kind="threshold", indicator="output_manufacturing")
    made.add("town", "1亿元", town="silk").count("state", "10个", period="2024-08")
    made.name("silk")
    finding = findings_of(made)["tier-figures-140400"]
    assert finding.value == 2
    assert set(finding.observations) == {"money", "state"}
    assert findings_of(made)["observations-140400"].value == 4
    assert findings_of(made)["named-140400"].about["towns"] == ("silk",)


def test_an_area_without_named_towns(made):
    made.add("money", "5亿元")
    assert findings_of(made)["named-140400"].value == 0
    assert findings_of(made)["areas"].about["areas"] == ("140400",)


def test_areas_with_a_town_or_a_figure_alone_are_told(made):
    made.add("money", "5亿元").add("flanges", "5亿元", area="140900").name("silk").name("tea", area="140105")
    found = findings_of(made)
    assert found["areas-without-figure"].about["areas"] == ("140100",)
    assert found["areas-without-name"].about["areas"] == ("140900",)
    assert [found[name].value for name in ("areas", "areas-without-figure", "areas-without-name")] == [
        2,
        1,
        1,
    ]
