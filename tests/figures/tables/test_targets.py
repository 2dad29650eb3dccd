"""Targets for numbers of towns, and plans for a year."""


def test_the_steepest_task_leads(open_brief, see):
    """From 10 to 30 towns in the 16 months from August 2024 to the end of 2025: 15 a year."""
    seen = see("count-target-needs", open_brief())
    assert seen.caption.startswith(
        "The steepest task is that of the municipal tier of Changzhi: its target for 2025 asks for"
        " 15 or more further towns a year, counted from August 2024."
    )
    assert seen.caption.endswith("by verdict: 4 still open and 1 not reported.")


def test_what_a_target_needs_stands_in_its_row(open_brief, see):
    row = see("count-target-needs", open_brief()).row("Changzhi 长治市, provincial tier")
    assert row[0].endswith(", 2025")
    assert row[1:] == ["3 to 5", "1 (August 2024)", "2 to 4", "1.5 to 3.0", "still open"]


def test_a_number_stands_before_its_range_where_it_is_no_end_of_it(open_brief, see):
    """Jincheng had 10 of 20 towns by some month of 2023, so that 24 to 35 months were left."""
    row = see("count-target-needs", open_brief()).row("Jincheng 晋城市, municipal tier")
    assert row[3:5] == ["10", "4 (3.4 to 5.0)"]


def test_a_target_without_a_state_says_so(open_brief, see):
    row = see("count-target-needs", open_brief()).row("Jincheng 晋城市, provincial tier")
    assert row[1:] == ["at least 4", *["not reported"] * 4]


def test_a_target_that_is_reached_needs_nothing(open_brief, see):
    seen = see("count-target-needs", open_brief("count target reached"))
    row = seen.row("Changzhi 长治市, municipal tier")
    assert row[3:] == ["0", "0", "met"]
    assert "1 met" in seen.caption
    assert "the provincial tier of Shanxi" in seen.caption


def test_no_state_to_count_from(open_brief, see):
    caption = see("count-target-needs", open_brief("no level")).caption
    assert caption.startswith("No target that is still open has a printed latest state to count from.")


def test_no_targets(open_brief, see):
    seen = see("count-target-needs", open_brief("no target"))
    assert (seen.rows, seen.notes) == ([], [])
    assert seen.caption == "No document of the edition sets a target for a number of towns."


def test_plans_of_which_nothing_is_heard(open_brief, see):
    seen = see("year-plans", open_brief())
    assert seen.caption.startswith("No document prints what became of any plan")
    assert {row[3] for row in seen.rows} == {"not reported"}


def test_a_plan_with_its_outturn_is_judged(open_brief, see):
    seen = see("year-plans", open_brief("a plan with its outturn"))
    assert seen.row("Towns added: Changzhi 长治市, municipal tier")[1:] == ["5", "6", "met"]
    assert seen.caption == "Plans for a single year by verdict: 1 met and 2 not reported."


def test_no_plans(open_brief, see):
    caption = see("year-plans", open_brief(edition="2023")).caption
    assert caption == "No document of the edition prints a plan for a single year."
