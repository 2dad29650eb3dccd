import csv
import re
from pathlib import Path

import pytest
import yaml

from townbook.sources.reading import read_document

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT.parent / "shared" / "sources"
SOURCES = yaml.safe_load((ROOT / "data" / "sources.yml").read_text(encoding="utf-8"))
# First and last line of each article; what stands around them are menus, links, licences, a second copy.
ARTICLES = {
    "changzhi-plan-2023": (1, 233),
    "shanxi-expo-2023": (2, 23),
    "jincheng-article-2023": (1, 6),
    "changzhi-article-2024": (2, 43),
    "xinzhou-review-2025": (15, 49),
}
OFFICIALS = (101, 195)
PRINTED = {
    "changzhi-plan-2023": "2023年3月31日",
    "changzhi-article-2024": "2024-08-06",
    "xinzhou-review-2025": "2025-03-25",
}


@pytest.fixture(scope="module", params=[source["id"] for source in SOURCES])
def source(request):
    if not DOCUMENTS.is_dir():
        pytest.skip("the source documents are not at hand in ../shared/sources")
    return next(source for source in SOURCES if source["id"] == request.param)


@pytest.fixture(scope="module")
def document(source):
    return read_document((DOCUMENTS / source["file"]).read_bytes(), name=source["file"])


@pytest.fixture(scope="module")
def lines(document):
    """The lines of which something is read."""
    return {document.locate(p.start, p.end)[0] for p in document.passages}


def test_what_the_catalogue_says_is_found_out(source, document):
    assert document.encoding == source["encoding"]
    assert document.script == source["script"]
    assert document.sha256 == source["sha256"]


def test_every_recorded_figure_lies_in_a_passage(source, document):
    with (ROOT / "data" / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] == source["id"]]
    spans = [document.locate(p.start, p.end)[1:] for p in document.passages]
    figures = {row["observation_id"]: (int(row["char_start"]), int(row["char_end"])) for row in rows}
    lost = [
        name for name, (a, b) in figures.items() if not any(first <= a and b <= last for first, last in spans)
    ]
    assert rows
    assert lost == []


def test_nothing_around_the_article_is_read(source, lines):
    first, last = ARTICLES[source["id"]]
    assert lines
    assert all(first <= line <= last for line in lines)


def test_nobody_in_the_list_of_officials_is_read(source, document, lines):
    if source["id"] != "changzhi-plan-2023":
        pytest.skip("no list of officials in this document")
    assert not any(OFFICIALS[0] <= line <= OFFICIALS[1] for line in lines)
    listed = document.original.split("\n")[OFFICIALS[0] - 1 : OFFICIALS[1]]
    entries = (re.fullmatch(r"(?:.*:)?\s*(\S{2,3}|\S \S)\s{2,}.*", entry) for entry in listed)
    names = {entry[1].replace(" ", "") for entry in entries if entry}
    read = "".join(document.text[p.start : p.end] for p in document.passages)
    assert len(names) > 40
    assert not any(name in read for name in names)


def test_the_title_and_the_day_are_found(source, document):
    said = re.sub(r"\W", "", document.title)
    assert said in re.sub(r"\W", "", source["title"]) or re.sub(r"\W", "", source["title"]) in said
    stamps = "".join(document.text[p.start : p.end] for p in document.datelines)
    assert PRINTED.get(source["id"], "") in stamps


def test_no_passage_has_readings_in_brackets_or_odd_characters(document):
    read = "".join(document.text[p.start : p.end] for p in document.passages)
    assert not re.search(r"[\u4e00-\u9fff]\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)", read)
    assert not re.search(r"[\u200b-\u200f\u00a0\u3000\uff10-\uff19]", read)
