"""`townbook extract` as a user runs it: what it prints and writes, and how each wrong use ends."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from townbook import cli
from townbook.commands import messages
from townbook.dataset.proposals import PROPOSAL_COLUMNS, read_proposals, save_decisions

# Made up.
TEXT = "黄石市产业集群发展综述\n\n2031年，全市产值30亿元，同比增长8%，大冶铜器产业集群产值12亿元。\n"
OTHER = "黄石市产业集群再上台阶\n\n2032年上半年，大冶铜器产业集群产值7亿元，带动就业2万人。\n"


@pytest.fixture
def extract(capsys):
    """A function that runs the verb and returns status, stdout and stderr."""

    def run(*arguments):
        status = cli.main(["extract", *map(str, arguments)])
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def articles(tmp_path):
    for name, text in {"one.txt": TEXT, "two.txt": OTHER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "one.txt", tmp_path / "two.txt"


def test_rows_are_printed_as_csv_those_that_most_need_a_look_first(extract, articles):
    status, out, err = extract(*articles, "--published", "2032-08")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == messages.FINE
    assert tuple(rows[0]) == PROPOSAL_COLUMNS
    assert {row["printed"] for row in rows} == {"30亿元", "8%", "12亿元", "7亿元", "2万人"}
    sure = [float(row["confidence"]) for row in rows]
    assert sure == sorted(sure)
    assert len({row["observation_id"] for row in rows}) == len(rows)
    assert "3 figures proposed" in err
    assert "2 figures proposed" in err


def test_rows_are_printed_as_a_json_object_a_line(extract, articles):
    status, out, _ = extract(articles[0], "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == messages.FINE
    assert {tuple(row) for row in rows} == {PROPOSAL_COLUMNS}


def test_a_date_that_is_not_printed_is_said_to_be_inferred(extract, articles):
    _, _, err = extract(articles[0])
    assert "one.txt:1: published 2031, inferred" in err
    _, _, err = extract(articles[0], "--published", "2032-08-01")
    assert "inferred" not in err


def test_a_folder_is_written_that_review_and_accept_read(extract, articles, tmp_path):
    status, out, _ = extract(*articles, "--published", "2032-08", "--output", tmp_path / "proposals")
    folder = read_proposals(tmp_path / "proposals")
    assert status == messages.FINE
    assert all((tmp_path / "proposals") in path.parents for path in map(Path, out.splitlines()))
    assert len(folder.observations.rows) == 5
    assert [row["zh"] for row in folder.towns.rows] == ["大冶铜器"]
    assert len(folder.sources.rows) == 2


def test_decisions_are_not_written_over(extract, articles, tmp_path):
    extract(articles[0], "--output", tmp_path / "proposals")
    folder = read_proposals(tmp_path / "proposals")
    decide(folder)
    before = (tmp_path / "proposals" / "proposals.csv").read_bytes()
    status, _, err = extract(articles[1], "--output", tmp_path / "proposals")
    assert status == messages.WRONG_INPUT
    assert "decision" in err
    assert (tmp_path / "proposals" / "proposals.csv").read_bytes() == before


def decide(folder):
    rows = tuple(row.with_cells(decision="accept") for row in folder.observations.rows)
    save_decisions(replace(folder, observations=replace(folder.observations, rows=rows)))


def test_the_text_of_a_web_page_is_stored_for_its_locators(extract, tmp_path):
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    page.write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")
    status, _, _ = extract(page, "--output", tmp_path / "proposals")
    (text,) = (tmp_path / "proposals" / "texts").iterdir()
    rows = read_proposals(tmp_path / "proposals").observations.rows
    stored = text.read_text(encoding="utf-8")
    assert status == messages.FINE
    assert all(stored[int(row["char_start"]) : int(row["char_end"])] == row["printed"] for row in rows)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "found binary data"),
        ("broken.pdf", b"%PDF-1.7\n%%EOF", "broken.pdf"),
        ("huge.txt", "产值3亿元，企业20家。".encode() * 1_700_000, "at most"),  # 54 MB
    ],
)
def test_a_document_that_cannot_be_read_does_not_keep_the_others(name, content, complaint, extract, articles):
    tmp_path = articles[0].parent
    if content is not None:
        (tmp_path / name).write_bytes(content)
    status, out, err = extract(tmp_path / name, articles[0])
    (line,) = [line for line in err.splitlines() if name in line]
    assert status == messages.WRONG_INPUT
    assert complaint in line.lower()
    assert "30亿元" in out
    assert "Traceback" not in err


def test_a_folder_is_no_document(extract, tmp_path):
    status, out, err = extract(tmp_path)
    assert (status, out) == (messages.WRONG_INPUT, "")
    assert "is a directory" in err


def test_nothing_is_written_where_nothing_can_be_read(extract, tmp_path):
    status, _, _ = extract(tmp_path / "missing.txt", "--output", tmp_path / "proposals")
    assert status == messages.WRONG_INPUT
    assert not (tmp_path / "proposals").exists()


def test_a_folder_that_cannot_be_made_is_said(extract, articles):
    status, _, err = extract(articles[0], "--output", articles[1])
    assert status == messages.WRONG_INPUT
    assert "choose another folder" in err


@pytest.mark.parametrize("published", ["2031-13", "last year", "2031-02-30", ""])
def test_a_date_that_is_none_is_wrong_usage(published, extract, articles):
    status, out, err = extract(articles[0], "--published", published)
    assert (status, out) == (messages.WRONG_USAGE, "")
    assert len(err.splitlines()) == 1
    assert "write 2025, 2025-11 or 2025-11-30" in err
