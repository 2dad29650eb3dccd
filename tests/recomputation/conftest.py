"""Copies of `data/` to change, and what analysis and SQL say of them."""

import csv
import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))

from comparison import compare
from recompute import open_database, read_answers

from townbook.analysis.registry import build_registry
from townbook.dataset.tables import read_dataset


@dataclass(frozen=True)
class Compared:
    """The findings of an edition, the answers of SQL, and every disagreement of the two."""

    findings: dict
    answers: dict
    differences: list


@dataclass(frozen=True)
class Copy:
    """A copy of `data/` whose rows may be changed, and must stay sound."""

    folder: Path

    def rows(self, file):
        with (self.folder / file).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def write(self, file, rows):
        with (self.folder / file).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(sorted(rows, key=lambda row: next(iter(row.values()))))

    def change(self, name, **cells):
        """Change cells of one observation."""
        rows = self.rows("observations.csv")
        next(row for row in rows if row["observation_id"] == name).update(cells)
        self.write("observations.csv", rows)

    def add(self, file, template, *many):
        """Add rows that are the first row with the given cells, but for their own cells."""
        rows = self.rows(file)
        like = next(row for row in rows if template.items() <= row.items())
        self.write(file, [*rows, *(like | cells for cells in many)])

    def remove(self, source):
        """Remove a document with all that is printed in it."""
        for file in ("observations.csv", "towns.csv"):
            self.write(file, [row for row in self.rows(file) if row["source"] != source])
        sources = yaml.safe_load((self.folder / "sources.yml").read_text(encoding="utf-8"))
        kept = [entry for entry in sources if entry["id"] != source]
        assert len(kept) == len(sources) - 1
        text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
        (self.folder / "sources.yml").write_text(text, encoding="utf-8")

    def answer(self, edition):
        """Return what analysis and SQL say of an edition."""
        with open_database(self.folder, edition) as database:
            return set_against(read_dataset(self.folder), database, edition)


def set_against(dataset, database, edition):
    """Return what the analysis of a dataset and a database of the same folder say of an edition."""
    findings = dict(build_registry(dataset.cut(dataset.find_edition(edition))))
    answers = read_answers(database)
    return Compared(findings, answers, compare(findings, answers))


def read_editions(folder):
    """Return the ids of the editions, oldest first."""
    return [entry["id"] for entry in yaml.safe_load((folder / "editions.yml").read_text(encoding="utf-8"))]


@pytest.fixture
def data(root, tmp_path):
    """A copy of `data/`."""
    return Copy(Path(shutil.copytree(root / "data", tmp_path / "data")))


@pytest.fixture(scope="session")
def dataset(root):
    """`data/` as the program reads it."""
    return read_dataset(root / "data")


@pytest.fixture(scope="session")
def databases(root):
    """`data/` as SQL reads it, with all steps done, by the id of the edition."""
    with ExitStack() as opened:
        yield {
            edition: opened.enter_context(open_database(root / "data", edition))
            for edition in read_editions(root / "data")
        }


@pytest.fixture(scope="session")
def database(databases):
    """`data/` as SQL reads it for the newest edition."""
    return list(databases.values())[-1]


@pytest.fixture(scope="session")
def editions(dataset, databases):
    """What analysis and SQL say of each edition of `data/`, by its id."""
    return {edition: set_against(dataset, database, edition) for edition, database in databases.items()}
