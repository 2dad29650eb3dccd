import hashlib
import json

import pytest

from townbook.publishing.manifests.composing import compose_manifest
from townbook.publishing.manifests.manifest import (
    FileEntry,
    Manifest,
    ManifestError,
    find_manifests,
    read_manifest,
)


@pytest.fixture
def manifest(built, card, project):
    return compose_manifest(built, card=card, root=project)


def test_every_file_stands_under_what_it_is(manifest):
    assert list(manifest.pages) == ["book/index.html", "evidence/sum.html"]
    assert list(manifest.dataset) == ["data/findings.json", "data/observations.csv"]
    assert list(manifest.others) == ["_static/style.css", "objects.inv"]
    assert [path.rpartition("/")[2] for path in manifest.exhibits["counts"].files] == [
        "counts.csv",
        "counts.html",
        "counts.json",
        "counts.svg",
    ]


def test_a_file_has_its_hash_and_size(manifest, built):
    text = (built / "book" / "index.html").read_bytes()
    assert manifest.files["book/index.html"] == FileEntry(hashlib.sha256(text).hexdigest(), len(text))
    assert sorted(manifest.files) == list(manifest.files)
    assert set(manifest.files) == {
        path.relative_to(built).as_posix()
        for path in built.rglob("*")
        if path.is_file() and path.name != ".buildinfo"
    }


def test_an_exhibit_is_told_by_its_data_and_what_it_says_and_not_by_its_drawing(
    built, card, project, manifest
):
    def look():
        found = compose_manifest(built, card=card, root=project).exhibits["counts"]
        return found.data, found.said

    home = built / "exhibits" / "counts"
    before = (manifest.exhibits["counts"].data, manifest.exhibits["counts"].said)
    (home / "counts.svg").write_text("<svg></svg>", encoding="utf-8")
    (home / "counts.json").write_text(
        '{"caption": "Counts", "kind": "figure", "id": "counts"}', encoding="utf-8"
    )
    assert look() == before
    (home / "counts.csv").write_text("n\n54\n", encoding="utf-8")
    assert look() == (hashlib.sha256(b"n\n54\n").hexdigest(), before[1])


def test_a_folder_of_exhibits_without_a_description_holds_pages(built, card, project):
    (built / "exhibits" / "gone").mkdir()
    (built / "exhibits" / "gone" / "gone.html").write_text("<p>gone</p>", encoding="utf-8")
    found = compose_manifest(built, card=card, root=project)
    assert "gone" not in found.exhibits
    assert "exhibits/gone/gone.html" in found.pages


def test_findings_are_told_apart_by_all_they_say(built, card, project, manifest):
    path = built / "data" / "findings.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["findings"][0]["value"] = 54.0
    path.write_text(json.dumps(document), encoding="utf-8")
    found = compose_manifest(built, card=card, root=project).findings
    assert list(found) == ["sum", "base"]
    assert found["base"] == manifest.findings["base"]
    assert found["sum"] != manifest.findings["sum"]


def test_a_manifest_is_read_as_it_was_written(manifest, tmp_path):
    assert Manifest.from_json(manifest.to_json()) == manifest
    home = tmp_path / "site" / "2024" / "en"
    home.mkdir(parents=True)
    (home / "manifest.json").write_text(manifest.to_json(), encoding="utf-8")
    assert list(find_manifests(tmp_path / "site")) == [(home, manifest)]
    assert list(find_manifests(tmp_path / "site", edition="2023")) == []


def test_a_folder_without_a_manifest_has_none(tmp_path):
    assert read_manifest(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', "\udcff"])
def test_what_is_no_manifest_is_said_in_a_line_with_its_file(tmp_path, text):
    path = tmp_path / "manifest.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(ManifestError, match=r"manifest\.json:1: found no manifest of an edition") as said:
        read_manifest(tmp_path)
    assert "\n" not in str(said.value)
