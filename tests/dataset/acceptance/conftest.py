import hashlib
from dataclasses import replace

import pytest

from townbook.dataset.acceptance.acceptance import accept_proposals
from townbook.dataset.checks import check_folder
from townbook.dataset.faults import DataError
from townbook.dataset.proposals import (
    TOWN_PROPOSAL_COLUMNS,
    read_proposals,
    save_decisions,
    write_proposals,
)
from townbook.dataset.rows import Row

# Made up, as is the article about Changzhi that it is of.
TOWN = {
    "town": "yunzhou-maohua",
    "en": "Yunzhou wool weaving",
    "zh": "云州毛织",
    "area": "140200",
    "county": "140215",
    "tier": "municipal",
    "sector": "light_industry",
    "printed": "云州毛织",
    "source": "changzhi-news-2026",
    "line": "2",
    "char_start": "30",
    "char_end": "34",
    "confidence": "0.80",
    "basis": "town=stated",
}


class Desk:
    """A copy of `data/`, and a folder of proposals to accept into it."""

    def __init__(self, data, folder, *, make_proposal, make_article):
        self.data = data
        self.folder = folder
        self.figures, self.towns, self.sources, self.texts = [], [], [make_article()], {}
        self._make_proposal, self._make_article = make_proposal, make_article

    def figure(self, printed="260.00亿元", value="26000000000", **cells):
        """Propose a figure, at `char_start` if that is given, else further down in the article."""
        start = int(cells.get("char_start", 10 + 20 * len(self.figures)))
        place = {"char_start": str(start), "char_end": str(start + len(printed))}
        number = len(self.figures) + 1
        name = {"observation_id": f"changzhi-municipal-output-2025-no{number}"}
        given = {"printed": printed, "value": value, "decision": "accept"} | name | place | cells
        self.figures.append(self._make_proposal(**given))
        return self

    def town(self, **cells):
        self.towns.append(TOWN | {"decision": "accept"} | cells)
        return self

    def source(self, **keys):
        digest = hashlib.sha256(keys["id"].encode()).hexdigest()
        self.sources.append(self._make_article(**{"sha256": digest} | keys))
        return self

    def propose(self):
        """Write the folder as the extractor does, decided on as a reader does."""
        write_proposals(
            self.folder,
            observations=self.figures,
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

    def refuse(self):
        """Return what is told against the proposals; nothing may have changed."""
        self.propose()
        before = self.files()
        with pytest.raises(DataError) as caught:
            accept_proposals(self.folder / "proposals.csv", folder=self.data.folder)
        assert self.files() == before
        assert sorted(path.name for path in self.data.folder.parent.iterdir()) == ["data", "proposals"]
        return caught.value.faults

    def say_refusal(self):
        """Return the words of the only fault that is told."""
        [fault] = self.refuse()
        return str(fault)

    def row(self, name):
        """Return a row of the observations as a mapping."""
        header, *rows = self.data.rows("observations.csv")
        [row] = [row for row in rows if row[0] == name]
        return dict(zip(header, row, strict=True))

    def files(self):
        folder = self.data.folder
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(data_copy, tmp_path, make_proposal, make_article):
    folder = tmp_path / "proposals"
    return Desk(data_copy, folder, make_proposal=make_proposal, make_article=make_article)


@pytest.fixture
def row_of(make_proposal):
    """A function that makes a proposal as it is read from its file."""

    def make(at=2, /, **cells):
        return Row("found/proposals.csv", at, at, make_proposal(**{"decision": "accept"} | cells))

    return make
