from datetime import date

import pytest

from townbook.dataset.rules.places import check_town_references, check_towns, split_aliases

LATEST = {"wanghai-daily": date(2031, 6, 30), "wanghai-later": date(2032, 6, 30)}


def found(rows, areas):
    return [(fault.line, fault.found) for fault in check_towns(rows, areas=areas)]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"area": "990000", "county": ""}, "area '990000', a province"),
        ({"area": "990101", "county": ""}, "area '990101', a county"),
        ({"area": "990200"}, "county '990101' (Linhai County) outside of '990200'"),
        ({"tier": ""}, "no tier"),
        ({"since": "../2031-05"}, "since '../2031-05'"),
    ],
)
def test_a_row_that_cannot_be(make_town, areas, cells, words):
    row = make_town(**cells)
    assert found([row], areas) == [(row.line, words)]


def test_a_town_may_lie_in_several_counties_and_its_tier_may_not_be_printed(make_town, areas):
    assert found([make_town(county="", tier="", note="tier not printed; seen at a fair")], areas) == []


def test_a_town_may_hold_two_tiers_but_each_once(make_town, areas):
    rows = [make_town(), make_town(tier="provincial", source="wanghai-later")]
    assert found(rows, areas) == []
    again = make_town()
    assert found([*rows, again], areas) == [
        (again.line, f"town 'wanghai-tea' twice in tier 'municipal', first on line {rows[0].line}")
    ]


def test_rows_of_one_town_agree_in_name_and_area(make_town, areas):
    rows = [make_town(), make_town(tier="provincial", zh="望海绿茶")]
    assert found(rows, areas) == [
        (rows[1].line, f"zh '望海绿茶' for a town that line {rows[0].line} gives otherwise")
    ]


def test_rows_are_sorted(make_town, areas):
    rows = [make_town(), make_town(town="linhai-fish", en="Linhai fish", zh="临海鱼")]
    assert found(rows, areas) == [(rows[1].line, "'linhai-fish' after 'wanghai-tea'")]


@pytest.mark.parametrize("names", [{"zh": "望海茶"}, {"aliases": "临海鱼; 望海茶"}, {"en": "Sea tea"}])
def test_a_name_belongs_to_one_town(make_town, areas, names):
    first = make_town(aliases="Sea tea; 海茶")
    other = make_town(**{"town": "wanghai-tea-garden", "en": "Tea garden", "zh": "望海茶园"} | names)
    ((line, words),) = found([first, other], areas)
    assert line == other.line
    assert f"which is also that of 'wanghai-tea' on line {first.line}" in words


def test_names_that_only_resemble_one_another_are_two_names(make_town, areas):
    rows = [make_town(), make_town(town="wanghai-tea-oil", en="Wanghai tea oil", zh="望海茶油")]
    assert found(rows, areas) == []


def test_aliases():
    assert split_aliases("") == []
    assert split_aliases("a; b") == ["a", "b"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, ""),
        ({"area": "990101"}, ""),
        ({"area": "990200"}, "area '990200' for the town 'wanghai-tea'"),
        ({"tier": "provincial"}, "tier 'provincial' for the town 'wanghai-tea'"),
        ({"tier": ""}, ""),
        ({"source": "wanghai-later"}, ""),
        ({"town": "", "area": "990200"}, ""),
    ],
)
def test_observations_of_a_town(make_observation, make_town, cells, words):
    row = make_observation(**{"town": "wanghai-tea"} | cells)
    faults = list(check_town_references([row], towns=[make_town()], latest=LATEST))
    assert len(faults) == bool(words)
    assert all(fault.found == words for fault in faults)


def test_a_town_is_in_the_registry_from_the_first_source_that_names_it(make_observation, make_town):
    row = make_observation(town="wanghai-tea")
    town = make_town(source="wanghai-later")
    (fault,) = check_town_references([row], towns=[town], latest=LATEST)
    assert "from a later source only" in fault.found
