import shutil

import pandas as pd
import pytest

from townbook.dataset.downloads import publish_tables
from townbook.dataset.published import read_published_tables


@pytest.fixture(scope="module")
def known(dataset):
    """What the newest edition knows."""
    return dataset.cut(dataset.find_edition(None))


@pytest.fixture(scope="module")
def published(known, tmp_path_factory):
    """A folder with the tables of the newest edition."""
    folder = tmp_path_factory.mktemp("published")
    publish_tables(known, folder=folder)
    return folder


@pytest.fixture
def read(known):
    """A function that reads the tables of a folder."""
    return lambda folder: read_published_tables(folder, edition=known.edition, codelists=known.codelists)


def test_what_was_published_is_read_as_it_was(known, published, read):
    back = read(published)
    columns = [column for column in known.observations if column != "note"]
    pd.testing.assert_frame_equal(
        back.observations[columns], known.observations[columns], check_dtype=False, rtol=1e-11
    )
    pd.testing.assert_frame_equal(
        back.towns[["area", "tier", "source", "since"]],
        known.towns[["area", "tier", "source", "since"]],
        check_dtype=False,
    )
    assert [source.id for source in back.sources] == [source.id for source in known.sources]
    assert [source.latest_date for source in back.sources] == [s.latest_date for s in known.sources]
    assert len(back.rows) == len(known.rows)


def test_an_open_end_and_a_missing_value_survive(known, published, read):
    back = read(published).observations
    assert back["value"].isna().sum() == known.observations["value"].isna().sum() > 0
    assert (back["high"] == float("inf")).sum() == (known.observations["high"] == float("inf")).sum() > 0


def test_an_edition_published_before_there_were_reprints_has_none(published, read, tmp_path):
    folder = shutil.copytree(published, tmp_path / "data")
    (folder / "reprints.csv").unlink()
    assert read(folder).reprints.empty


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("", "no CSV in UTF-8"), ("town,area\na,140400\n", "no column 'observation_id'")],
)
def test_a_table_of_something_else_is_named(published, read, tmp_path, text, complaint):
    folder = shutil.copytree(published, tmp_path / "data")
    (folder / "observations.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint) as said:
        read(folder)
    assert str(folder / "observations.csv") in str(said.value)
