import math

import pandas as pd
import pytest

from townbook.analysis.count_targets import tabulate_count_targets
from townbook.analysis.targets import find_targets


@pytest.fixture
def aiming(made):
    """A target of 30 towns or more in 2025, set in March 2023."""
    made.documents = {"plan": "2023-03-31", "paper": "2024-08-06"}
    return made.count("aim", "30个以上", kind="target", period="2025", qualifier="at_least", source="plan")


def row_of(made, **cut):
    return tabulate_count_targets(made.cut(**cut)).iloc[0]


def test_what_is_still_needed_and_how_many_a_year(aiming):
    row = row_of(aiming.count("state", "10个", period="2024-08"))
    # 30 - 10 = 20 towns; from the end of August 2024 to the end of 2025 are 16 months: 20 * 12 / 16 = 15
    assert [row["needed"], row["needed_low"], row["needed_high"]] == [20, 20, math.inf]
    assert [row["yearly"], row["yearly_low"], row["yearly_high"]] == pytest.approx([15, 15, math.inf])
    assert row["verdict"] == "open"
    assert (row["state_observation"], row["state_period"]) == ("state", "2024-08")


def test_a_target_for_the_growth_of_the_number_is_no_number_of_towns(aiming):
    aiming.count("state", "10个", period="2024-08").count("rate", "20%", kind="target", period="2026")
    assert list(tabulate_count_targets(aiming.cut())["observation"]) == ["aim"]


def test_a_state_whose_month_is_not_printed_widens_the_yearly_number(made):
    made.count("aim", "20个", kind="target", period="2025").count("state", "10个", period="2023")
    row = row_of(made)
    # from the end of January 2023 at the earliest 35 months, from the end of December 24: 120 / 35 to
    # 120 / 24, and 120 / 29.5 in the middle
    assert [row["yearly_low"], row["yearly"], row["yearly_high"]] == pytest.approx([120 / 35, 120 / 29.5, 5])
    assert [row["needed_low"], row["needed_high"]] == [10, 10]


def test_a_range_needs_its_lower_end_at_least_and_its_upper_end_at_most(made):
    made.count("aim", "3-5个", kind="target", period="2025", qualifier="range", tier="provincial")
    made.count("state", "1个", period="2024-08", tier="provincial")
    row = row_of(made)
    assert [row["needed"], row["needed_low"], row["needed_high"]] == [2, 2, 4]
    made.count("reached", "3个", period="2024-12", tier="provincial")
    assert row_of(made)["verdict"] == "met"
    assert [row_of(made)[name] for name in ("needed", "needed_low", "needed_high")] == [0, 0, 2]


def test_without_a_state_nothing_is_known(aiming):
    row = row_of(aiming.count("other-tier", "10个", period="2024-08", tier="county"))
    assert row["verdict"] == "not_reported"
    assert math.isnan(row["needed"])
    assert row["state_observation"] == ""


@pytest.mark.parametrize(
    ("printed", "period", "cutoff", "verdict"),
    [
        ("10个", "2024-08", "2025-03-31", "open"),  # the horizon is ahead
        ("10个", "2024-08", "2026-03-31", "not_known"),  # it has passed, the state is older
        ("29个", "2025-12", "2026-03-31", "missed"),
        ("29个", "2025-12", "2025-12-30", "missed"),  # a state of the last month decides before the last day
        ("30个", "2025-12", "2026-03-31", "met"),
        ("29个", "2025", "2026-03-31", "not_known"),  # a state of 2025, the month not printed
        ("29个", "2026-08", "2027-03-31", "missed"),  # not met even later
        ("31个", "2026-08", "2027-03-31", "not_known"),  # met, perhaps too late
        ("31个", "2024-08", "2025-03-31", "met"),  # met early
    ],
)
def test_the_verdict_by_state_horizon_and_cutoff(aiming, printed, period, cutoff, verdict):
    aiming.documents = dict.fromkeys(("plan", "paper"), "2023-03-31")
    row = row_of(aiming.count("state", printed, period=period), cutoff=cutoff)
    assert row["verdict"] == verdict
    assert pd.isna(row["yearly"]) == (period >= "2025" or verdict == "not_known")


def test_a_later_state_does_not_undo_a_target_met_in_time(aiming):
    aiming.documents = dict.fromkeys(("plan", "paper"), "2023-03-31")
    aiming.count("in-time", "30个", period="2025-11").count("later", "33个", period="2026-08")
    assert row_of(aiming, cutoff="2027-03-31")["verdict"] == "met"


def test_a_state_that_may_or_may_not_meet_the_target_is_fragile(made):
    made.count("aim", "30个", kind="target", period="2025")
    made.count("state", "20余个", period="2024-08", qualifier="more_than")  # 20 to 30
    row = row_of(made)
    assert row["verdict"] == "fragile"
    assert [row["needed_low"], row["needed"], row["needed_high"]] == [0, 10, 10]


def test_a_last_state_that_may_or_may_not_meet_the_target_stays_fragile(made):
    made.count("aim", "25个", kind="target", period="2025")
    made.count("state", "20余个", period="2025-12", qualifier="more_than")
    assert row_of(made, cutoff="2026-03-31")["verdict"] == "fragile"


def test_findings_say_what_they_rest_on(aiming):
    open_one = {finding.id: finding for finding in find_targets(aiming.cut())}
    assert open_one["needed-140400-municipal-2025"].formula == ""
    assert open_one["yearly-140400-municipal-2025"].inputs == ()
    aiming.count("state", "10个", period="2024-08")
    known = {finding.id: finding for finding in find_targets(aiming.cut())}
    assert known["yearly-140400-municipal-2025"].inputs == ("needed-140400-municipal-2025",)
    assert "months" in known["yearly-140400-municipal-2025"].formula
    assert "target minus latest state" in known["needed-140400-municipal-2025"].formula
    assert known["needed-140400-municipal-2025"].observations == ("aim", "state")
    assert known["needed-140400-municipal-2025"].about["state"] == "2024-08"


def test_with_the_horizon_behind_the_state_no_yearly_number_is_left(aiming):
    aiming.documents = dict.fromkeys(("plan", "paper"), "2023-03-31")
    aiming.count("state", "20个", period="2025-12")
    findings = {finding.id: finding for finding in find_targets(aiming.cut(cutoff="2026-03-31"))}
    assert findings["needed-140400-municipal-2025"].value == 10
    assert findings["yearly-140400-municipal-2025"].value is None
    assert findings["yearly-140400-municipal-2025"].verdict == "missed"
    assert findings["steepest-count-target"].value is None


def test_the_target_repeated_or_raised_by_a_later_document_counts_once(aiming):
    aiming.count("raised", "40个", kind="target", period="2025").count("state", "10个", period="2024-08")
    table = tabulate_count_targets(aiming.cut())
    assert list(table["observation"]) == ["raised"]
    assert table["needed"].iloc[0] == 30


def test_two_targets_of_one_document_for_one_horizon_do_not_clash(made):
    made.count("sure", "3个", kind="target", period="2025").count(
        "hoped", "5个", kind="target", period="2025"
    )
    assert len(tabulate_count_targets(made.cut())) == 1


def test_the_steepest_target_is_one_that_is_still_open(made):
    made.count("near", "20个", kind="target", period="2024").count(
        "far", "26个", kind="target", period="2026"
    )
    made.count("state", "10个", period="2024-06")
    findings = {finding.id: finding for finding in find_targets(made.cut(cutoff="2025-03-31"))}
    steepest = findings["steepest-count-target"]
    # 16 towns in 30 months are 6.4 a year; the 10 in 6 months of the other are over
    assert steepest.value == pytest.approx(6.4)
    assert steepest.inputs == ("yearly-140400-municipal-2026", "needed-140400-municipal-2026")
    assert findings["count-targets"].value == 2
    assert findings["count-targets-open"].value == 1


def test_a_horizon_of_several_years_stands_in_the_id_without_a_slash(made):
    made.count("aim", "20个", kind="target", period="2027/2029").count("state", "10个", period="2024-06")
    findings = {finding.id: finding for finding in find_targets(made.cut())}
    # 10 towns from the end of June 2024 to the end of 2029: 66 months
    assert findings["yearly-140400-municipal-2027-2029"].value == pytest.approx(120 / 66)


def test_all_targets_met(made):
    made.count("aim", "9个", kind="target", period="2025").count("state", "10个", period="2024-06")
    findings = {finding.id: finding for finding in find_targets(made.cut())}
    assert findings["needed-140400-municipal-2025"].value == 0
    assert findings["steepest-count-target"].verdict == "met"
