import io
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from townbook.dataset.editions import Edition
from townbook.publishing.faults import BuildError
from townbook.publishing.landing import write_card
from townbook.publishing.manifests.manifest import read_manifest
from townbook.publishing.manifests.sealing import seal_edition
from townbook.publishing.publication import Copy, check_places, is_for_readers, publish


@pytest.fixture
def output(tmp_path):
    """A folder that readers see."""
    return tmp_path / "www"


@pytest.fixture
def seal(built, card, project):
    """A function that makes the built folder an edition of a status."""

    def seal(status="final", **cells):
        own = replace(card, status=status, **cells)
        write_card(own, folder=built)
        return seal_edition(built, card=own, root=project)

    return seal


@pytest.fixture
def copy(built, output, brief):
    """The built folder and its place."""
    return Copy(built, output / "2024" / "en", brief.data, "en")


@pytest.fixture
def publish_it(copy, output):
    """A function that publishes the built folder."""

    def run(reason="", stream=None):
        return publish([copy], output=output, reason=reason, stream=stream)

    return run


def _change_data(built):
    (built / "exhibits" / "counts" / "counts.csv").write_text("n\n54\n", encoding="utf-8")


def _drop_finding(built):
    path = built / "data" / "findings.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["findings"].pop()
    path.write_text(json.dumps(document), encoding="utf-8")


def test_what_is_built_is_published_with_a_way_in(seal, publish_it, copy, output):
    manifest = seal()
    assert publish_it() == [copy.target]
    assert read_manifest(copy.target) == manifest
    assert "2024/en/book/index.html" in (output / "index.html").read_text(encoding="utf-8")
    assert not (output / "errata.html").exists()


def test_a_final_edition_is_not_replaced_by_one_that_says_other(seal, publish_it, built, copy):
    former = seal()
    publish_it()
    _change_data(built)
    _drop_finding(built)
    seal()
    with pytest.raises(BuildError) as said:
        publish_it()
    assert said.value.lines[:2] == (
        f"{copy.target}: finding base: no finding of this id any more",
        f"{copy.target}: exhibit counts: data: line 2, n: 53 → 54",
    )
    assert said.value.lines[2].startswith("edition 2024 is final and published there: nothing was replaced;")
    assert read_manifest(copy.target) == former


def test_none_of_several_is_published_where_one_may_not_be(seal, publish_it, built, copy, output):
    seal()
    publish_it()
    other = shutil.copytree(built, built.with_name("other"))
    fresh = Copy(other, output / "2025" / "en", copy.data, "en")
    _change_data(built)
    seal()
    with pytest.raises(BuildError):
        publish([fresh, copy], output=output, reason="", stream=None)
    assert not fresh.target.exists()


def test_a_final_edition_is_replaced_by_one_that_says_the_same_and_more(seal, publish_it, built, copy):
    seal()
    publish_it()
    (built / "book" / "index.html").write_text("<p>53 towns</p>", encoding="utf-8")
    (built / "exhibits" / "counts" / "counts.svg").write_text("<svg></svg>", encoding="utf-8")
    shutil.copytree(built / "exhibits" / "counts", built / "exhibits" / "more")
    for path in (built / "exhibits" / "more").iterdir():
        path.rename(path.with_name(path.name.replace("counts", "more")))
    manifest = seal()
    publish_it()
    assert read_manifest(copy.target) == manifest


def test_a_provisional_edition_is_replaced(seal, publish_it, built, copy):
    seal("provisional")
    publish_it()
    _change_data(built)
    manifest = seal()
    publish_it()
    assert read_manifest(copy.target) == manifest


def test_a_final_edition_is_replaced_for_a_reason_that_readers_find(seal, publish_it, built, copy, output):
    seal()
    publish_it()
    _change_data(built)
    manifest = seal()
    publish_it(reason="A count was <wrong>")
    assert read_manifest(copy.target) == manifest
    [entry] = json.loads((output / "errata.json").read_text(encoding="utf-8"))
    assert (entry["edition"], entry["reason"], entry["replaced"]) == (
        "2024",
        "A count was <wrong>",
        date.today().isoformat(),
    )
    assert entry["changes"] == [{"kind": "exhibit", "id": "counts", "said": "data: line 2, n: 53 → 54"}]
    page = (output / "errata.html").read_text(encoding="utf-8")
    assert "A count was &lt;wrong&gt;" in page
    assert "53 → 54" in page
    assert 'href="errata.html"' in (output / "index.html").read_text(encoding="utf-8")


def test_errata_are_kept_and_continued(seal, publish_it, built, output):
    seal()
    publish_it()
    for number in (54, 55):
        (built / "exhibits" / "counts" / "counts.csv").write_text(f"n\n{number}\n", encoding="utf-8")
        seal()
        publish_it(reason=f"It is {number}")
    reasons = [entry["reason"] for entry in json.loads((output / "errata.json").read_text(encoding="utf-8"))]
    assert reasons == ["It is 54", "It is 55"]


def test_errata_that_cannot_be_continued_stop_the_publication(seal, publish_it, copy, output):
    seal()
    output.mkdir()
    (output / "errata.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BuildError, match=r"errata\.json:1: found no list"):
        publish_it()
    assert not copy.target.exists()


def test_where_editions_are_tried_anything_is_replaced_and_said(seal, publish_it, built, copy, output):
    seal()
    publish_it()
    _change_data(built)
    manifest = seal()
    stream = io.StringIO()
    publish_it(stream=stream)
    assert read_manifest(copy.target) == manifest
    assert stream.getvalue() == (
        "final edition 2024: 1 findings and exhibits are other than before; "
        "a site outside of build/ would keep those that readers know\n"
    )
    assert not (output / "errata.json").exists()


def test_an_edition_is_never_published_over_another(seal, publish_it, copy, output, brief):
    seal()
    publish_it()
    other = replace(copy.data, edition=Edition("2025", date(2026, 3, 31), "provisional"))
    with pytest.raises(BuildError, match=r"found edition 2024 \(en\) published there, expected 2025 \(en\)"):
        check_places([replace(copy, data=other)], output=output)


def test_a_manifest_that_cannot_be_read_stops_the_build(copy, output):
    copy.target.mkdir(parents=True)
    (copy.target / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(BuildError, match=r"manifest\.json:1: found no manifest"):
        check_places([copy], output=output)


@pytest.mark.parametrize(
    ("output", "expected"),
    [("build/site", False), ("build", False), ("public", True), ("../www", True), ("build/../www", True)],
)
def test_all_but_the_folder_of_builds_is_for_readers(tmp_path, output, expected):
    assert is_for_readers(tmp_path / Path(output), root=tmp_path) is expected
