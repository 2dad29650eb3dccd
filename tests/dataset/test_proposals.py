from dataclasses import replace

import pytest

from townbook.dataset.faults import DataError
from townbook.dataset.proposals import (
    PROPOSAL_COLUMNS,
    TOWN_PROPOSAL_COLUMNS,
    read_proposals,
    save_decisions,
    write_proposals,
)
from townbook.dataset.rules.catalogue import SOURCE_KEYS


def propose(name, confidence="0.90", **cells):
    return dict.fromkeys(PROPOSAL_COLUMNS, "") | {
        "observation_id": name,
        "confidence": confidence,
        "basis": "value=stated; period=inherited",
        **cells,
    }


@pytest.fixture
def folder(tmp_path):
    """A folder with two figures, a town, a source and its text."""
    town = dict.fromkeys(TOWN_PROPOSAL_COLUMNS, "") | {"town": "wanghai-tea", "confidence": "0.8"}
    source = dict.fromkeys(SOURCE_KEYS, "") | {"id": "wanghai-2031", "published": "2031"}
    target = tmp_path / "found" / "here"
    write_proposals(
        target,
        observations=[propose("sure", "1.00"), propose("doubtful", "0.35", note="one, two\nthree")],
        towns=[town],
        sources=[source],
        texts={"wanghai-2031": "望海\n茶"},
    )
    return target


def test_what_is_written_is_read_back_and_the_least_sure_stands_first(folder):
    proposals = read_proposals(folder)
    assert proposals.path == folder / "proposals.csv"
    assert proposals.observations.column("observation_id") == ["doubtful", "sure"]
    assert proposals.observations.rows[0]["note"] == "one, two\nthree"
    assert {row["decision"] for row in proposals.observations.rows} == {""}
    assert proposals.towns.column("town") == ["wanghai-tea"]
    [source] = proposals.sources.rows
    assert (source["id"], source["published"], source["title_en"]) == ("wanghai-2031", "2031", "")
    assert proposals.find_text("wanghai-2031").read_text(encoding="utf-8") == "望海\n茶"
    assert read_proposals(folder / "proposals.csv") == proposals


def test_rows_alone_are_enough(tmp_path, folder):
    path = tmp_path / "rows.csv"
    path.write_bytes((folder / "proposals.csv").read_bytes())
    proposals = read_proposals(path)
    assert len(proposals.observations.rows) == 2
    assert (proposals.towns.rows, proposals.sources.rows) == ((), ())


def test_decisions_are_saved_as_the_last_column_and_read_back(folder):
    proposals = read_proposals(folder)
    first, second = proposals.observations.rows
    decided = replace(proposals.observations, rows=(first.change("decision", "accept"), second))
    save_decisions(replace(proposals, observations=decided))
    assert (
        (folder / "proposals.csv").read_text(encoding="utf-8").partition("\n")[0].endswith(",basis,decision")
    )
    assert read_proposals(folder).observations.column("decision") == ["accept", ""]


def test_decisions_are_never_written_over(folder):
    proposals = read_proposals(folder)
    rows = tuple(row.change("decision", "reject") for row in proposals.observations.rows)
    save_decisions(replace(proposals, observations=replace(proposals.observations, rows=rows)))
    before = (folder / "proposals.csv").read_bytes()
    with pytest.raises(DataError, match="2 decisions of a review"):
        write_proposals(folder, observations=[propose("other")])
    assert (folder / "proposals.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("0.35", "high", 2, "confidence 'high', expected a number from 0.00 to 1.00"),
        ("1.00", "1.01", 4, "confidence '1.01'"),
        ("observation_id,", "observation,", 1, "column 'observation'"),
        (",basis\n", ",basis,decision\n", 2, "21 cells, expected 22"),
    ],
)
def test_what_is_malformed_is_told_with_file_and_line(folder, old, new, line, words):
    path = folder / "proposals.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_proposals(folder)
    fault = caught.value.faults[0]
    assert (fault.file, fault.line) == (str(path), line)
    assert words in str(fault)


def test_an_unknown_decision_is_told(folder):
    proposals = read_proposals(folder)
    rows = tuple(row.change("decision", "perhaps") for row in proposals.observations.rows)
    save_decisions(replace(proposals, observations=replace(proposals.observations, rows=rows)))
    with pytest.raises(DataError, match="decision 'perhaps', expected accept, reject or nothing") as caught:
        read_proposals(folder)
    assert len(caught.value.faults) == 2


def test_a_spreadsheet_may_have_saved_it(folder):
    path = folder / "proposals.csv"
    text = path.read_text(encoding="utf-8").replace("three", "three").replace("1.00", "1")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace(",basis\n", ",basis,decision\n").encode())
    with pytest.raises(DataError):
        read_proposals(folder)
    lines = text.replace("one, two\nthree", "one").splitlines()
    decided = "\r\n".join([f"{lines[0]},decision", f"{lines[1]},accept", f"{lines[2]},reject", ""])
    path.write_bytes(b"\xef\xbb\xbf" + decided.encode())
    assert read_proposals(folder).observations.column("decision") == ["accept", "reject"]


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(DataError, match="no such file"):
        read_proposals(tmp_path / "nowhere.csv")
