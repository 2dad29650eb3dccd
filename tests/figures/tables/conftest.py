"""Editions opened from changed copies of the data, each once for all tests."""

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from townbook.figures.tables import TABLES
from townbook.publishing.book import open_book
from townbook.publishing.references import References

ROOT = Path(__file__).parents[3]
GROWTH = "shangdang-herbs-revenue-growth-2024-h1"
TARGET = "shangdang-herbs-revenue-growth-target"


def _set(name, value, printed, **others):
    """Change one observation."""

    def change(rows):
        changed = {"value": value, "printed": printed, **others}
        return [row | changed if row["observation_id"] == name else row for row in rows]

    return change


def _keep(test):
    return lambda rows: [row for row in rows if test(row)]


def _add(like, *changes):
    """Add observations made from one that is there."""

    def change(rows):
        model = next(row for row in rows if row["observation_id"] == like)
        return [*rows, *(model | {"note": ""} | one for one in changes)]

    return change


_NEW_CITY = _add(
    "jincheng-municipal-output-2022",
    {
        "observation_id": "yangquan-municipal-output-2023",
        "area": "140300",
        "period": "2023",
        "value": "50000000000",
        "printed": "500亿元",
    },
    {
        "observation_id": "yangquan-municipal-towns-2022",
        "area": "140300",
        "period": "2022-12",
        "indicator": "towns",
        "unit": "towns",
        "value": "8",
        "printed": "8个",
    },
)
_OUTTURN = _add(
    "changzhi-municipal-additions-target-2024",
    {
        "observation_id": "changzhi-municipal-additions-2024",
        "kind": "change",
        "value": "6",
        "printed": "6个",
        "source": "xinzhou-review-2025",
    },
)

_REVISION = _add(
    "jincheng-municipal-output-2022",
    {
        "observation_id": "jincheng-municipal-output-2022-anew",
        "value": "13500000000",
        "printed": "135亿元",
        "source": "xinzhou-review-2025",
    },
)

VARIANTS = {
    "as it is": lambda rows: rows,
    "growth below the target": _set(GROWTH, "0.08", "8%"),
    "growth at the target": _set(GROWTH, "0.1", "10%"),
    "revenue falls": _set(GROWTH, "-0.03", "-3%"),
    "no target for growth": _keep(lambda row: row["observation_id"] != TARGET),
    "no growth": _keep(lambda row: row["kind"] != "growth"),
    "no growth with a number": _keep(lambda row: row["kind"] != "growth" or not row["value"]),
    "no target": _keep(lambda row: row["kind"] != "target"),
    "no level": _keep(lambda row: row["kind"] != "level"),
    "one document": _keep(lambda row: row["source"] == "changzhi-plan-2023"),
    "count target reached": _set("changzhi-municipal-towns-2024-08", "35", "35个"),
    "a new city": _NEW_CITY,
    "a plan with its outturn": _OUTTURN,
    "a revised figure": _REVISION,
}


def _copy_data(folder, change):
    shutil.copytree(ROOT / "data", folder / "data")
    path = folder / "data" / "observations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = reader.fieldnames, list(reader)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(change(rows), key=lambda row: row["observation_id"]))
    return folder


@pytest.fixture(scope="session")
def open_brief(tmp_path_factory):
    """A function that returns the brief of a variant and edition, about an area if one is named."""
    opened = {}

    def brief_of(variant="as it is", edition="2024", area=""):
        if variant not in opened:
            folder = _copy_data(tmp_path_factory.mktemp("variant"), VARIANTS[variant])
            opened[variant] = open_book("2024", root=folder).brief
        newest = opened[variant]
        brief = {"2024": newest, "2023": newest.previous}[edition]
        return replace(brief, area=area)

    return brief_of


class Seen:
    """A table as a reader sees it: every text with its roles resolved."""

    def __init__(self, exhibit, brief):
        references = References(brief.registry, brief.data.observations, brief.words)
        self.exhibit = exhibit
        self.caption = references.resolve(exhibit.caption)
        self.alt = references.resolve(exhibit.alt)
        self.notes = [references.resolve(note) for note in exhibit.notes]
        self.heads = list(exhibit.cells.columns)
        self.rows = [
            [references.resolve(cell) for cell in row] for row in exhibit.cells.itertuples(index=False)
        ]

    def row(self, beginning):
        """Return the only row whose first cell begins so."""
        (found,) = [row for row in self.rows if row[0].startswith(beginning)]
        return found


@pytest.fixture
def see():
    """A function that lays out a table of a brief and resolves it."""

    def lay(name, brief):
        plan = TABLES[name]
        return Seen(plan.present(plan.tabulate(brief), brief), brief)

    return lay
