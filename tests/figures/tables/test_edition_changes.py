"""What changed since the edition before: headline findings and counts, verdicts that turned first."""

from dataclasses import replace

import pandas as pd
import pytest

from townbook.analysis.findings import Finding, Registry
from townbook.figures.tables.edition_changes import MOST_ROWS, tabulate_edition_changes


def _turn(brief, name, finding):
    others = [found for found in brief.registry.values() if found.id != name]
    return replace(brief, registry=Registry(brief.registry.edition, [*others, finding]))


def test_the_first_edition_has_none_before_it(open_brief, see):
    seen = see("edition-changes", open_brief(edition="2023"))
    assert seen.rows == []
    assert seen.caption == "This is the first edition: there is none before it to compare it with."


def test_old_and_new_stand_beside_each_other(open_brief, see):
    """From 10 to 30 towns: 20 in the 33 months from March 2023, 20 in the 16 from August 2024."""
    seen = see("edition-changes", open_brief())
    assert seen.heads == ["What", "Edition 2023", "Edition 2024", "Change and cause"]
    row = seen.row("Towns a year that the municipal tier of Changzhi needs")
    assert row[1:3] == [
        "7.27 (7.27 or more), still open; counted from March 2023",
        "15 (15 or more), still open; counted from August 2024",
    ]


def test_what_became_known_says_why_it_was_not_and_which_document_did_it(open_brief, see):
    row = see("edition-changes", open_brief()).row("Margin of the latest tested growth")
    assert row[1] == "without an applicable target"
    assert row[2].startswith("12 points (11 to 13 points), met; revenue of Shangdang medicinal herbs")
    assert row[3] == "Became known. New document: Shanxi Economic Daily"


def test_of_a_publisher_of_several_documents_the_date_is_said_too(open_brief, see):
    brief = open_brief()
    sources = [replace(source, publisher="x", publisher_en="X") for source in brief.data.sources]
    seen = see("edition-changes", replace(brief, data=replace(brief.data, sources=tuple(sources))))
    assert seen.rows[0][3] == "Verdict turned. New document: X, 6 August 2024"


def test_of_several_documents_the_number_is_said(open_brief, see):
    seen = see("edition-changes", open_brief())
    assert seen.row("Documents")[1:] == ["3", "5", "New documents: 2"]


def test_the_real_verdict_that_turned_is_the_first_row(open_brief, see):
    """Edition 2023 has no area with a count for every tier, edition 2024 has Changzhi."""
    seen = see("edition-changes", open_brief())
    assert seen.rows[0][:3] == [
        "Areas with a printed number for every tier",
        "0, partial",
        "1, complete; Changzhi",
    ]
    assert seen.rows[0][3].startswith("Verdict turned. New document: ")


def test_a_table_that_can_be_read(open_brief, see):
    assert len(see("edition-changes", open_brief()).rows) <= 25


def test_a_verdict_that_turned_is_named_in_the_caption(open_brief, see):
    brief = open_brief()
    margin = brief.registry["headline-margin"]
    before = _turn(brief, "headline-margin", replace(margin, value=-0.02, interval=None, verdict="missed"))
    seen = see("edition-changes", replace(brief, previous=before))
    assert seen.rows[0][1:3] == ["−2 points, missed", "12 points (11 to 13 points), met"]
    assert "the verdict turned for these: margin of the latest tested growth over its target." in seen.caption
    assert [row[3] for row in seen.rows[1:]] == ["The same"] * (len(seen.rows) - 1)


def test_findings_that_the_rows_leave_out_are_counted(open_brief, see):
    brief = open_brief()
    name = "precision-median"
    moved = replace(brief.registry[name], value=0.25)
    seen = see("edition-changes", replace(brief, previous=_turn(brief, name, moved)))
    assert seen.caption.endswith("Changes in further findings, which the rows leave out: 1.")


def test_what_is_lost_is_said_with_the_document_that_it_was_held_of(open_brief, see):
    """Both editions have the document; what is held of it differs, which is a correction."""
    brief = open_brief("no target for growth")
    before = replace(open_brief(), previous=None)
    row = see("edition-changes", replace(brief, previous=before)).row("Margin of the latest tested growth")
    assert row[1].startswith("12 points (11 to 13 points), met")
    assert row[2] == "without an applicable target"
    assert row[3] == "No longer known. Correction: Shanxi Economic Daily"


def test_an_edition_like_the_one_before_changes_nothing(open_brief):
    brief = open_brief()
    table = tabulate_edition_changes(replace(brief, previous=brief))
    assert set(table["change"]) == {"count"}


def test_of_many_changes_all_that_turned_are_shown_and_of_others_no_more_than_can_be_read(open_brief, see):
    """40 verdicts turn and 40 values change: more than the rows that there are for both."""
    brief = open_brief()
    names = [f"towns-{140400 + number}-municipal" for number in range(80)]
    about = {"area": "140400", "tier": "municipal", "period": "2024-08"}

    def register(value, verdict):
        made = [
            Finding(name, value, verdict=verdict if place < 40 else "", unit="towns", about=about)
            for place, name in enumerate(names)
        ]
        return Registry(brief.registry.edition, made)

    before = replace(brief, registry=register(1.0, "missed"), previous=None)
    table = tabulate_edition_changes(replace(brief, registry=register(2.0, "met"), previous=before))
    assert list(table["change"]) == ["turned"] * 40
    plain = replace(brief, registry=register(2.0, "missed"), previous=before)
    assert list(tabulate_edition_changes(plain)["change"]) == ["changed"] * MOST_ROWS
    assert see("edition-changes", plain).caption.endswith(f"leave out: {80 - MOST_ROWS}.")


def test_the_download_has_values_ends_verdicts_and_causes(open_brief, see):
    table = see("edition-changes", open_brief()).exhibit.table
    row = table.set_index("finding").loc["headline-margin"]
    assert pd.isna(row["old_value"])
    assert list(row[["new_value", "new_low", "new_high"]]) == pytest.approx([0.12, 0.11, 0.13])
    assert (row["old_verdict"], row["new_verdict"]) == ("no_target", "met")
    assert (row["causes"], row["sources"]) == ("new_document", "changzhi-article-2024")
    assert row["observations"].split() == [
        "shangdang-herbs-revenue-growth-2024-h1",
        "shangdang-herbs-revenue-growth-target",
    ]
