from itertools import permutations

import numpy as np
import pytest
from scipy.stats import fisher_exact

from townbook.analysis.independence import Simulation
from townbook.analysis.sector_tests import list_reclassings
from townbook.analysis.sectors import find_sector_mix, tabulate_sector_mix


def findings_of(made):
    return {finding.id: finding for finding in find_sector_mix(made.cut())}


def test_cities_with_different_mixes(made):
    made.name_each("140400", manufacturing=12).name_each("140500", agriculture=12)
    test = findings_of(made)["sector-test"]
    assert test.verdict == "detected"
    assert test.about["areas"] == ("140400", "140500")
    assert test.inputs[0] == "sector-towns-140400-manufacturing"


def test_cities_with_equal_mixes(made):
    for area in ("140400", "140500"):
        made.name_each(area, manufacturing=5, agriculture=5)
    assert findings_of(made)["sector-test"].verdict == "not_detected"


def test_one_city_alone_cannot_be_compared(made):
    made.name_each("140400", manufacturing=6, services=4)
    findings = findings_of(made)
    assert findings["sector-test"].verdict == "too_few"
    assert findings["sector-towns"].value == 10


def test_cities_with_one_sector_only_cannot_be_tested(made):
    made.name_each("140400", manufacturing=6).name_each("140500", manufacturing=7)
    findings = findings_of(made)
    assert {findings[name].verdict for name in ("sector-test", "sector-reclassed")} == {"not_known"}


def test_one_town_classed_otherwise_can_turn_the_test(made):
    """5 0 | 1 4 has p = 10 / 210; the town in the corner moved to the others makes it 2 / 252."""
    made.name_each("140400", manufacturing=5).name_each("140500", agriculture=4, manufacturing=1)
    findings = findings_of(made)
    ways = list(list_reclassings(tabulate_sector_mix(made.cut()), Simulation()))
    back = [
        way
        for way in ways
        if (way.area, way.sector, way.other_sector) == ("140500", "manufacturing", "agriculture")
    ]
    assert back[0].p == pytest.approx(2 / 252, abs=0.005)
    assert findings["sector-test"].value == pytest.approx(10 / 210, abs=0.011)


def test_a_difference_that_one_town_undoes_is_fragile(made):
    """6 0 | 1 5 has p = 12 / 792, and with one town moved 6 0 | 2 4 has 30 / 495."""
    made.name_each("140400", manufacturing=6).name_each("140500", agriculture=5, manufacturing=1)
    findings = findings_of(made)
    seen = fisher_exact(np.array([[6, 0], [1, 5]])).pvalue
    moved = fisher_exact(np.array([[6, 0], [2, 4]])).pvalue
    assert (seen, moved) == pytest.approx((12 / 792, 30 / 495))
    test, farthest = findings["sector-test"], findings["sector-reclassed"]
    assert test.verdict == "fragile"
    assert test.value == pytest.approx(seen, abs=0.007)
    assert farthest.verdict == "not_detected"
    assert farthest.value >= moved - 0.012
    assert findings["sector-reclassings"].value == 12 * 3
    assert 1 <= findings["sector-reclassings-turned"].value < 36


def test_a_difference_that_one_town_brings_out(made):
    """6 0 | 2 4 has p = 0.061; with one more in agriculture 0.015."""
    made.name_each("140400", manufacturing=6).name_each("140500", agriculture=4, manufacturing=2)
    findings = findings_of(made)
    assert findings["sector-test"].verdict == "fragile"
    assert findings["sector-reclassed"].verdict == "detected"
    assert findings["sector-reclassed"].value < 0.05


def test_a_great_difference_hangs_on_no_single_town(made):
    made.name_each("140400", manufacturing=12).name_each("140500", agriculture=12)
    findings = findings_of(made)
    assert findings["sector-reclassed"].verdict == "detected"
    assert findings["sector-test"].value <= findings["sector-reclassed"].value < 0.05
    assert findings["sector-reclassings-turned"].value == 0


def test_alike_towns_of_a_city_are_tried_together(made):
    made.name_each("140400", manufacturing=3, services=2).name_each("140500", services=5)
    ways = list(list_reclassings(tabulate_sector_mix(made.cut()), Simulation()))
    assert len(ways) == 3 * 3  # two classes of the first city and one of the second, into three others
    assert sum(len(way.towns) for way in ways) == 10 * 3
    moves = {(way.sector, way.other_sector) for way in ways if way.area == "140400"}
    codes = ("manufacturing", "light_industry", "agriculture", "services")
    assert moves == {pair for pair in permutations(codes, 2) if pair[0] in ("manufacturing", "services")}


def test_towns_of_all_tiers(made):
    made.name_each("140400", manufacturing=12).name_each("140500", agriculture=12)
    made.name("county", tier="county", sector="services").name("elsewhere", area="140900")
    findings = findings_of(made)
    assert findings["sector-towns"].value == 24
    assert findings["sector-towns-every-tier"].value == 25
    assert findings["sector-test-every-tier"].verdict == "detected"
