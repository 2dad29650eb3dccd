"""The build: an edition whose changes cannot be told is not published."""

import io
import json
from dataclasses import replace

import pytest

from townbook.analysis.differences.plain import to_json
from townbook.analysis.findings import Finding, Registry
from townbook.publishing import build
from townbook.publishing.book import open_book
from townbook.publishing.faults import BuildError


@pytest.fixture(scope="module")
def book(root):
    """The newest edition."""
    return open_book(root=root)


@pytest.fixture
def forbid(monkeypatch):
    """Let nothing run: what is told late would show by an error of another kind."""

    def work(*_, **__):
        raise AssertionError("a notebook was run")

    monkeypatch.setattr(build, "execute_jobs", work)


def test_an_edition_whose_changes_cannot_be_told_stops_the_build_in_a_line(
    book, root, tmp_path, monkeypatch, forbid
):
    lost = Registry(book.edition.id, [Finding("sum", 1.0, observations=("never-there",))])
    broken = replace(book, brief=replace(book.brief, registry=lost))
    monkeypatch.setattr(build, "open_book", lambda *_, **__: broken)
    with pytest.raises(BuildError) as said:
        build.build_books(root, edition="2024", language="en", output=tmp_path / "site", stream=io.StringIO())
    assert said.value.lines == (
        "edition 2024: what changed since 2023 cannot be said: finding 'sum' of edition 2024 rests on "
        "'never-there', which the edition does not have; mend what it names, then build again",
    )
    assert not (tmp_path / "site").exists()


def test_each_edition_with_one_before_it_is_published_with_its_changes(site, book):
    text = (site / "2024" / "en" / "data" / "changes.json").read_text(encoding="utf-8")
    assert text == to_json(book.brief.difference)
    assert json.loads(text)["old"]["edition"] == "2023"
    assert not (site / "2023" / "en" / "data" / "changes.json").exists()
