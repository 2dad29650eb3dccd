"""Stated growth against targets, and the levels that it implies."""


def test_a_target_that_was_met(open_brief, see):
    caption = see("growth-statements", open_brief()).caption
    assert caption.startswith(
        "Revenue of Shangdang medicinal herbs grew by 22% on the year before in the first half of 2024,"
        " against a target of 10%. The target was met, with a margin of 12 points (the prints allow 11 to 13"
        " points)."
    )
    assert caption.endswith("Of 6 growth statements (5 with a number), 1 can be set against a target.")


def test_a_target_that_was_missed(open_brief, see):
    caption = see("growth-statements", open_brief("growth below the target")).caption
    assert "The target was missed, with a margin of −2 points (the prints allow −3 to −1 points)." in caption


def test_a_margin_that_rounding_may_turn(open_brief, see):
    caption = see("growth-statements", open_brief("growth at the target")).caption
    assert "With a margin of 0 points (the prints allow −1 to 1 points) this is too close to call." in caption


def test_growth_target_and_margin_stand_in_one_row(open_brief, see):
    row = see("growth-statements", open_brief()).row("Revenue: Shangdang medicinal herbs 上党中药材")
    assert row[0].endswith("Changzhi 长治市, provincial tier, first half of 2024")
    assert row[1:4] == ["22% (21.5 to 22.5%)", "10%", "12 points (11 to 13 points)"]
    assert row[4] == "met; the period of the target is not printed"


def test_a_fall_does_not_grow(open_brief, see):
    caption = see("growth-statements", open_brief("revenue falls")).caption
    assert caption.startswith("Revenue of Shangdang medicinal herbs changed by −3% on the year before")


def test_no_growth_that_a_target_applies_to(open_brief, see):
    seen = see("growth-statements", open_brief("no target for growth"))
    assert seen.caption.startswith("No growth rate in the documents can be set against a printed target.")
    row = seen.row("Revenue: Shangdang medicinal herbs 上党中药材")
    assert row[1:] == ["22% (21.5 to 22.5%)", "none that applies", "none", "without an applicable target"]


def test_what_is_noted_on_a_growth_stands_behind_its_verdict(open_brief, see):
    row = see("growth-statements", open_brief()).row("People in growing and trading households")
    assert row[4] == (
        "without an applicable target. Printed for Pingshun County, not for the town;"
        " printed after households and people together, bound to the nearer"
    )


def test_growth_without_a_number_is_said_in_words(open_brief, see):
    row = see("growth-statements", open_brief()).row("Revenue: Xinzhou 忻州市, provincial tier, 2024")
    assert row[1] == "stated without a number"
    assert row[4] == "not known; the growth is stated without a number and a target is set, but not printed"


def test_no_growth_leaves_an_empty_table_that_says_so(open_brief, see):
    seen = see("growth-statements", open_brief("no growth"))
    assert seen.rows == []
    assert seen.caption == "No document of the edition states a growth rate."
    assert seen.alt.startswith("A table without rows")


def test_a_level_and_its_growth_imply_the_level_before(open_brief, see):
    """CNY 635 million after a growth of 22% is CNY 635 / 1.22 = 520.5 million before it."""
    seen = see("implied-bases", open_brief())
    row = seen.row("Revenue: Shangdang medicinal herbs")
    assert row[1:4] == ["CNY 635 million", "22%", "CNY 520 million"]
    assert "imply CNY 520 million a year before" in seen.caption


def test_nothing_is_implied_without_growth(open_brief, see):
    for brief in (open_brief("no growth"), open_brief(edition="2023")):
        seen = see("implied-bases", brief)
        assert seen.rows == []
        assert seen.caption.startswith("No document prints a level together with its growth")
