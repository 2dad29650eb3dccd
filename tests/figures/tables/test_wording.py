"""How numbers, names and periods are written in cells."""

from dataclasses import replace

from townbook.figures.tables.subjects import say_period, say_place, say_subject, show_figure, show_subject
from townbook.figures.tables.wording import (
    judge_pace,
    say_both,
    say_interval,
    say_judgement,
    say_tally,
    say_value,
    say_verdict,
    show_label,
    show_period,
    write_caption,
)


def test_a_number_is_a_role_and_a_missing_one_is_words(open_brief):
    brief = open_brief()
    assert say_value(brief, "headline-margin") == "{num}`headline-margin`"
    assert say_value(brief, "changzhi-municipal-output-2023") == "{num}`changzhi-municipal-output-2023`"
    assert say_value(brief, "towns-140000-county") == "not reported"
    assert say_value(brief, "model-elasticity") == "{verdict}`model-elasticity`"
    assert say_value(brief, "xinzhou-provincial-revenue-growth-2024") == "stated without a number"
    assert say_value(brief, "no such id") == "not reported"
    assert say_value(brief, "") == "not reported"


def test_an_interval_of_one_value_is_exact(open_brief):
    brief = open_brief()
    assert say_interval(brief, "documents") == "exact"
    assert say_interval(brief, "changzhi-county-towns-2024-08") == "exact"
    assert say_interval(brief, "headline-margin") == "{interval}`headline-margin`"
    assert say_both(brief, "documents") == "{num}`documents`"
    assert say_both(brief, "headline-margin") == "{num}`headline-margin` ({interval}`headline-margin`)"
    assert say_both(brief, "towns-140000-county") == "not reported"


def test_a_finding_without_a_judgement_has_no_verdict(open_brief):
    assert say_verdict(open_brief(), "documents") == "no verdict"


def test_a_subject_is_a_town_a_tier_or_an_area(open_brief):
    brief = open_brief()
    town = {"area": "140400", "tier": "provincial", "town": "shangdang-zhongyaocai"}
    tier = {"area": "140400", "tier": "municipal", "town": ""}
    area = {"area": "140425", "tier": "", "town": ""}
    assert say_subject(brief.words, town) == "Shangdang medicinal herbs"
    assert say_subject(brief.words, tier) == "the municipal tier of Changzhi"
    assert say_subject(brief.words, area) == "Pingshun County"
    assert (
        show_subject(brief, town) == "Shangdang medicinal herbs 上党中药材, Changzhi 长治市, provincial tier"
    )
    assert show_subject(brief, area) == "Pingshun County 平顺县"


def test_a_page_of_an_area_need_not_repeat_its_name(open_brief):
    brief = open_brief(area="140400")
    tier = {"area": "140400", "tier": "municipal", "town": "", "indicator": "output", "period": "2023"}
    assert show_figure(brief, tier) == "Output value: municipal tier, 2023"
    assert show_subject(brief, {**tier, "tier": ""}) == "Changzhi 长治市"
    elsewhere = replace(brief, area="140500")
    assert show_figure(elsewhere, tier) == "Output value: Changzhi 长治市, municipal tier, 2023"


def test_a_judgement_carries_its_caveats(open_brief):
    brief = open_brief()
    assert say_judgement(brief, "headline-margin", ()) == "{verdict}`headline-margin`"
    said = say_judgement(brief, "headline-margin", ("seasonality",))
    assert said == "{verdict}`headline-margin`; halves of a year need not be equal"


def test_a_place_is_a_document_and_a_line(open_brief):
    said = say_place(open_brief(), {"source": "changzhi-article-2024", "line": 19})
    assert said == "Shanxi Economic Daily, 6 August 2024, line 19"


def test_what_is_empty_is_not_reported(open_brief):
    words = open_brief().words
    assert show_period(words, "") == "not reported"
    assert say_period(words, "") == "period not reported"
    assert show_period(words, "2024-H1") == "First half of 2024"
    assert show_label(words, "tiers", "") == "not reported"


def test_a_pace_is_above_or_below_an_even_one(open_brief):
    words = open_brief().words
    assert judge_pace(words, "below", "below") == "below an even pace"
    assert judge_pace(words, "fragile", "too close to call") == "too close to call"


def test_a_tally_and_a_caption_read_as_sentences(open_brief):
    words = open_brief().words
    assert say_tally(words, {"still open": "4", "not reported": "1"}) == "4 still open and 1 not reported"
    assert write_caption(words, "one.", "", "two.") == "One. Two."
