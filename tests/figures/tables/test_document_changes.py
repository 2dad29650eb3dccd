"""What each document brought to an edition."""

from dataclasses import replace

import pandas as pd

from townbook.analysis.findings import Registry


def test_each_new_document_says_how_much_it_brought(open_brief, see):
    """34 and 31 of the 65 figures that only edition 2024 has; the plan's ten towns are printed again."""
    seen = see("document-changes", open_brief())
    assert seen.rows == [
        ["Shanxi Economic Daily, 6 August 2024", "34", "1", "0", "7"],
        ["Zuguo (Motherland) magazine, 25 March 2025", "31", "0", "0", "7"],
    ]
    assert seen.caption == "New documents: 2. New figures: 65."


def test_in_the_first_edition_every_document_is_new(open_brief, see):
    brief = open_brief(edition="2023")
    seen = see("document-changes", brief)
    assert [row[0].partition(",")[0] for row in seen.rows][1:] == [
        "Xinhua News Agency",
        "China Tibet Online (re-post)",
    ]
    assert sum(int(row[1]) for row in seen.rows) == len(brief.data.observations)
    assert sum(int(row[4]) for row in seen.rows) == len(brief.data.towns)
    assert seen.caption == "In the first edition every document is new."


def test_a_document_that_revises_is_counted_so(open_brief, see):
    row = see("document-changes", open_brief("a revised figure")).row("Zuguo")
    assert row[1:] == ["32", "0", "1", "7"]


def test_an_edition_like_the_one_before_has_no_new_document(open_brief, see):
    brief = open_brief()
    seen = see("document-changes", replace(brief, previous=brief))
    assert (seen.rows, seen.caption) == ([], "No document is new.")


def test_documents_that_are_gone_or_known_before_say_so(open_brief, see):
    """The edition of 2024 set before that of 2023, and one figure kept back from the latter."""
    brief, newer = open_brief(edition="2023"), open_brief()
    seen = see("document-changes", replace(brief, previous=replace(newer, previous=None)))
    assert [row[0].rpartition(" ")[2] for row in seen.rows] == ["(withdrawn)", "(withdrawn)"]
    fewer = replace(newer.data, observations=newer.data.observations.drop("changzhi-municipal-towns-2023-03"))
    before = replace(newer, data=fewer, registry=Registry("2024", []), previous=None)
    now = replace(newer, registry=Registry("2024", []), previous=before)
    [row] = see("document-changes", now).rows
    assert row[0].endswith("31 March 2023 (known before)")
    assert row[1] == "1"


def test_a_town_that_moved_is_named_with_its_tiers(open_brief, see):
    brief = open_brief()
    towns = brief.previous.data.towns.copy()
    towns.loc["qinzhou-huangxiaomi", "tier"] = "county"
    before = replace(brief.previous, data=replace(brief.previous.data, towns=towns))
    seen = see("document-changes", replace(brief, previous=before))
    name = brief.words.town("qinzhou-huangxiaomi")
    assert f"Towns that moved to another tier: {name} (from county tier to municipal tier)." in seen.caption


def test_a_further_print_counts_for_the_document_that_has_it(open_brief, see):
    brief = open_brief()
    reprints = pd.DataFrame(
        [{"observation_id": "changzhi-municipal-towns-2023-03", "source": "xinzhou-review-2025"}]
    )
    now = replace(brief, data=replace(brief.data, reprints=reprints))
    assert see("document-changes", now).row("Zuguo")[2] == "1"
