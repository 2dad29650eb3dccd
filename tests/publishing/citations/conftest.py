"""One entry of each kind, and the editions of the project opened once."""

import pytest

from townbook.publishing.book import open_book
from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entry import Entry

SERVED = "https://towns.example.org"
REPORT = {
    "language": "en",
    "authors": (Author("The Authors"),),
    "date": "2026-11-21",
    "edition": "2024",
    "publisher": "The Authors",
    "licence": "CC-BY-4.0",
}
PART = REPORT | {"container": "Towns: a report"}


@pytest.fixture(scope="session")
def entries():
    """Entries by name, made for the tests, without addresses."""
    made = [
        Entry(kind="report", identifier="report", title="Towns: a report", **REPORT),
        Entry(kind="dataset", identifier="data", title="Figures of towns", **REPORT),
        Entry(kind="figure", identifier="bars", title="Growth was 22%", designation="Figure bars", **PART),
        Entry(kind="table", identifier="keys", title="Few are named", designation="Table keys", **PART),
        Entry(
            kind="number",
            identifier="margin",
            title="Revenue, 2023: 12 points",
            designation="finding margin",
            **PART,
        ),
        Entry(
            kind="document",
            identifier="plan",
            title="专业镇实施方案",
            language="zh",
            authors=(Author("长治市人民政府办公室"),),
            date="2023-03-31",
            publisher="长治市人民政府办公室",
            genre="plan",
            title_en="A plan for towns",
            publisher_en="General Office of Changzhi",
            transliteration="Zhuan ye zhen shi shi fang an",
        ),
        Entry(
            kind="document",
            identifier="article",
            title="特色专业镇",
            language="zh",
            date="2023-07",
            inferred=True,
            publisher="示例报",
            container="示例报",
            genre="news",
            title_en="Towns of note",
            publisher_en="Sample Daily",
            transliteration="Te se zhuan ye zhen",
        ),
    ]
    return {entry.identifier: entry for entry in made}


@pytest.fixture(scope="session")
def book(root):
    """The edition of 2024."""
    return open_book("2024", root=root)
