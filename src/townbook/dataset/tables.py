"""Reading `data/` into memory."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import yaml

from townbook.dataset.editions import Dataset, Edition
from townbook.sources.catalogue import Source
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.periods import parse_period
from townbook.vocabulary.prints import allow, parse_print


def read_dataset(folder: Path) -> Dataset:
    """Read all of the folder `data/`."""
    codelists = {
        path.stem: _read_codelist(path) for path in sorted((folder / "codelists").glob("*.csv"))
    }
    observations = pd.read_csv(folder / "observations.csv", dtype=str, keep_default_na=False)
    for column in ("value", "value_high"):
        observations[column] = pd.to_numeric(observations[column])
    for column in ("line", "char_start", "char_end"):
        observations[column] = observations[column].astype(int)
    observations = observations.set_index("observation_id")
    bounds = [_bounds(row) for row in observations.to_dict("records")]
    observations["low"] = [b[0] for b in bounds]
    observations["high"] = [b[1] for b in bounds]
    observations["first"] = pd.array([b[2] for b in bounds], dtype="Int64")
    observations["last"] = pd.array([b[3] for b in bounds], dtype="Int64")
    towns = pd.read_csv(folder / "towns.csv", dtype=str, keep_default_na=False)
    sources = tuple(Source(**entry) for entry in _read_yaml(folder / "sources.yml"))
    editions = tuple(Edition(**entry) for entry in _read_yaml(folder / "editions.yml"))
    return Dataset(observations, towns, sources, editions, codelists)


def _bounds(row):
    low = high = float("nan")
    first = last = pd.NA
    if row["printed"] and not pd.isna(row["value"]):
        interval = allow(parse_print(row["printed"]), row["qualifier"])
        low, high = interval.low, interval.high
    if row["period"]:
        period = parse_period(row["period"])
        first, last = (pd.NA if period.first is None else period.first), period.last
    return low, high, first, last


def _read_codelist(path: Path) -> Codelist:
    with path.open(encoding="utf-8", newline="") as file:
        return Codelist(path.stem, {row["code"]: row for row in csv.DictReader(file)})


def _read_yaml(path: Path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))
