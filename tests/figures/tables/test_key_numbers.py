"""The front page's table."""

import pytest


def test_the_front_page_is_read_in_half_a_minute(open_brief, see):
    for edition in ("2024", "2023"):
        assert 10 <= len(see("key-numbers", open_brief(edition=edition)).rows) <= 14


def test_growth_and_margin_stand_beside_each_other(open_brief, see):
    seen = see("key-numbers", open_brief())
    growth = "Growth of revenue of Shangdang medicinal herbs, first half of 2024"
    assert seen.row(growth)[1:] == ["22%", "21.5 to 22.5%", "as printed"]
    margin = seen.row("Its margin over the target of 10%")
    assert margin[1:] == ["12 points", "11 to 13 points", "met; the period of the target is not printed"]


@pytest.mark.parametrize(
    ("variant", "margin", "verdict"),
    [
        ("growth below the target", "−2 points", "missed"),
        ("growth at the target", "0 points", "too close to call"),
        ("revenue falls", "−13 points", "missed"),
    ],
)
def test_another_growth_turns_value_verdict_and_caption(open_brief, see, variant, margin, verdict):
    seen = see("key-numbers", open_brief(variant))
    row = seen.row("Its margin over the target")
    assert row[1] == margin
    assert row[3].startswith(verdict)
    assert verdict in seen.caption


def test_untested_growth_is_named_with_the_reason(open_brief, see):
    seen = see("key-numbers", open_brief(edition="2023"))
    row = seen.row("Growth of output value of the provincial tier of Shanxi, January to May 2023")
    assert row[1:] == ["16.4%", "16.35 to 16.45%", "without an applicable target"]
    assert not [row for row in seen.rows if "margin" in row[0]]


def test_what_no_document_prints_is_said_in_words(open_brief, see):
    seen = see("key-numbers", open_brief(edition="2023"))
    for beginning in ("Towns in the county tier of Shanxi", "A part of a year", "Money per town of one city"):
        assert seen.row(beginning)[1:] == ["not reported"] * 3
    table = seen.exhibit.table.set_index("line")
    assert table.loc["pace", ["value", "low", "high"]].isna().all()
    assert table.loc["pace", "verdict"] == "not_reported"


def test_growth_without_a_number_is_not_known(open_brief, see):
    seen = see("key-numbers", open_brief("no growth with a number"))
    assert seen.row("Margin of a growth over its target")[1:] == ["not known"] * 3
    assert seen.caption.startswith("Growth is stated without a number only")


def test_no_growth_at_all_is_not_reported(open_brief, see):
    seen = see("key-numbers", open_brief("no growth"))
    assert seen.row("Margin of a growth over its target")[1:] == ["not reported"] * 3
    assert seen.caption.startswith("No document of the edition states a growth rate.")


def test_pace_is_judged_against_an_even_one(open_brief, see):
    row = see("key-numbers", open_brief()).row(
        "Output value of the municipal tier of Changzhi, first half of 2024"
    )
    assert row[1] == "43.0%"
    assert row[3].startswith("below an even pace; ")


def test_a_new_city_takes_the_lead_without_an_edit(open_brief, see):
    seen = see("key-numbers", open_brief("a new city"))
    compared = seen.row("Output value per town, municipal tier: Yangquan in 2023")
    assert compared[0].endswith("as a multiple of Changzhi in 2023")


def test_a_goal_whose_year_is_not_printed_has_a_line_for_each_end(open_brief, see):
    """From 10.68 to 100 hundred million: 9.3633 to the sixth root is 1.4518, to the fourth 1.7493."""
    rows = [row for row in see("key-numbers", open_brief()).rows if row[0].startswith("Yearly growth")]
    assert [(row[0][-20:], row[1]) for row in rows] == [
        ("if it falls due in 2029"[-20:], "45.2%"),
        ("if it falls due in 2027"[-20:], "74.9%"),
    ]
