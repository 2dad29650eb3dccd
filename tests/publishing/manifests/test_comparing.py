from dataclasses import replace

import pytest

from townbook.publishing.manifests.comparing import PartChange, compare_manifests
from townbook.publishing.manifests.composing import compose_manifest
from townbook.publishing.manifests.manifest import CRATE, FileEntry


@pytest.fixture
def manifest(built, card, project):
    return compose_manifest(built, card=card, root=project)


def _differing(old, new):
    return [one for one in compare_manifests(old, new) if one.change != "same"]


def test_every_part_of_a_manifest_beside_itself_is_the_same(manifest):
    found = compare_manifests(manifest, manifest)
    assert {one.change for one in found} == {"same"}
    assert [(one.kind, one.id) for one in found[:3]] == [
        ("finding", "sum"),
        ("finding", "base"),
        ("exhibit", "counts"),
    ]
    assert len(found) == 3 + len(manifest.pages) + len(manifest.dataset) + len(manifest.others)


def test_what_is_gone_and_what_is_new_is_told(manifest):
    other = replace(manifest, findings={"sum": manifest.findings["sum"], "more": "0"}, exhibits={})
    assert _differing(manifest, other) == [
        PartChange("finding", "base", "gone"),
        PartChange("finding", "more", "new"),
        PartChange("exhibit", "counts", "gone"),
    ]


@pytest.mark.parametrize(
    ("change", "parts", "substance"),
    [
        ({"data": "0"}, ("data",), True),
        ({"said": "0"}, ("text",), True),
        ({"data": "0", "kind": "table"}, ("data", "text"), True),
        ({"files": {}}, ("files",), False),
    ],
)
def test_a_different_exhibit_says_in_what(manifest, change, parts, substance):
    counts = replace(manifest.exhibits["counts"], **change)
    [found] = _differing(manifest, replace(manifest, exhibits={"counts": counts}))
    assert found == PartChange("exhibit", "counts", "different", parts)
    assert found.changes_substance is substance


@pytest.mark.parametrize(
    ("kind", "change", "substance"),
    [
        ("finding", "different", True),
        ("finding", "gone", True),
        ("finding", "new", False),
        ("exhibit", "gone", True),
        ("page", "different", False),
    ],
)
def test_what_was_published_no_longer_stands_where_it_differs_or_is_gone(kind, change, substance):
    assert PartChange(kind, "x", change).changes_substance is substance


def test_the_crate_is_no_part(manifest):
    other = replace(manifest, others={**manifest.others, CRATE: FileEntry("0", 1)})
    assert _differing(manifest, other) == []
