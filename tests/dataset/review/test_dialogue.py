import pytest

from townbook.dataset.review.dialogue import Dialogue


@pytest.fixture
def begin(folder, open_review):
    """A function that gives keys and lines to a new dialogue and returns it."""

    def begin(*typed, at=None):
        _, review, desk = open_review(folder)
        while at and review.current.get("observation_id") != at:
            review = review.move(1)
        dialogue = Dialogue(review, desk.list_fields, desk.doubt)
        for text in typed:
            dialogue = dialogue.take(text)
        return dialogue

    return begin


def decisions(dialogue):
    return {
        proposal.get("observation_id", proposal["town"]): proposal["decision"]
        for proposal in dialogue.review.proposals
        if proposal["decision"]
    }


def test_keys_decide_and_undo(begin):
    dialogue = begin("a", "r", "s", "u", "a")
    assert decisions(dialogue) == {"wanghai-tea": "accept", "wanghai-enterprises-2031": "accept"}
    assert "accepted '33户'" in dialogue.message


def test_what_will_be_refused_is_accepted_with_a_warning(begin):
    assert "refuse it as it stands" in begin("a", at="wanghai-target-2032").message
    assert "refuse" not in begin("r", at="wanghai-target-2032").message
    assert "refuse" not in begin("a", at="wanghai-output-2031").message


def test_an_unknown_key_changes_nothing(begin):
    dialogue = begin("x")
    assert dialogue.message == "no key 'x'; ? lists the keys"
    assert dialogue.review.steps == ()


def test_the_ends_are_said(begin):
    assert begin("p").message == "this is the first"
    assert begin("n", "n", "n", "n", "n").message == "this is the last"
    assert begin("u").message == "nothing to take back in this sitting"
    assert "every proposal is decided" in begin(*"aaaaa").message
    assert begin(*"aaaaa", "s").message == "no other is left to decide"
    assert begin("q").ended
    assert begin("?").helping
    assert not begin("?", "n").helping


def test_a_field_is_edited_by_name_or_number(begin):
    dialogue = begin("e", "value", "1.5亿元", at="wanghai-target-2032")
    assert dialogue.review.current["value"] == "150000000"
    assert dialogue.message == "value kept"
    dialogue = begin("e", "7", "15亿元", at="wanghai-target-2032")
    assert dialogue.review.current["value"] == "1500000000"
    assert dialogue.message == "value: 150000000 → 1500000000"
    assert dialogue.take("u").review.current["value"] == "150000000"


def test_a_slip_is_told_and_asked_again(begin):
    dialogue = begin("e", "indicatr", "indicator", "revenu", at="wanghai-output-2031")
    assert "nearest: revenue" in dialogue.message
    assert dialogue.question.startswith("indicator [output]")
    assert "revenue" in dialogue.offered
    dialogue = dialogue.take("营收")
    assert dialogue.review.current["indicator"] == "revenue"
    assert (dialogue.question, dialogue.offered) == ("", ())


def test_codes_are_listed_on_request_and_nothing_typed_keeps_the_cell(begin):
    dialogue = begin("e", "tier", "?省", at="wanghai-output-2031")
    assert "provincial provincial tier 省级" in dialogue.message
    kept = dialogue.take("")
    assert (kept.message, kept.review.steps) == ("tier kept", ())
    assert begin("e", "").message == "nothing edited"


def test_a_field_is_emptied_where_it_may_be(begin):
    assert begin("e", "tier", "-", at="wanghai-output-2031").review.current["tier"] == ""
    assert "may not be empty" in begin("e", "indicator", "-", at="wanghai-output-2031").message


def test_a_proposed_town_is_a_town_to_choose_and_is_renamed_everywhere(begin):
    dialogue = begin("e", "town", "望海茶叶", at="wanghai-growth-2031")
    assert dialogue.review.current["town"] == "wanghai-tea"
    renamed = begin("e", "town", "wanghai-chaye")
    towns = [proposal["town"] for proposal in renamed.review.proposals if proposal["town"]]
    assert towns == ["wanghai-chaye", "wanghai-chaye"]
    assert "wherever it stood" in renamed.message


def test_the_sure_ones_are_accepted_after_a_confirmation_without_those_that_carry_a_caution(begin):
    asked = begin("A", "0.5")
    # The target's value is not what its print says.
    assert (
        asked.question == "accept 3 with confidence 0.50 or more (1 more carry a caution and stay)? y or n: "
    )
    assert decisions(asked.take("n")) == {}
    agreed = asked.take("y")
    assert set(decisions(agreed)) == {"wanghai-tea", "wanghai-growth-2031", "wanghai-output-2031"}
    assert decisions(agreed.take("u")) == {}


@pytest.mark.parametrize(
    ("bound", "message"),
    [
        ("", "nothing accepted"),
        ("1", "none left with confidence 1.00 or more"),
        ("90", "no confidence '90'; a number from 0 to 1"),
        ("nan", "no confidence 'nan'; a number from 0 to 1"),
        ("much", "no confidence 'much'; a number from 0 to 1"),
    ],
)
def test_a_bound_is_a_confidence(begin, bound, message):
    assert begin("A", bound).message == message
