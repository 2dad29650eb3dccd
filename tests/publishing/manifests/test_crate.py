import json
from pathlib import Path

import pytest
import rocrate
from rocrate.rocrate import ROCrate

from townbook.publishing.authorship import read_authorship
from townbook.publishing.manifests.composing import compose_manifest
from townbook.publishing.manifests.crate import write_crate

# The terms of RO-Crate, as the library ships them.
_CONTEXT = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"


@pytest.fixture
def text(built, card, project):
    manifest = compose_manifest(built, card=card, root=project)
    return write_crate(manifest, authorship=read_authorship(project))


@pytest.fixture
def crate(text):
    return ROCrate(json.loads(text))


def test_the_crate_says_what_the_edition_is_by_whom_and_under_which_licence(crate):
    root = crate.root_dataset
    assert root["name"] == "A report. Edition 2024"
    assert crate.datePublished.date().isoformat() == "2025-03-31"
    assert [author["name"] for author in root["author"]] == ["Writers", "Ming Wu"]
    assert [author["@type"] for author in root["author"]] == ["Organization", "Person"]
    assert root["license"].id == "https://spdx.org/licenses/CC-BY-4.0"
    assert root["description"].startswith("Made up. Edition 2024 (provisional) rests on documents published")


def test_files_are_there_with_their_hashes_and_bulk_as_folders(crate, built):
    kinds = {entity.id: entity.type for entity in crate.data_entities}
    assert kinds["data/observations.csv"] == "File"
    assert kinds["exhibits/counts/counts.svg"] == "File"
    assert kinds["evidence/"] == "Dataset"
    assert "evidence/sum.html" not in kinds
    table = crate.get("data/observations.csv")
    assert (table["contentSize"], table["encodingFormat"]) == ("4", "text/csv")
    assert len(table["sha256"]) == 64
    assert [part.id for part in crate.get("data/")["hasPart"]] == [
        "data/findings.json",
        "data/observations.csv",
    ]


def test_an_action_says_what_made_it_of_what(crate):
    action = crate.get("#build")
    assert action.type == "CreateAction"
    assert action["name"] == "townbook build --edition 2024 --language en"
    named = {software["name"]: software["softwareVersion"] for software in action["instrument"]}
    assert {"townbook", "Python", "pandas"} <= set(named)
    assert {made["name"] for made in action["object"]} >= {"The folder data/", "requirements.lock"}
    assert action["result"][0].id == "./"


def test_every_entity_that_is_named_is_described_by_terms_of_the_standard(text):
    graph = json.loads(text)["@graph"]
    known = {entity["@id"] for entity in graph}
    terms = set(json.loads(_CONTEXT.read_text(encoding="utf-8"))["@context"])
    assert len(known) == len(graph)
    for entity in graph:
        kinds = entity["@type"] if isinstance(entity["@type"], list) else [entity["@type"]]
        assert {*kinds, *(key for key in entity if not key.startswith("@"))} <= terms, entity
        for value in entity.values():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and entity["@id"] != "ro-crate-metadata.json":
                    assert one["@id"] in known, entity


def test_the_crate_is_the_same_each_time(text, built, card, project):
    manifest = compose_manifest(built, card=card, root=project)
    assert write_crate(manifest, authorship=read_authorship(project)) == text
