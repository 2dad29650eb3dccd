"""Made-up editions: a few printed figures each, of the real codelists but of no real document."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pytest

from townbook.analysis.aims import is_ceiling
from townbook.analysis.findings import Registry
from townbook.dataset.editions import Dataset, Edition
from townbook.dataset.schema import OBSERVATION_COLUMNS, TOWN_COLUMNS
from townbook.dataset.tables import read_dataset
from townbook.sources.catalogue import Source
from townbook.vocabulary.periods import parse_period
from townbook.vocabulary.prints import allow, parse_print

_TEXTS = "title title_en publisher publisher_en type language script file encoding sha256"
_SOURCE = dict.fromkeys(_TEXTS.split(), "x")
_LINE = ("line", "char_start", "char_end")
_SIDES = {
    "met": lambda low, high: low >= -1e-12,
    "missed": lambda low, high: high < 0,
    "fragile": lambda low, high: low < 0 <= high,
}


@dataclass
class Made:
    """A made-up dataset that grows figure by figure; `cut` gives its edition.

    `documents` maps a document to the day of its publication. A figure without a document is of `paper`.
    """

    codelists: dict
    documents: dict = field(default_factory=lambda: {"paper": "2024-08-06"})
    figures: list = field(default_factory=list)
    names: list = field(default_factory=list)

    def add(self, name, printed, *, indicator="output", kind="level", period="2023", **cells):
        """Add one printed figure, by default the output of Changzhi's municipal tier in 2023."""
        figure = parse_print(printed) if printed else None
        cells = {
            "area": "140400",
            "tier": "municipal",
            "town": "",
            "unit": self._guess_unit(indicator, kind, printed),
            "qualifier": "exact",
            "source": "paper",
            "status": "A",
            "note": "",
        } | cells
        interval = allow(figure, cells["qualifier"]) if figure else None
        span = parse_period(period) if period else None
        self.figures.append(
            dict.fromkeys(OBSERVATION_COLUMNS, "")
            | dict.fromkeys(_LINE, 1)
            | {
                "observation_id": name,
                "indicator": indicator,
                "kind": kind,
                "period": period,
                "printed": printed,
                "value": float(figure.value) if figure else float("nan"),
                "value_high": float(figure.value_high) if figure and figure.value_high else float("nan"),
                "low": interval.low if interval else float("nan"),
                "high": interval.high if interval else float("nan"),
                "first": pd.NA if span is None or span.first is None else span.first,
                "last": pd.NA if span is None else span.last,
            }
            | cells
        )
        return self

    def name_each(self, area, **sectors):
        """Name so many towns of each sector of an area."""
        for sector, number in sectors.items():
            for place in range(number):
                self.name(f"{area}-{sector}-{place}", area=area, sector=sector)
        return self

    def count(self, name, printed, *, period, **cells):
        """Add a number of towns."""
        return self.add(name, printed, indicator="towns", period=period, **cells)

    def name(
        self, town, *, tier="municipal", area="140400", sector="manufacturing", since="", source="paper"
    ):
        """Name a town."""
        cells = {"town": town, "tier": tier, "area": area, "sector": sector, "since": since, "source": source}
        self.names.append(dict.fromkeys(TOWN_COLUMNS, "") | cells)
        return self

    def cut(self, *, cutoff="2025-03-31"):
        """Return what is known on a day."""
        columns = [*OBSERVATION_COLUMNS, "low", "high", "first", "last"]
        observations = pd.DataFrame(self.figures, columns=columns).set_index("observation_id")
        numbers = ("value", "value_high", "low", "high")
        types = dict.fromkeys(numbers, "float64") | {"first": "Int64", "last": "Int64"}
        sources = tuple(
            Source(id=name, published=day, published_basis="printed", **_SOURCE)
            for name, day in self.documents.items()
        )
        edition = Edition("made", date.fromisoformat(cutoff), "final")
        towns = pd.DataFrame(self.names, columns=list(TOWN_COLUMNS))
        dataset = Dataset(observations.astype(types), towns, sources, (edition,), self.codelists)
        return dataset.cut(edition)

    def _guess_unit(self, indicator, kind, printed):
        if kind in ("growth", "share") or (kind == "target" and "%" in printed):
            return "ratio"
        return self.codelists["indicators"].get(indicator, "unit")


@pytest.fixture(scope="session")
def dataset(root):
    """The real dataset."""
    return read_dataset(root / "data")


@pytest.fixture(scope="session")
def codelists(dataset):
    """The real codelists."""
    return dataset.codelists


@pytest.fixture(scope="session")
def start(codelists):
    """A function that starts a made-up dataset without a figure."""
    return lambda: Made(codelists)


@pytest.fixture
def made(start):
    """A made-up dataset without a figure."""
    return start()


@pytest.fixture(scope="session")
def editions(dataset):
    """What the real editions know, by their ids."""
    return {edition.id: dataset.cut(edition) for edition in dataset.editions}


@pytest.fixture(scope="session")
def check_findings():
    """A function that checks what holds for every finding of a dataset."""

    def check(registry, data):
        for finding in registry.values():
            assert finding.value is not None or finding.verdict, f"{finding.id} says nothing"
            assert set(finding.observations) <= set(data.observations.index)
            assert set(finding.inputs) <= set(registry)
            assert finding.verdict in ("", *data.codelists["verdicts"])
            assert finding.unit in data.codelists["units"]
            assert set(finding.caveats) <= set(data.codelists["caveats"])
            if finding.value is not None and finding.interval is not None:
                assert finding.interval.holds(finding.value), finding.id
            if finding.interval is not None:
                assert finding.value is not None, finding.id
            if finding.id.startswith("margin-") and finding.interval:
                low, high = finding.interval.low, finding.interval.high
                if is_ceiling(data.observations.loc[finding.observations[1]]):
                    low, high = -high, -low
                assert _SIDES[finding.verdict](low, high), finding.id
        assert dict(Registry.from_json(registry.to_json())) == dict(registry)

    return check
