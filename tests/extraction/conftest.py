import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # labelled.py is read by benchmarks/extraction.py as well

import labelled

from townbook.extraction.document import extract_document
from townbook.extraction.proposing.proposals import propose
from townbook.extraction.times.time_mentions import Calendar
from townbook.sources.reading import read_document

TITLE = "黄石市产业集群发展综述"


@pytest.fixture(scope="session")
def lexicon():
    """The project's lexicon without its roster of towns."""
    return labelled.open_lexicon(roster=False)


@pytest.fixture(scope="session")
def calendar():
    """What a document of February 2032 counts from."""
    return Calendar(12 * 2032 + 1, exact=True)


@pytest.fixture(scope="session")
def extract(lexicon):
    """A function that returns what a text on the city of Huangshi, made up and of February 2032, proposes."""

    def run(text, *, title=TITLE, published="2032-02", lexicon=lexicon):
        document = read_document(f"{title}\n\n{text}".encode(), name="made-up.txt")
        return propose(document, lexicon=lexicon, published=published)

    return run


@pytest.fixture(scope="session")
def read(extract):
    """A function that returns the observations that a text proposes, by their print."""

    def run(text, **keys):
        rows = extract(text, **keys).observations
        assert len({row["printed"] for row in rows}) == len(rows), "prints must differ in a test"
        return {row["printed"]: row for row in rows}

    return run


@pytest.fixture(scope="session")
def tell_whose(lexicon):
    """A function that returns printed figure, town, tier and area of each statement of a text."""

    def run(text):
        found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
        return {s.figure.printed: (s.town, s.tier, s.area) for s in found.statements}

    return run
