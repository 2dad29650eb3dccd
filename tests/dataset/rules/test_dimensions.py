from datetime import date

import pytest

from townbook.dataset.rules.dimensions import check_bounds, check_coverage, check_periods, check_units
from townbook.vocabulary.codelists import Codelist

INDICATORS = Codelist(
    "indicators",
    {
        "output": {"unit": "CNY", "subject": ""},
        "towns": {"unit": "towns", "subject": ""},
        "export_share": {"unit": "ratio", "subject": ""},
        "enterprise_revenue": {"unit": "CNY", "subject": "enterprise"},
    },
)
UNITS = Codelist(
    "units",
    {
        "CNY": {"dimension": "money"},
        "ratio": {"dimension": "ratio"},
        "pp": {"dimension": "ratio"},
        "towns": {"dimension": "count"},
    },
)
LATEST = {"wanghai-daily": date(2032, 5, 31)}


def lines(faults):
    return [fault.line for fault in faults]


@pytest.mark.parametrize(
    ("cells", "sound"),
    [
        ({"unit": "CNY"}, True),
        ({"unit": "ratio"}, False),
        ({"kind": "growth", "unit": "ratio"}, True),
        ({"kind": "growth", "unit": "CNY"}, False),
        ({"kind": "share", "unit": "ratio"}, True),
        ({"kind": "target", "unit": "CNY"}, True),
        ({"kind": "target", "unit": "ratio"}, True),
        ({"kind": "target", "unit": "towns"}, False),
        ({"kind": "forecast", "unit": "CNY"}, True),
        ({"kind": "forecast", "unit": "ratio"}, True),
        ({"kind": "forecast", "unit": "towns"}, False),
        ({"kind": "threshold", "unit": "ratio"}, False),
        ({"kind": "change", "unit": "pp"}, False),
        ({"kind": "change", "unit": "pp", "indicator": "export_share"}, True),
    ],
)
def test_units(make_observation, cells, sound):
    row = make_observation(**cells)
    assert lines(check_units([row], indicators=INDICATORS)) == ([] if sound else [row.line])


@pytest.mark.parametrize(
    ("cells", "sound"),
    [
        ({"value": "0"}, True),
        ({"value": "-1"}, False),
        ({"value": "-1", "kind": "change"}, True),
        ({"value": "12.5", "unit": "towns"}, False),
        ({"value": "12", "unit": "towns"}, True),
        ({"value": "1.1", "unit": "ratio", "kind": "share"}, False),
        ({"value": "0.5", "value_high": "1.1", "unit": "ratio", "kind": "share"}, False),
        ({"value": "1", "unit": "ratio", "kind": "share"}, True),
        ({"value": "2.5", "unit": "ratio", "kind": "growth"}, True),
        ({"value": "-1.01", "unit": "ratio", "kind": "growth"}, False),
        ({"value": "-0.3", "unit": "ratio", "kind": "target"}, True),
        ({"value": "-0.3", "unit": "ratio", "kind": "forecast"}, True),
        ({"value": "0.12", "unit": "pp"}, True),
        ({"value": ""}, True),
    ],
)
def test_bounds(make_observation, cells, sound):
    row = make_observation(**cells)
    assert lines(check_bounds([row], units=UNITS)) == ([] if sound else [row.line])


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"period": "2031"}, ""),
        ({"period": "2032-05"}, ""),
        ({"period": "2032-06"}, "after the source"),
        ({"period": "2032"}, "after the source"),
        ({"period": "2035", "kind": "target"}, ""),
        ({"period": "2035", "kind": "forecast"}, ""),
        ({"period": "2032", "kind": "threshold"}, ""),
        ({"period": "2033", "kind": "threshold"}, "after the source"),
        ({"period": "../2032-05"}, ""),
        ({"period": "../2032-06"}, "after the source"),
        ({"period": "2031-01/2031-06"}, "expected '2031-H1'"),
        ({"period": "2031-01/2031-05"}, ""),
        ({"period": ""}, "no period"),
        ({"period": "", "note": "the whole county; period not printed"}, ""),
        ({"period": "2040", "source": "unknown"}, ""),
    ],
)
def test_periods(make_observation, cells, words):
    row = make_observation(**cells)
    faults = list(check_periods([row], latest=LATEST))
    assert len(faults) == bool(words)
    assert all(words in str(fault) for fault in faults)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, ""),
        ({"tier": "mixed"}, ""),
        ({"tier": "mixed", "town": "wanghai-tea"}, "tier 'mixed' for the one town"),
        ({"tier": ""}, "of neither a tier nor a town"),
        ({"tier": "", "town": "wanghai-tea"}, ""),
        ({"tier": "", "status": "D"}, "status 'D' without a note"),
        ({"tier": "", "status": "D", "note": "the leading industries of the city"}, ""),
        ({"status": "O"}, "status 'O' without a note"),
        ({"indicator": "enterprise_revenue"}, "of a single enterprise"),
        ({"indicator": "enterprise_revenue", "status": "D", "note": "one enterprise"}, ""),
        ({"indicator": "enterprise_revenue", "kind": "threshold", "qualifier": "at_least"}, ""),
        ({"kind": "threshold"}, "qualifier 'exact' for a threshold"),
        ({"kind": "threshold", "qualifier": "at_most"}, ""),
    ],
)
def test_coverage(make_observation, cells, words):
    row = make_observation(**cells)
    faults = list(check_coverage([row], indicators=INDICATORS))
    assert len(faults) == bool(words)
    assert all(words in fault.found for fault in faults)
