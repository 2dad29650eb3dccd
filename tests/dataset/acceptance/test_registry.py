import pytest

from townbook.dataset.acceptance.registry import check_registry, list_resemblances, merge_towns


@pytest.fixture
def known(make_town):
    return [make_town(), make_town(town="wanghai-tie", en="Wanghai iron", zh="望海铁器", aliases="望海铸铁")]


@pytest.fixture
def merge(known, row_of, areas):
    """A function that merges a proposal, changed as asked, and returns the registry and what is told."""

    def merge(**cells):
        given = known[0].cells | {"town": "wanghai-silk", "en": "Wanghai silk", "zh": "望海丝绸"} | cells
        row = row_of(**given)
        towns = merge_towns([row], known=known)
        return towns, [str(fault) for fault in check_registry(towns, known=known, areas=areas)]

    return merge


def test_a_new_town_is_a_row(merge):
    towns, told = merge()
    assert told == []
    assert [row["town"] for row in towns.rows] == ["wanghai-silk", "wanghai-tea", "wanghai-tie"]
    assert [row["town"] for row in towns.new] == ["wanghai-silk"]


def test_a_known_town_in_a_further_tier_is_a_row_too(merge):
    towns, told = merge(town="wanghai-tea", en="Wanghai tea", zh="望海茶", tier="provincial")
    assert told == []
    assert [row["tier"] for row in towns.rows[:2]] == ["municipal", "provincial"]


@pytest.mark.parametrize("tier", ["municipal", ""])
def test_a_further_name_is_merged_only_where_the_proposal_says_that_it_is_that_town(merge, tier):
    towns, told = merge(town="wanghai-tea", zh="", aliases="望海云雾茶; 望海茶", tier=tier)
    assert told == []
    assert towns.new == ()
    assert [name for _, name in towns.aliases] == ["望海云雾茶"]
    assert towns.rows[0]["aliases"] == "望海云雾茶"


def test_a_town_that_is_known_adds_nothing(merge):
    towns, _ = merge(town="wanghai-tie", zh="望海铸铁")
    assert (len(towns.again), towns.new, towns.aliases) == (1, (), ())


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"zh": "望海铸铁"}, "the name '望海铸铁' for 'wanghai-silk', which is that of 'wanghai-tie'"),
        ({"town": "wanghai-tea", "zh": "", "aliases": "望海铁器"}, "the name '望海铁器' for 'wanghai-tea'"),
        ({"county": "990200"}, "county '990200'"),
        (
            {
                "town": "wanghai-tea",
                "tier": "county",
                "area": "990200",
                "county": "",
                "en": "Wanghai tea",
                "zh": "望海茶",
            },
            "area '990200' for a town",
        ),
    ],
)
def test_what_contradicts_the_registry_is_told_on_the_proposal(merge, cells, words):
    _, told = merge(**cells)
    assert words in told[0]
    assert told[0].startswith("found/proposals.csv:2: ")


@pytest.mark.parametrize(
    ("cells", "resembles"),
    [
        ({"zh": "望海铁器制造"}, ["wanghai-tie"]),
        ({"zh": "望海生铁"}, ["wanghai-tie"]),
        ({"zh": "望海丝绸"}, []),
        ({"zh": "望海铁器制造", "area": "990200", "county": ""}, []),
        ({"town": "wanghai-tie", "zh": "望海铁器", "tier": "provincial"}, []),
    ],
)
def test_a_name_that_resembles_a_known_one_is_told_and_not_merged(merge, known, cells, resembles):
    towns, _ = merge(**cells)
    said = list(list_resemblances(towns, known=known))
    assert [
        town for town in ("wanghai-tea", "wanghai-tie") if any(town in line for line in said)
    ] == resembles
    assert len(towns.rows) == 3
