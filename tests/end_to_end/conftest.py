import csv

import pytest


@pytest.fixture(scope="session")
def change_observations():
    """A function that writes a project's observations anew: `change` returns a row, or None for none."""

    def rewrite(project, change):
        path = project / "data" / "observations.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            columns, rows = list(reader.fieldnames), list(reader)
        kept = [row for row in map(change, rows) if row is not None]
        assert kept != rows
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)

    return rewrite
