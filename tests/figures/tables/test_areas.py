"""The tables of an area's brief, and the towns and documents of the whole edition."""


def test_an_area_with_every_tier(open_brief, see):
    seen = see("area-tiers", open_brief(area="140400"))
    assert seen.caption == (
        "The documents print a number of towns for every tier of Changzhi: 1 in the provincial tier, 10 in"
        " the municipal tier and 42 in the county tier. The documents name 100% of the provincial tier, 100%"
        " of the municipal tier and 14.3% of the county tier."
    )


def test_an_area_with_some_tiers(open_brief, see):
    seen = see("area-tiers", open_brief(edition="2023", area="140400"))
    assert (
        "print 10 in the municipal tier, and no number for the provincial tier and county tier"
        in seen.caption
    )
    assert seen.row("County tier")[1:] == [
        "not reported",
        "not reported",
        "0",
        "not reported",
        "not reported",
    ]


def test_an_area_whose_towns_no_document_counts(open_brief, see):
    seen = see("area-tiers", open_brief(area="140600"))
    assert seen.rows == []
    assert seen.caption == "No document of the edition prints how many towns Shuozhou has."
    caption = see("area-towns", open_brief(area="140600")).caption
    assert caption == "No document of the edition names a town of Shuozhou."


def test_figures_of_an_area_stand_as_printed(open_brief, see):
    brief = open_brief(area="140500")
    seen = see("area-figures", brief)
    row = seen.row("People employed: municipal tier, December 2022")
    assert row[1:4] == ["137,000", "13.7萬人", "China Tibet Online (re-post), 2023, line 3"]
    assert len(seen.rows) == brief.registry["observations-140500"].value


def test_figures_without_a_number_or_a_period_say_so(open_brief, see):
    xinzhou = see("area-figures", open_brief(area="140900"))
    rows = [row for row in xinzhou.rows if row[1] == "stated without a number"]
    assert [row[4].split(",")[0] for row in rows] == [
        "Missing. Growth stated without a number",
        "Missing. Target set by the province and not printed",
    ]
    assert xinzhou.row("Output value: ")[0].endswith("Dingxiang County 定襄县, period not reported")


def test_the_only_figure_of_an_area(open_brief, see):
    seen = see("area-figures", open_brief(area="140200"))
    assert seen.caption == "The only printed figure about Datong is not printed for a tier of its towns."
    assert seen.alt.startswith("A table of a single row")


def test_towns_are_counted_by_tier(open_brief, see):
    seen = see("named-towns", open_brief())
    assert seen.caption.startswith(
        "Specialized towns named in the documents: 42, of them 5 in the provincial tier, 26 in the"
        " municipal tier, 6 in the county tier, 2 in reserve (not certified) and 3 whose tier is not"
        " reported."
    )
    assert seen.row("Xiaoyi hydrogen energy")[1:5] == [
        "not reported",
        "not reported",
        "Manufacturing",
        "Xiaoyi 孝义市, Lüliang",
    ]


def test_towns_of_one_tier_are_counted_once(open_brief, see):
    caption = see("area-towns", open_brief(area="140500")).caption
    assert caption == "Towns of Jincheng that documents name: 10 in the municipal tier."


def test_a_town_without_a_county_says_so(open_brief, see):
    seen = see("area-towns", open_brief(area="140400"))
    assert seen.row("Shangdang medicinal herbs")[4] == "Changzhi 长治市, county not reported"
    assert "shangdang-zhongyaocai" in seen.exhibit.towns


def test_documents_and_what_they_contribute(open_brief, see):
    seen = see("document-contributions", open_brief())
    assert seen.caption.startswith(
        "Of 97 printed figures in 5 documents, 34 stand in one: Shanxi Economic Daily, 6 August 2024."
    )
    row = seen.row("Zuguo (Motherland) magazine")
    assert row[1:] == ["31", "19", "10", "2", "31", "7"]
    assert seen.row("Xinhua News Agency")[0] == "Xinhua News Agency, July 2023 (date inferred)"
    assert len(seen.exhibit.observations) == 97
