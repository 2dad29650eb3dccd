"""The Frictionless data package of `data/`: `datapackage.json`, generated from the schema and the codelists.

`python -m townbook.dataset.package FOLDER` writes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from townbook.dataset.descriptors import (
    compose_package,
    describe_codelist,
    describe_table,
    write_json,
)
from townbook.dataset.faults import DataError, Fault
from townbook.dataset.reading import Reading, read_folder
from townbook.dataset.schema import build_observation_schema, build_reprint_schema, build_town_schema

PACKAGE_FILE = "datapackage.json"


def build_package(reading: Reading) -> dict[str, Any]:
    """Return the descriptor of `data/`: tables, codelists, licence and sources; no date, no absolute path."""
    known = {name: list(codes) for name, codes in reading.codelists.items()}
    resources = [
        describe_table("observations", build_observation_schema(known), key=["observation_id"]),
        describe_table("towns", build_town_schema(known), key=["town", "tier"]),
        describe_table(
            "reprints",
            build_reprint_schema(known),
            key=["observation_id", "source"],
            tables=("observations",),
        ),
        *(describe_codelist(codelist) for codelist in reading.codelists.values()),
    ]
    sources = [
        (row["title"], row["title_en"], row["publisher_en"], row["published"]) for row in reading.sources
    ]
    return compose_package("shanxi-specialized-towns", resources, sources=sources)


def write_package(folder: Path) -> Path:
    """Write `datapackage.json` of the folder `data/` and return its path.

    Raises
    ------
    DataError
        If the folder has faults.
    """
    reading = read_folder(folder)
    if reading.faults:
        raise DataError(reading.faults)
    path = folder / PACKAGE_FILE
    path.write_text(write_json(build_package(reading)), encoding="utf-8", newline="\n")
    return path


def check_package(folder: Path, reading: Reading) -> Iterator[Fault]:
    """Find a `datapackage.json` that is missing or not what the data give, at the first line that differs."""
    file = f"{folder.resolve().name}/{PACKAGE_FILE}"
    remedy = f"run `make {file}`"
    try:
        stands = (folder / PACKAGE_FILE).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        yield Fault(file, 1, "no such file", "the description of the data", remedy)
        return
    except (OSError, UnicodeDecodeError):
        stands = [""]
    expected = write_json(build_package(reading)).split("\n")
    if stands != expected:
        pairs = enumerate(zip(stands, expected, strict=False), start=1)
        shorter = min(len(stands), len(expected)) + 1
        line = next((n for n, (one, other) in pairs if one != other), shorter)
        yield Fault(file, line, "a description of other data", "that of the data as they are", remedy)


def main(arguments: Sequence[str]) -> int:
    """Write the package of the folder that is named and return the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m townbook.dataset.package FOLDER\n")
        return 2
    try:
        path = write_package(Path(arguments[0]))
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
