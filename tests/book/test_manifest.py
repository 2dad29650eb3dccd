import json

from rocrate.rocrate import ROCrate

from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import find_manifests

_UNNAMED = {"manifest.json"}


def test_every_published_file_is_in_its_manifest_as_it_is(site):
    found = list(find_manifests(site))
    assert [(manifest.edition, manifest.language) for _, manifest in found] == [
        ("2023", "en"),
        ("2024", "en"),
    ]
    for folder, manifest in found:
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        assert set(files) - set(manifest.files) == _UNNAMED
        assert {name: hash_file(files[name]) for name in manifest.files} == {
            name: entry.sha256 for name, entry in manifest.files.items()
        }


def test_every_exhibit_and_finding_is_in_the_manifest(site):
    for folder, manifest in find_manifests(site):
        findings = json.loads((folder / "data" / "findings.json").read_text(encoding="utf-8"))["findings"]
        assert list(manifest.findings) == [finding["id"] for finding in findings]
        described = {path.parent.name for path in (folder / "exhibits").glob("*/*.json")}
        assert set(manifest.exhibits) == described


def test_the_crate_of_an_edition_is_one_that_the_library_reads(site):
    for folder, manifest in find_manifests(site):
        crate = ROCrate(folder)
        assert crate.root_dataset["version"] == manifest.edition
        described = {f"exhibits/{name}/" for name in manifest.exhibits}
        assert described <= {entity.id for entity in crate.data_entities}
        missing = [one.id for one in crate.data_entities if not (folder / one.id).exists()]
        assert missing == []
