"""Figures that no longer stand: revised, corrected, withdrawn."""

from dataclasses import replace

from townbook.analysis.findings import Registry
from townbook.dataset.corrections import Correction
from townbook.figures.tables.revised_figures import MOST_ROWS

NAME = "jincheng-municipal-output-2022"


def _without_findings(brief, **parts):
    """Return a brief whose findings rest on nothing, so that a test may take figures away."""
    return replace(brief, registry=Registry(brief.registry.edition, []), **parts)


def _before(brief, change):
    """Return a brief whose edition before had the figures that `change` makes of today's."""
    rows = change(brief.data.observations.copy())
    before = _without_findings(brief, data=replace(brief.data, observations=rows), previous=None)
    return _without_findings(brief, previous=before)


def test_without_a_change_a_sentence_says_so(open_brief, see):
    seen = see("revised-figures", open_brief())
    assert (seen.rows, seen.caption) == ([], "No figure of edition 2023 was revised, corrected or withdrawn.")
    seen = see("revised-figures", open_brief(edition="2023"))
    assert (seen.rows, seen.caption) == (
        [],
        "In the first edition there is nothing that could have been revised.",
    )


def test_a_revised_figure_stands_beside_the_one_before(open_brief, see):
    """129.63亿元 allows 12.9625 to 12.9635 billion, 135亿元 13.45 to 13.55 billion: no value is in both."""
    seen = see("revised-figures", open_brief("a revised figure"))
    assert seen.heads == ["Figure", "Edition 2023", "Edition 2024", "Why"]
    assert seen.rows == [
        [
            "Output value: Jincheng 晋城市, municipal tier, 2022",
            "CNY 12.963 billion (CNY 12.9625 to 12.9635 billion); China Tibet Online (re-post), 2023",
            "CNY 13.5 billion (CNY 13.45 to 13.55 billion); Zuguo (Motherland) magazine, 25 March 2025",
            "a later document prints it anew, beyond what the earlier print allows",
        ]
    ]
    assert seen.caption == "Figures of edition 2023 that were revised: 1; corrected: 0; withdrawn: 0."
    assert seen.exhibit.observations == (f"{NAME}-anew",)


def test_a_corrected_figure_says_what_and_why(open_brief, see):
    def misprint(rows):
        rows.loc[NAME, ["value", "low", "high"]] = [12.936e9, 12.9355e9, 12.9365e9]
        return rows

    brief = _before(open_brief(), misprint)
    correction = Correction(NAME, "value", "12936000000", "12963000000", "digits swapped in print")
    seen = see("revised-figures", replace(brief, data=replace(brief.data, corrections=(correction,))))
    assert seen.rows[0][1].startswith("CNY 12.936 billion (")
    assert seen.rows[0][2].startswith("CNY 12.963 billion (")
    assert seen.rows[0][3] == "corrected: value; digits swapped in print"


def test_a_withdrawn_figure_says_whether_its_document_is_gone(open_brief, see):
    older, newer = open_brief(edition="2023"), open_brief()
    seen = see("revised-figures", replace(older, previous=replace(newer, previous=None)))
    assert len(seen.rows) == MOST_ROWS
    assert {tuple(row[2:]) for row in seen.rows} == {
        ("not reported", "its document is not part of this edition")
    }
    assert seen.caption.endswith(f"withdrawn: 65. Figures that the rows leave out: {65 - MOST_ROWS}.")

    def add_one(rows):
        rows.loc["taken-back"] = rows.loc[NAME]
        return rows

    [row] = see("revised-figures", _before(newer, add_one)).rows
    assert row[3] == "it is no longer held of its document"


def test_a_figure_without_a_number_says_so(open_brief, see):
    def add_one(rows):
        rows.loc["taken-back"] = rows.loc["xinzhou-provincial-revenue-growth-2024"]
        return rows

    [row] = see("revised-figures", _before(open_brief(), add_one)).rows
    assert row[0] == "Revenue (growth): Xinzhou 忻州市, provincial tier, 2024"
    assert row[1].startswith("stated without a number; ")
