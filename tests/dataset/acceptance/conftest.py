import hashlib
from dataclasses import replace

import pytest

from townbook.dataset.acceptance.acceptance import accept_proposals
from townbook.dataset.checks import check_folder
from townbook.dataset.proposals import (
    PROPOSAL_COLUMNS,
    TOWN_PROPOSAL_COLUMNS,
    read_proposals,
    save_decisions,
    write_proposals,
)
from townbook.dataset.rows import Row

# Made up: an article about Changzhi in the year after the last edition.
NEWS = "changzhi-news-2026"
FIGURE = {
    "observation_id": "changzhi-municipal-output-2025",
    "area": "140400",
    "tier": "municipal",
    "indicator": "output",
    "kind": "level",
    "period": "2025",
    "value": "26000000000",
    "unit": "CNY",
    "qualifier": "exact",
    "printed": "260.00亿元",
    "source": NEWS,
    "line": "1",
    "char_start": "10",
    "char_end": "18",
    "method": "extracted",
    "status": "A",
    "confidence": "0.90",
    "basis": "value=stated",
}
TOWN = {
    "town": "yunzhou-maohua",
    "en": "Yunzhou wool weaving",
    "zh": "云州毛织",
    "area": "140200",
    "county": "140215",
    "tier": "municipal",
    "sector": "light_industry",
    "printed": "云州毛织",
    "source": NEWS,
    "line": "2",
    "char_start": "30",
    "char_end": "34",
    "confidence": "0.80",
    "basis": "town=stated",
}
SOURCE = {
    "id": NEWS,
    "title": "长治市2025年专业镇建设综述",
    "title_en": "Changzhi's specialized towns in 2025",
    "publisher": "虚构日报",
    "publisher_en": "Made-up Daily",
    "type": "news",
    "published": "2026-02-10",
    "published_basis": "printed",
    "language": "zh",
    "script": "Hans",
    "file": "made-up.txt",
    "encoding": "utf-8",
    "sha256": hashlib.sha256(b"made up").hexdigest(),
}


class Desk:
    """A copy of `data/`, and a folder of proposals to accept into it."""

    def __init__(self, data, folder):
        self.data = data
        self.folder = folder
        self.figures, self.towns, self.sources, self.texts = [], [], [SOURCE], {}

    def figure(self, printed="260.00亿元", value="26000000000", **cells):
        """Propose a figure, at `char_start` if that is given, else further down in the article."""
        start = int(cells.get("char_start", 10 + 20 * len(self.figures)))
        place = {"char_start": str(start), "char_end": str(start + len(printed))}
        number = len(self.figures) + 1
        given = FIGURE | {"printed": printed, "value": value, "decision": "accept"} | place | cells
        given["observation_id"] = cells.get("observation_id", f"{FIGURE['observation_id']}-no{number}")
        self.figures.append(given)
        return self

    def town(self, **cells):
        self.towns.append(TOWN | {"decision": "accept"} | cells)
        return self

    def source(self, **keys):
        self.sources.append(SOURCE | {"sha256": hashlib.sha256(keys["id"].encode()).hexdigest()} | keys)
        return self

    def propose(self):
        """Write the folder as the extractor does, decided on as a reader does."""
        write_proposals(
            self.folder,
            observations=[dict.fromkeys(PROPOSAL_COLUMNS, "") | row for row in self.figures],
            towns=[dict.fromkeys(TOWN_PROPOSAL_COLUMNS, "") | row for row in self.towns],
            sources=self.sources,
            texts=self.texts,
        )
        proposals = read_proposals(self.folder)
        decisions = {row["observation_id"]: row["decision"] for row in self.figures}
        places = {row["char_start"]: row["decision"] for row in self.figures}
        figures = tuple(
            row.with_cells(decision=places.get(row["char_start"], decisions[row["observation_id"]]))
            for row in proposals.observations.rows
        )
        towns = tuple(row.with_cells(decision="accept") for row in proposals.towns.rows)
        observations = replace(proposals.observations, rows=figures)
        save_decisions(
            replace(proposals, observations=observations, towns=replace(proposals.towns, rows=towns))
        )
        return self.folder / "proposals.csv"

    def accept(self):
        """Accept what was proposed, and see that the data are sound."""
        if not (self.folder / "proposals.csv").exists():
            self.propose()
        said = accept_proposals(self.folder, folder=self.data.folder)
        assert check_folder(self.data.folder) == []
        return said

    def row(self, name):
        """Return a row of the observations as a mapping."""
        header, *rows = self.data.rows("observations.csv")
        [row] = [row for row in rows if row[0] == name]
        return dict(zip(header, row, strict=True))

    def files(self):
        folder = self.data.folder
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(data_copy, tmp_path):
    return Desk(data_copy, tmp_path / "proposals")


@pytest.fixture
def row_of():
    """A function that makes a proposal as it is read from its file."""

    def make(at=2, /, **cells):
        given = dict.fromkeys((*PROPOSAL_COLUMNS, "decision"), "") | FIGURE | {"decision": "accept"} | cells
        return Row("found/proposals.csv", at, at, given)

    return make
