from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import read_manifest
from townbook.publishing.manifests.sealing import seal_edition


def test_the_manifest_names_the_crate_and_not_itself(built, card, project):
    manifest = seal_edition(built, card=card, root=project)
    assert read_manifest(built) == manifest
    assert manifest.others["ro-crate-metadata.json"].sha256 == hash_file(built / "ro-crate-metadata.json")
    assert "manifest.json" not in manifest.files


def test_sealed_again_it_is_the_same(built, card, project):
    seal_edition(built, card=card, root=project)
    first = (built / "manifest.json").read_bytes()
    seal_edition(built, card=card, root=project)
    assert (built / "manifest.json").read_bytes() == first
