"""What can be compared, what a comparison is worth, and ratios."""


def test_the_matrix_begins_with_what_can_be_compared(open_brief, see):
    seen = see("comparability-matrix", open_brief())
    words = [" ".join(row) for row in seen.rows]
    allowed = ["comparable with a caveat" in text for text in words]
    alone = ["nothing to set it beside" in text for text in words]
    assert allowed == sorted(allowed, reverse=True)
    assert alone == sorted(alone)


def test_a_cell_says_value_verdict_and_partner(open_brief, see):
    seen = see("comparability-matrix", open_brief())
    row = seen.row("Output value, municipal tier, 2023")
    assert row[1] == "CNY 23.865 billion: comparable with a caveat, beside Jincheng"
    assert row[2:4] == ["not reported", "not reported"]
    assert row[4].startswith("the two figures are of different years")


def test_a_new_city_has_a_column(open_brief, see):
    seen = see("comparability-matrix", open_brief("a new city"))
    assert seen.heads[1:5] == ["Yangquan 阳泉市", "Changzhi 长治市", "Jincheng 晋城市", "Xinzhou 忻州市"]
    assert seen.caption.startswith(
        "Comparisons between Yangquan, Changzhi, Jincheng and Xinzhou: the documents allow"
    )


def test_one_city_compares_with_nothing(open_brief, see):
    seen = see("comparability-matrix", open_brief("one document"))
    assert seen.caption.startswith("Fewer than two cities print figures of their own towns")
    assert seen.rows[0][1].endswith("no other city prints it")


def test_a_comparison_names_what_would_reverse_it(open_brief, see):
    """CNY 2.3865 billion a town against 1.2963 is 1.841 times, which 84.1 per cent in a year would close."""
    seen = see("sensitivity", open_brief())
    assert seen.caption == (
        "Output value per town of Changzhi in 2023 came to 1.84 times that of Jincheng in 2022, a result that"
        " is not reversed by a printed growth. Jincheng would have needed a growth of 84.1% a year to"
        " draw level; the highest growth of"
        " output value that is printed is 20%."
    )


def test_without_growth_nothing_rules_the_reversal_out(open_brief, see):
    seen = see("sensitivity", open_brief("no growth"))
    assert "no growth of output value is printed that it could be held against" in seen.caption
    assert {row[3] for row in seen.rows} == {"not reported"}
    assert {row[4].partition(";")[0] for row in seen.rows} == {"too close to call"}


def test_two_figures_of_one_year_have_no_growth_between_them(open_brief, see):
    seen = see("sensitivity", open_brief("a new city"))
    row = seen.row("Output value per town, municipal tier: Yangquan 阳泉市, 2023, over Changzhi")
    assert row[2:4] == ["none: both are of one year"] * 2
    assert "Both figures are of one year" in seen.caption


def test_a_lead_of_the_earlier_year_is_held_against_the_lowest_growth(open_brief, see):
    """With 10 to 35 towns behind it Changzhi's mean of 2023 may lie below Jincheng's of 2022."""
    caption = see("sensitivity", open_brief("count target reached")).caption
    assert caption.startswith("Output value per town of Jincheng in 2022 came to")
    assert "the lowest growth of output value that is printed is 16.4%" in caption


def test_nothing_to_compare(open_brief, see):
    seen = see("sensitivity", open_brief(edition="2023"))
    assert seen.rows == []
    assert seen.caption.startswith("No sums of money of two cities can be compared")


def test_ratios_lead_with_the_gap_between_cities(open_brief, see):
    """94.45 per cent against 85.69: 8.76 points."""
    seen = see("ratios", open_brief())
    assert "in Changzhi in 2023 than in Jincheng in 2022: the shares lie 8.76 points apart" in seen.caption
    assert len(seen.rows) == 16


def test_ratios_of_one_city_have_no_gap(open_brief, see):
    caption = see("ratios", open_brief(edition="2023")).caption
    assert caption.startswith(
        "Ratios that the documents allow: 2 per town, 2 per person employed, 1 per project and 1 of"
    )


def test_tiers_of_one_area_and_period_are_set_beside_each_other(open_brief, see):
    caption = see("tier-money", open_brief()).caption
    assert caption.startswith(
        "Revenue of Changzhi in the first half of 2024 was CNY 9.13 billion in the municipal tier and CNY 635"
        " million in the provincial tier."
    )


def test_tiers_that_print_cannot_set_beside_each_other(open_brief, see):
    caption = see("tier-money", open_brief(edition="2023")).caption
    assert caption.startswith("Output value or revenue of a whole tier is printed for Jincheng only.")
    assert caption.endswith("so tiers cannot be compared.")


def test_means_above_every_threshold(open_brief, see):
    seen = see("thresholds", open_brief())
    assert seen.caption.startswith(
        "Mean output per town lies above every threshold of its own area (3 of 3; means compared: 1)."
    )
    assert seen.row("Jincheng")[2:] == ["not reported", "not reported", "none of its own area is printed"]


def test_a_mean_too_close_to_its_threshold(open_brief, see):
    """With 10 to 35 towns the mean lies between CNY 0.68 and 2.39 billion, the threshold at 1 billion."""
    seen = see("thresholds", open_brief("count target reached"))
    assert seen.caption.startswith("Mean output per town lies above 2 of 3 thresholds of its own area")
    assert [row[4] for row in seen.rows if row[2] == "Manufacturing"] == ["1 times: too close to call"]


def test_means_without_a_threshold(open_brief, see):
    caption = see("thresholds", open_brief(edition="2023")).caption
    assert caption.startswith("No mean output per town can be set against a threshold")
