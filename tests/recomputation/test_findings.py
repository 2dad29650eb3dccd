"""Every finding of every edition against SQL that shares no code with the analysis, also on changed data."""

import csv
import io
import math
from dataclasses import replace

import pytest
from comparison import compare

from townbook.analysis.sectors import tabulate_sector_mix

EDITION = "2024"
GROWTH = "shangdang-herbs-revenue-growth-2024-h1"
MONEY = {"observation_id": "jincheng-municipal-output-2022"}
TOWN = {"town": "zezhou-zhuzao"}
YANGQUAN = """\
observation_id,indicator,kind,period,value,unit,printed
yangquan-output,output,level,2023,7000000000,CNY,70亿元
yangquan-revenue,revenue,level,2023,6100000000,CNY,61亿元
yangquan-quarter,output,level,2024-Q1,1900000000,CNY,19亿元
yangquan-towns,towns,level,2023-11,9,towns,九个
yangquan-more-towns,towns,level,2024-11,12,towns,12个
yangquan-added,towns_added,change,2024,3,towns,3个
yangquan-plan,towns_added,target,2024,4,towns,4个
yangquan-fall,output,growth,2023,-0.051,ratio,下降5.1%
yangquan-aim,output,target,2023,0.1,ratio,一成
"""


def test_sql_agrees_with_every_finding_of_every_edition(editions):
    for edition, compared in editions.items():
        assert compared.findings
        assert compared.differences == [], edition


def test_a_lower_growth(data):
    """Of the value alone: its interval is as wide as the print, whose last place is a hundredth, makes it."""
    data.change(GROWTH, value="0.08")
    compared = data.answer(EDITION)
    assert compared.differences == []
    assert compared.findings["headline-margin"].verdict == "missed"


def test_a_document_that_is_not_there(data, editions):
    data.remove("changzhi-article-2024")
    compared = data.answer(EDITION)
    assert compared.differences == []
    assert len(compared.findings) < len(editions[EDITION].findings) - 20


def test_a_city_more(data):
    """Yangquan, with five named towns; the figures are made up."""
    cells = {"area": "140300", "source": "xinzhou-review-2025", "note": ""}
    data.add("observations.csv", MONEY, *(cells | figure for figure in csv.DictReader(io.StringIO(YANGQUAN))))
    sectors = ("services", "services", "manufacturing", "agriculture", "services")
    names = [{"town": f"yangquan-{n}", "en": f"Yangquan {n}", "zh": f"阳泉{n}"} for n in range(len(sectors))]
    towns = (
        cells | name | {"printed": name["zh"], "county": "", "sector": sector}
        for name, sector in zip(names, sectors, strict=True)
    )
    data.add("towns.csv", TOWN, *towns)
    compared = data.answer(EDITION)
    assert compared.differences == []
    assert compared.findings["cities"].value == 4
    assert compared.findings["plan-yangquan-plan"].verdict == "missed"
    assert {"sector-largest-140300", "compare-output-140400-140300", "margin-yangquan-fall"} <= set(
        compared.findings
    )


def test_words_that_widen_later_prints_and_a_town_that_moved_up(data):
    data.change("changzhi-municipal-output-2023", qualifier="approx")
    data.change("jincheng-municipal-employment-2022", qualifier="at_least")
    data.change("jincheng-municipal-revenue-2022", qualifier="more_than")
    data.change(GROWTH, value="-0.22", printed="下降22%", qualifier="at_least")
    later = {"source": "xinzhou-review-2025", "note": "revises jincheng-municipal-output-2022"}
    cells = {"observation_id": "again", "value": "13000000000", "printed": "近130亿元", "qualifier": "nearly"}
    data.add("observations.csv", MONEY, later | cells)
    data.add("towns.csv", TOWN, {"tier": "provincial", "source": "xinzhou-review-2025", "since": "2024-05"})
    compared = data.answer(EDITION)
    assert compared.differences == []
    assert compared.findings["headline-growth"].interval.low == -math.inf
    assert "again" in compared.findings["output-per-town-140500-municipal-2022"].observations


def test_a_model_that_is_fitted(data):
    codes = [f"14{city:02}00" for city in range(1, 12)]
    sums = [
        (
            f"{code}-{indicator}-{year}",
            code,
            indicator,
            str(year),
            10 + 7 * place + (place * year) % 5 + 3 * bend % 8,
        )
        for place, code in enumerate(codes)
        for year in (2020, 2021)
        for bend, indicator in enumerate(("output", "revenue"), start=place)
    ]
    rows = (
        {
            "observation_id": name,
            "area": area,
            "indicator": indicator,
            "period": period,
            "value": f"{n}00000000",
            "printed": f"{n}亿元",
        }
        for name, area, indicator, period, n in sums
    )
    data.add("observations.csv", MONEY, *rows)
    compared = data.answer(EDITION)
    assert compared.differences == []
    assert compared.findings["model-elasticity"].verdict == "estimated"


def test_a_finding_that_is_changed_by_hand_is_named(editions):
    findings, answers = editions[EDITION].findings, editions[EDITION].answers
    margin, test = findings["headline-margin"], findings["sector-test"]
    wrong = {
        "value": replace(margin, value=margin.value + 1e-6),
        "interval": replace(margin, interval=findings["headline-growth"].interval),
        "unit": replace(margin, unit="ratio"),
        "verdict": replace(margin, verdict="missed"),
        "observations": replace(margin, observations=margin.observations[:1]),
    }
    for what, finding in wrong.items():
        (said,) = compare(findings | {margin.id: finding}, answers)
        assert said.startswith("headline-margin: ")
        assert what in said
    (said,) = compare(findings | {test.id: replace(test, verdict="not_detected")}, answers)
    assert said.startswith("sector-test: verdict")
    assert any("value" in said for said in compare(findings | {test.id: replace(test, value=0.03)}, answers))
    assert compare({**findings, "more": replace(margin, id="more")}, answers) == [
        "more: a finding that SQL does not know"
    ]
    fewer = {name: finding for name, finding in findings.items() if name != margin.id}
    assert compare(fewer, answers) == ["headline-margin: an answer of SQL that is no finding"]


def test_the_joint_intervals_of_sectors(dataset, database):
    mix = tabulate_sector_mix(dataset.cut(dataset.find_edition(EDITION)))
    found = database.execute(
        "SELECT area, sector, goodman(towns, total).low, goodman(towns, total).high FROM sector_mix"
    ).fetchall()
    expected = {(row.area, row.sector): (row.joint_low, row.joint_high) for row in mix.itertuples()}
    assert {(area, sector) for area, sector, *_ in found} == set(expected)
    for area, sector, *ends in found:
        assert ends == pytest.approx(expected[area, sector])
