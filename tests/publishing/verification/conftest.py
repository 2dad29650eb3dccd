import json
import shutil
from dataclasses import replace

import pytest

from townbook.dataset.tables import read_dataset
from townbook.publishing.landing import find_cards
from townbook.publishing.manifests.sealing import seal_edition

EDITION = "2023"


@pytest.fixture(scope="module")
def published(site):
    """The published folder of an edition."""
    return site / EDITION / "en"


@pytest.fixture(scope="module")
def now(root):
    """What the edition knows now."""
    dataset = read_dataset(root / "data")
    return dataset.cut(dataset.find_edition(EDITION))


@pytest.fixture
def rebuild(tmp_path, site, published):
    """A function that stands in for a build: the published folder, changed as asked and sealed again."""

    def build(change=lambda folder: None):
        folder = shutil.copytree(published, tmp_path / "rebuilt")
        change(folder)
        [card] = [card for card in find_cards(site) if card.edition == EDITION]
        seal_edition(folder, card=replace(card), root=site.parents[1])
        return folder

    return build


@pytest.fixture
def edit_finding():
    """A function that changes a finding of a built folder."""

    def edit(folder, name, **cells):
        path = folder / "data" / "findings.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        [finding] = [finding for finding in document["findings"] if finding["id"] == name]
        finding.update(cells)
        path.write_text(json.dumps(document), encoding="utf-8")

    return edit
