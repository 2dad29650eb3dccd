import json

import pytest

from townbook.analysis.differences.editions import compare_builds
from townbook.analysis.registry import build_registry
from townbook.dataset.downloads import publish_tables
from townbook.dataset.tables import read_dataset
from townbook.publishing.published import PublishedError, read_published

EDITION = "2023"


@pytest.fixture(scope="module")
def now(root):
    """What the edition knows now."""
    dataset = read_dataset(root / "data")
    return dataset.cut(dataset.find_edition(EDITION))


@pytest.fixture
def built(tmp_path, now):
    """A built site with the edition's data."""
    home = tmp_path / "site" / EDITION / "en"
    publish_tables(now, folder=home / "data")
    (home / "data" / "findings.json").write_text(build_registry(now).to_json(), encoding="utf-8")
    card = {"edition": EDITION, "cutoff": "2023-11-30", "status": "provisional"}
    (home / "edition.json").write_text(json.dumps(card), encoding="utf-8")
    return tmp_path / "site"


def _edit_findings(built, change):
    path = built / EDITION / "en" / "data" / "findings.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize("part", [".", EDITION + "/en", EDITION + "/en/data"])
def test_an_edition_is_found_in_its_site_its_folder_and_its_data(built, now, part):
    found = read_published(built / part, now=now)
    assert found.registry == build_registry(now)
    assert found.data.edition.cutoff.isoformat() == "2023-11-30"
    assert [source.id for source in found.data.sources] == [source.id for source in now.sources]


def test_findings_alone_are_set_beside_the_tables_of_now(built, now):
    for table in (built / EDITION / "en" / "data").glob("*.csv"):
        table.unlink()
    assert read_published(built, now=now).data is now


def test_an_edition_published_as_it_is_now_has_no_difference(built, now):
    from_site = read_published(built, now=now)
    found = compare_builds(from_site, type(from_site)(now, build_registry(now)))
    assert (found.findings, found.figures.corrected, found.figures.added, found.towns) == ((), (), (), ())


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            lambda document: document.update(edition="2019"),
            "findings of edition 2019, expected those of 2023",
        ),
        (lambda document: document.pop("findings"), r"no findings of this project \('findings'\)"),
        (lambda document: document["findings"][0].update(mood="x"), "no findings of this project"),
        (lambda document: document["findings"][0].update(observations=["lost"]), "rests on 'lost'"),
        (lambda document: document["findings"].append(document["findings"][0]), "two findings have the id"),
    ],
)
def test_findings_that_are_none_of_the_edition_are_refused_in_a_line(built, now, change, complaint):
    _edit_findings(built, change)
    with pytest.raises(PublishedError, match=complaint) as said:
        read_published(built, now=now)
    assert "\n" not in str(said.value)


def test_a_folder_without_the_edition_says_what_was_expected(tmp_path, now):
    with pytest.raises(
        PublishedError, match="no edition 2023 published there, expected 2023/<language>/data"
    ):
        read_published(tmp_path, now=now)
