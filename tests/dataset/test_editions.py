from datetime import date

import pandas as pd
import pytest

from townbook.dataset.editions import Dataset, Edition
from townbook.dataset.schema import TOWN_COLUMNS
from townbook.sources.catalogue import Source


def make_source(name, published):
    rest = dict.fromkeys(
        [
            "title",
            "title_en",
            "publisher",
            "publisher_en",
            "type",
            "language",
            "script",
            "file",
            "encoding",
            "sha256",
        ],
        "x",
    )
    return Source(id=name, published=published, published_basis="printed", **rest)


def make_towns(*rows):
    blank = dict.fromkeys(TOWN_COLUMNS, "")
    return pd.DataFrame(
        [blank | {"town": town, "tier": tier, "source": source} for town, tier, source in rows],
        columns=TOWN_COLUMNS,
    )


@pytest.fixture
def made():
    observations = pd.DataFrame(
        {"source": ["early", "late", "year"], "value": [1.0, 2.0, 3.0]}, index=["a", "b", "c"]
    )
    towns = make_towns(
        ("silk", "provincial", "late"), ("tea", "municipal", "early"), ("tea", "provincial", "late")
    )
    return Dataset(
        observations=observations,
        towns=towns,
        sources=(
            make_source("early", "2031-05"),
            make_source("late", "2032-02-03"),
            make_source("year", "2031"),
        ),
        editions=(Edition("2031", date(2031, 12, 31), "final"), Edition("2032", date(2032, 6, 30), "final")),
        codelists={},
    )


def test_an_edition_knows_what_was_published_by_its_cutoff_at_the_latest_reading(made):
    cut = made.cut(Edition("x", date(2031, 12, 30), "final"))
    assert [source.id for source in cut.sources] == ["early"]
    assert list(made.cut(made.editions[0]).observations.index) == ["a", "c"]
    assert list(made.cut(made.editions[1]).observations.index) == ["a", "b", "c"]


def test_an_edition_has_one_row_per_town_with_the_latest_tier(made):
    first, second = (made.cut(edition).towns["tier"] for edition in made.editions)
    assert dict(first) == {"tea": "municipal"}
    assert dict(second) == {"silk": "provincial", "tea": "provincial"}


def test_the_day_of_publication_comes_with_each_row(made):
    published = made.cut(made.editions[0]).observations["published"]
    assert list(published.dt.date) == [date(2031, 5, 31), date(2031, 12, 31)]


def test_an_edition_before_any_source_is_empty_but_whole(made):
    cut = made.cut(Edition("x", date(2030, 1, 1), "final"))
    assert cut.observations.empty
    assert cut.towns.empty
    assert cut.sources == ()


def test_the_newest_edition_is_the_default(made):
    assert made.find_edition(None).id == "2032"
    assert made.find_edition("2031").id == "2031"


def test_the_tables_of_the_data(dataset):
    observations = dataset.observations
    assert observations.index.is_unique
    assert str(observations["value"].dtype) == "float64"
    assert str(observations["first"].dtype) == "Int64"
    numbers = observations[observations["value"].notna()]
    assert (numbers["low"] <= numbers["value"] * (1 + 1e-5)).all()
    assert (numbers["high"] >= numbers["value"] * (1 - 1e-5)).all()
    assert observations.loc[observations["value"].isna(), ["low", "high"]].isna().all(axis=None)
