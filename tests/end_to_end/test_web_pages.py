"""A web page with a table, from extraction to the dataset."""

import csv

import pytest

from townbook import cli
from townbook.commands import messages

PAGE = """<html><head><title>运城市专业镇2025年运行情况</title></head><body>
<h1>运城市专业镇2025年运行情况</h1><p>2026年2月19日　运城市工业和信息化局</p>
<p>2025年，全市专业镇运行平稳，各镇主要指标完成情况见下表，产业结构进一步优化，企业信心逐步恢复，订单明显增加。</p>
<p>表1 2025年省级专业镇主要指标</p>
<table><tr><th>专业镇</th><th>产值(亿元)</th><th>同比增长(%)</th></tr>
<tr><td>万荣外加剂</td><td>74.2</td><td>6.4</td></tr>
<tr><td>永济电机</td><td>118.9</td><td>-2.1</td></tr></table>
<p>下一步，各县要抓好落实。</p></body></html>"""
ENGLISH = {"title_en": "Yuncheng towns in 2025", "publisher_en": "Yuncheng Bureau of Industry"}


@pytest.fixture
def project(tmp_path, copy_project, monkeypatch):
    """A copy of the project with a web page, the current folder."""
    project = copy_project(tmp_path / "project")
    monkeypatch.chdir(project)
    (project / "page.html").write_text(PAGE, encoding="utf-8")
    return project


def decide(folder):
    """Accept all that is proposed, and say what only a reader can."""
    for name, told in (("proposals", {}), ("towns", {"sector": "manufacturing"})):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row | told | {"decision": "accept"} for row in csv.DictReader(file)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    path = folder / "sources.yml"
    text = path.read_text(encoding="utf-8").replace('publisher: ""', "publisher: 运城市工业和信息化局")
    for key, value in ENGLISH.items():
        text = text.replace(f'{key}: ""', f"{key}: {value}")
    path.write_text(text, encoding="utf-8")


def test_figures_of_a_table_of_a_web_page_reach_the_dataset(project, capsys):
    assert cli.main(["extract", "page.html", "--output", "found"]) == messages.FINE
    decide(project / "found")
    assert cli.main(["accept", "found"]) == messages.FINE, capsys.readouterr().err
    assert cli.main(["check"]) == messages.FINE, capsys.readouterr().err
    with (project / "data" / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["observation_id"]: row for row in csv.DictReader(file)}
    growth = rows["yongji-dianji-output-growth-2025"]
    assert (growth["printed"], growth["value"], growth["tier"]) == ("-2.1", "-0.021", "provincial")
    assert rows["wanrong-waijiaji-output-2025"]["value"] == "7420000000"
