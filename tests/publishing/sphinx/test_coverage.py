"""The coverage of a build: what is astray stops it, and the numbers are filled in."""

import json

import pytest
from sphinx.errors import ExtensionError

# The frame of the test's theme has no article of the book's; a page brings its own.
PAGE = "# Page\n\n:::{{container}} bd-article\n{}\n:::\n"


def test_a_numeral_without_evidence_is_a_warning_that_names_page_and_words(build):
    built = build(PAGE.format("The margin is {num}`margin`, and 17 towns are typed."))
    assert "numeral '17' in ', and 17 towns are typed.' has no evidence; say it with a role" in built.warnings
    assert "page.md" in built.warnings


def test_where_warnings_are_errors_it_stops_the_build(build):
    with pytest.raises(ExtensionError, match="1 numerals without evidence"):
        build(PAGE.format("And 17 towns."), strict=True)


def test_the_numbers_are_filled_in_and_written_beside_the_data(build):
    text = "{num}`margin` by 2024; {coverage}`total`, {coverage}`bound`, {coverage}`date`, {coverage}`code`."
    built = build(PAGE.format(text))
    numbers = [span.text for span in built.soup().select("span.coverage")]
    assert numbers == ["6", "1", "1", "0"]  # one bound, one date, four counts
    coverage = json.loads((built.folder / "data" / "coverage.json").read_text(encoding="utf-8"))
    assert coverage["numerals"] == 6
    assert coverage["without_evidence"] == 0
    assert coverage["pages"] == {"page": {"bound": 1, "count": 4, "date": 1}}
    assert built.warnings == ""


def test_a_kind_that_there_is_not_is_a_warning(build):
    assert "expected one of total, bound, allowed" in build("# Page\n\n{coverage}`nonsense`\n").warnings


def test_the_kinds_that_occur_are_listed(build):
    """Two years, and the numbers of the list itself; no formula, of which there is none."""
    built = build(PAGE.format("From 2023 to 2024.\n\n```{coverage-kinds}\n```"))
    rows = {row.th.text: row.select_one(".coverage").text for row in built.soup().select("tbody tr")}
    assert rows == {"years and dates": "2", "counts of numerals, these here": "2"}
