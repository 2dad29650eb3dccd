import io
import json
import os
import shutil
import zipfile
from dataclasses import replace

import pytest
from rocrate.rocrate import ROCrate

from townbook.publishing.archive import write_archive
from townbook.publishing.faults import BuildError
from townbook.publishing.landing import write_card
from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import read_manifest
from townbook.publishing.manifests.sealing import seal_edition

FOLDER = "townbook-2024"


@pytest.fixture
def site(built, card, project, tmp_path):
    """A site in which a made-up edition is published, and another one beside it."""
    (project / "LICENSE").write_text("Free.", encoding="utf-8")
    for edition in ("2024", "2023"):
        own = replace(card, edition=edition)
        write_card(own, folder=built)
        seal_edition(built, card=own, root=project)
        shutil.copytree(built, tmp_path / "site" / edition / "en", ignore=shutil.ignore_patterns(".*"))
    return tmp_path / "site"


@pytest.fixture
def pack(site, project, tmp_path):
    """A function that packs the edition."""
    return lambda place="out": write_archive(site, edition="2024", root=project, output=tmp_path / place)


def test_two_archives_are_the_same_to_the_byte(pack, site):
    first = pack().read_bytes()
    for path in site.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert pack("elsewhere").read_bytes() == first


def test_the_archive_holds_the_edition_and_what_a_repository_asks_for(pack, site, project):
    path = pack()
    assert path.name == "townbook-2024.zip"
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert names == sorted(names)
    inside = {name.removeprefix(f"{FOLDER}/") for name in names}
    published = {one.relative_to(site).as_posix() for one in (site / "2024").rglob("*") if one.is_file()}
    papers = {"CITATION.cff", "LICENSE", ".zenodo.json", "index.html", "editions.js"}
    assert inside == published | papers


def test_what_is_unpacked_is_a_crate_whose_files_are_those_of_its_manifest(pack, tmp_path):
    with zipfile.ZipFile(pack()) as archive:
        archive.extractall(tmp_path / "unpacked")
    home = tmp_path / "unpacked" / FOLDER / "2024" / "en"
    manifest = read_manifest(home)
    assert {name: hash_file(home / name) for name in manifest.files} == {
        name: entry.sha256 for name, entry in manifest.files.items()
    }
    assert ROCrate(home).root_dataset["version"] == "2024"


def test_the_way_in_leads_to_this_edition_alone(pack):
    with zipfile.ZipFile(io.BytesIO(pack().read_bytes())) as archive:
        landing, switcher = (
            archive.read(f"{FOLDER}/{name}").decode() for name in ("index.html", "editions.js")
        )
    assert 'href="2024/en/book/index.html"' in landing
    assert "2023" not in landing + switcher


def test_zenodo_is_told_what_it_asks_for(pack):
    with zipfile.ZipFile(pack()) as archive:
        described = json.loads(archive.read(f"{FOLDER}/.zenodo.json"))
    assert described["title"] == "A report. Edition 2024"
    assert (described["upload_type"], described["publication_type"]) == ("publication", "report")
    assert described["creators"] == [{"name": "Writers"}, {"name": "Wu, Ming"}]
    assert (described["license"], described["access_right"]) == ("cc-by-4.0", "open")
    assert (described["version"], described["language"]) == ("2024", "eng")
    assert "publication_date" not in described


def test_an_edition_with_a_file_that_is_not_its_own_is_not_packed(pack, site, tmp_path):
    home = site / "2024" / "en"
    (home / "book" / "index.html").write_text("changed", encoding="utf-8")
    (home / "objects.inv").unlink()
    with pytest.raises(BuildError) as said:
        pack()
    assert sorted(line.removeprefix(f"{home}/") for line in said.value.lines) == [
        "book/index.html: found other content than its manifest says; publish the edition again",
        "objects.inv: found no such file, expected that of the manifest; publish the edition again",
    ]
    assert not (tmp_path / "out").exists()


def test_an_edition_that_is_not_published_says_so(site, project, tmp_path):
    with pytest.raises(BuildError, match="found no edition 2019, expected 2019/<language>/manifest"):
        write_archive(site, edition="2019", root=project, output=tmp_path)


def test_a_project_without_its_licence_says_so(pack, project):
    (project / "LICENSE").unlink()
    with pytest.raises(BuildError, match="LICENSE:1: No such file or directory, expected it in the project"):
        pack()
