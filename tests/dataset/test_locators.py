"""Where the documents are at hand, each printed figure and name stands where its locator says."""

from dataclasses import replace
from pathlib import Path

import pytest

from townbook.dataset.checks import check_documents
from townbook.dataset.reading import read_folder
from townbook.sources.documents import Document, open_document

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT.parent / "shared" / "sources"

needs_documents = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason=f"the source documents are not at hand in ../{DOCUMENTS.name}"
)


@pytest.fixture(scope="module")
def reading():
    return read_folder(ROOT / "data")


@pytest.fixture(scope="module")
def documents(dataset):
    return {source.id: open_document(source, folder=DOCUMENTS) for source in dataset.sources}


@needs_documents
def test_each_print_stands_at_its_span_and_each_document_is_the_one_that_was_read(reading, documents):
    assert list(check_documents(reading, documents=documents)) == []


@needs_documents
def test_every_source_is_looked_up(reading, documents):
    located = {row["source"] for row in (*reading.observations, *reading.towns)}
    assert located == set(documents)


@needs_documents
def test_a_document_that_changed_by_one_character_is_noticed(reading, documents):
    name = reading.observations[0]["source"]
    document = documents[name]
    changed = Document(" " + document.text, "0" * 64)
    faults = list(check_documents(reading, documents={name: changed}))
    located = [row for row in (*reading.observations, *reading.towns) if row["source"] == name]
    assert len(faults) == len(located) + 1


PASSAGE = "望海市有专业镇12个,产值7亿元,这是一个足够长的段落。"
MADE = f"标题\n{PASSAGE}\n{PASSAGE}\n"
FIRST, SECOND = MADE.index("12个"), MADE.rindex("12个")


@pytest.mark.parametrize(
    ("start", "line", "words"),
    [
        (FIRST, 2, ""),
        (FIRST - 1, 2, "'镇12' at its span"),
        (FIRST, 3, "line 3 for a span on line 2"),
        (SECOND, 3, "a figure located in a second copy of line 2"),
    ],
)
def test_locators_on_a_made_document(reading, make_observation, start, line, words):
    cells = {"printed": "12个", "line": str(line), "char_start": str(start), "char_end": str(start + 3)}
    row, elsewhere = make_observation(**cells), make_observation(source="not-at-hand")
    made = replace(reading, observations=(row, elsewhere), towns=(), sources=())
    faults = list(check_documents(made, documents={"wanghai-daily": Document(MADE, "0" * 64)}))
    assert [fault.found for fault in faults] == ([words] if words else [])
