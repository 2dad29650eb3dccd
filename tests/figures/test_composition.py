import pandas as pd
import pytest

from townbook.figures import naming, sector_mix, tier_counts
from townbook.figures.naming import plot_naming, present_naming
from townbook.figures.sector_mix import plot_sector_mix, present_sector_mix
from townbook.figures.tier_counts import plot_tier_counts, present_tier_counts

_NAN = float("nan")


def make_counts(*rows):
    return pd.DataFrame(rows, columns=["area", "tier", "towns", "period"])


def make_naming(*rows):
    table = pd.DataFrame(rows, columns=["area", "tier", "claimed", "named", "unsure"])
    return table.assign(share=table["named"] / table["claimed"], named_low=table["named"] - table["unsure"])


def make_mix(*rows):
    columns = ["area", "sector", "towns", "total", "share", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def test_each_count_stands_with_its_date_and_silence_in_words(words, read):
    table = make_counts(
        ("140400", "municipal", 10.0, "2024-08"),
        ("140400", "county", _NAN, ""),
        ("140500", "municipal", 11.0, "2023"),
        ("140500", "county", 3.0, "2023"),
    )
    texts = read(plot_tier_counts(table, words=words))
    assert texts.count("not reported") == 1
    assert {"10", "11", "3", "August 2024", "2023"} <= set(texts)
    assert "Changzhi 长治市" in texts


def test_bars_of_counts_are_to_one_scale(words):
    table = make_counts(("140400", "municipal", 40.0, "2024"), ("140500", "municipal", 10.0, "2024"))
    panel = plot_tier_counts(table, words=words).axes[0]
    widths = sorted(patch.get_width() for patch in panel.patches if patch.get_height() < 0.5)
    assert widths[1] == pytest.approx(4 * widths[0])


def test_no_count_at_all_is_said(words, read):
    for table in (make_counts(), make_counts(("140400", "municipal", _NAN, ""))):
        assert read(plot_tier_counts(table, words=words)) == [
            "The documents of this edition print no number of towns."
        ]


def test_the_caption_names_the_area_with_every_tier(open_brief, resolve):
    said = {}
    for edition in ("2023", "2024"):
        brief = open_brief(edition)
        said[edition] = resolve(present_tier_counts(tier_counts.tabulate(brief), brief).caption, brief)
    assert said["2024"].startswith("Only for Changzhi is a number of towns printed for every tier: 1 (prov")
    assert said["2023"].startswith("For no area is a number of towns printed for every tier; Shanxi comes")
    assert "10 (provincial tier) and 82 (municipal tier)" in said["2023"]
    assert "For 5 of 9 combinations" in said["2023"]


def test_an_edition_without_counts_has_captions_all_the_same(remake, resolve):
    brief = remake(observations=lambda rows: rows[rows["indicator"] != "towns"])
    exhibit = present_tier_counts(tier_counts.tabulate(brief), brief)
    assert resolve(exhibit.caption, brief) == "The documents of this edition print no number of towns."
    assert "No marks" in resolve(exhibit.alt, brief)
    exhibit = present_naming(naming.tabulate(brief), brief)
    assert "print no number of towns to set names against" in resolve(exhibit.caption, brief)


def test_names_are_set_against_the_printed_number(words, read):
    table = make_naming(
        ("140000", "municipal", 82.0, 24, 2),
        ("140400", "municipal", 10.0, 10, 0),
        ("140400", "county", 42.0, 6, 0),
        ("140500", "provincial", _NAN, 2, 0),
        ("140500", "county", _NAN, 0, 0),
    )
    texts = read(plot_naming(table, words=words))
    assert "Municipal tier: 22 to 24 of 82 named" in texts
    assert "Municipal tier: 10 of 10 named" in texts
    assert "County tier: 6 of 42 named" in texts
    assert "Provincial tier: 2 named, number of towns not reported" in texts
    assert "County tier: not reported, none named" in texts


def test_more_names_than_towns_stay_on_the_scale(words):
    panel = plot_naming(make_naming(("140400", "municipal", 10.0, 12, 0)), words=words).axes[0]
    assert panel.get_xlim()[1] >= 1.2


def test_nothing_counted_or_named_is_said(words, read):
    for table in (make_naming(), make_naming(("140400", "county", _NAN, 0, 0))):
        assert read(plot_naming(table, words=words)) == [
            "The documents of this edition neither count nor name towns."
        ]


def test_the_caption_of_names_turns_when_all_are_named(open_brief, remake, resolve):
    brief = open_brief("2024")
    caption = resolve(present_naming(naming.tabulate(brief), brief).caption, brief)
    assert caption.startswith("Names are incomplete: every town is named in 4 of 8 tiers")
    assert "Names are fewest for the county tier of Changzhi, with 14.3% of the towns." in caption

    def keep(rows):
        return rows[(rows["indicator"] != "towns") | (rows["area"] == "140500")]

    complete = remake(observations=keep)
    caption = resolve(present_naming(naming.tabulate(complete), complete).caption, complete)
    assert caption.startswith("Names are complete where a number is printed:")
    assert "fewest" not in caption


def test_names_bring_the_documents_that_they_stand_in(open_brief):
    brief = open_brief("2024")
    for exhibit in (
        present_naming(naming.tabulate(brief), brief),
        present_sector_mix(sector_mix.tabulate(brief), brief),
    ):
        assert set(exhibit.towns) <= set(brief.data.towns.index)
        assert exhibit.towns


def test_each_city_has_a_panel_with_its_number_of_names(words, read):
    table = make_mix(
        ("140400", "manufacturing", 3, 5, 0.6, 0.23, 0.88),
        ("140400", "services", 2, 5, 0.4, 0.12, 0.77),
        ("140500", "manufacturing", 0, 6, 0.0, 0.0, 0.39),
        ("140500", "services", 6, 6, 1.0, 0.61, 1.0),
    )
    texts = read(plot_sector_mix(table, words=words))
    assert "Changzhi 长治市 5 named towns" in texts
    assert "Jincheng 晋城市 6 named towns" in texts
    assert {"60%", "40%", "0%", "100%"} <= set(texts)


@pytest.mark.parametrize(("cities", "columns"), [(1, 1), (3, 3), (4, 2), (7, 3)])
def test_panels_of_many_cities_fill_rows(words, cities, columns):
    codes = [f"140{number}00" for number in range(1, cities + 1)]
    table = make_mix(*((code, "services", 5, 5, 1.0, 0.5, 1.0) for code in codes))
    figure = plot_sector_mix(table, words=words)
    assert figure.axes[0].get_gridspec().ncols == columns
    assert sum(panel.axison for panel in figure.axes) == cities


def test_too_few_names_are_said(words, read):
    said = ["In no city do the documents of this edition name enough towns."]
    assert read(plot_sector_mix(make_mix(), words=words)) == said


def test_the_caption_states_the_test_or_why_there_is_none(open_brief, remake, resolve):
    brief = open_brief("2024")
    caption = resolve(present_sector_mix(sector_mix.tabulate(brief), brief).caption, brief)
    assert caption.startswith(
        "Whether Changzhi, Jincheng and Xinzhou differ in their sector mix is too close to call: with 27 "
        "named towns as they are classed p = 0.013, with one of them classed otherwise 0.066 ("
    )
    assert "the names are no sample" in caption
    before = open_brief("2023")
    caption = resolve(present_sector_mix(sector_mix.tabulate(before), before).caption, before)
    assert "is detected, whichever one town is classed otherwise (" in caption
    assert "every town of the printed numbers is named" in caption
    one = remake(towns=lambda rows: rows[rows["area"] == "140500"])
    caption = resolve(present_sector_mix(sector_mix.tabulate(one), one).caption, one)
    assert caption.startswith(
        "Whether cities differ in their sector mix cannot be tested: too few observations."
    )
    same = remake(towns=lambda rows: rows.assign(sector=["agriculture", "services"] * (len(rows) // 2)))
    caption = resolve(present_sector_mix(sector_mix.tabulate(same), same).caption, same)
    assert "is not detected, whichever one town is classed otherwise (" in caption
    none = remake(towns=lambda rows: rows.head(2))
    exhibit = present_sector_mix(sector_mix.tabulate(none), none)
    assert "name enough towns" in resolve(exhibit.caption, none)
    assert "No marks" in exhibit.alt
