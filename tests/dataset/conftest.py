import csv
import shutil
from pathlib import Path

import pytest

from townbook.dataset.rows import Row
from townbook.dataset.schema import OBSERVATION_COLUMNS, TOWN_COLUMNS
from townbook.dataset.tables import read_dataset
from townbook.vocabulary.codelists import Codelist

ROOT = Path(__file__).parents[2]


class DataCopy:
    """A copy of `data/` to break."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, file):
        return self.folder / file

    def read(self, file):
        return self.path(file).read_text(encoding="utf-8")

    def write(self, file, text):
        self.path(file).write_text(text, encoding="utf-8", newline="")

    def replace(self, file, old, new):
        """Replace the first occurrence of a text and return its line."""
        text = self.read(file)
        before, found, after = text.partition(old)
        assert found, old
        self.write(file, before + new + after)
        return before.count("\n") + 1

    def rows(self, file):
        with self.path(file).open(encoding="utf-8", newline="") as stream:
            return list(csv.reader(stream))

    def write_rows(self, file, rows):
        with self.path(file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)

    def line_of(self, file, key):
        """Return the line of a row by its first cell, in a table without line breaks in cells."""
        return next(n for n, row in enumerate(self.rows(file), start=1) if row[0] == key)

    def set(self, file, key, **cells):
        """Set cells of one row and return its line."""
        rows = self.rows(file)
        row = next(row for row in rows if row[0] == key)
        for column, cell in cells.items():
            row[rows[0].index(column)] = cell
        self.write_rows(file, rows)
        return self.line_of(file, row[0])


@pytest.fixture
def data_copy(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    return DataCopy(folder)


@pytest.fixture(scope="session")
def dataset():
    return read_dataset(ROOT / "data")


@pytest.fixture
def make_observation():
    """Return a function that makes a sound observation of a made-up city, changed as asked."""
    count = iter(range(2, 1000))

    def make(**cells):
        line = next(count)
        given = {
            "observation_id": f"wanghai-output-{line:03}",
            "area": "990100",
            "tier": "municipal",
            "indicator": "output",
            "kind": "level",
            "period": "2031",
            "value": "1200000000",
            "unit": "CNY",
            "qualifier": "exact",
            "printed": "12亿元",
            "source": "wanghai-daily",
            "line": "3",
            "char_start": "10",
            "char_end": "14",
            "method": "hand",
            "status": "A",
        } | cells
        return Row("data/observations.csv", line, line, dict.fromkeys(OBSERVATION_COLUMNS, "") | given)

    return make


@pytest.fixture
def make_town():
    """Return a function that makes a sound row of the registry of towns, changed as asked."""
    count = iter(range(2, 1000))

    def make(**cells):
        given = {
            "town": "wanghai-tea",
            "en": "Wanghai tea",
            "zh": "望海茶",
            "area": "990100",
            "county": "990101",
            "tier": "municipal",
            "sector": "agriculture",
            "printed": "望海茶",
            "source": "wanghai-daily",
            "line": "3",
            "char_start": "20",
            "char_end": "23",
        } | cells
        line = next(count)
        return Row("data/towns.csv", line, line, dict.fromkeys(TOWN_COLUMNS, "") | given)

    return make


@pytest.fixture
def areas():
    """A province with two cities, the first with two counties."""
    codes = {
        "990000": {"en": "Haibei", "zh": "海北省", "parent": "", "level": "province"},
        "990100": {"en": "Wanghai", "zh": "望海市", "parent": "990000", "level": "city"},
        "990101": {"en": "Linhai County", "zh": "临海县", "parent": "990100", "level": "county"},
        "990102": {"en": "Gaoshan County", "zh": "高山县", "parent": "990100", "level": "county"},
        "990200": {"en": "Nanshan", "zh": "南山市", "parent": "990000", "level": "city"},
    }
    return Codelist("areas", codes)
