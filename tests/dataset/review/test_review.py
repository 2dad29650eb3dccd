import pytest

from townbook.dataset.review.review import begin_review


def propose(name, confidence, **cells):
    return {
        "observation_id": name,
        "town": "tea",
        "value": "1",
        "confidence": confidence,
        "basis": "value=stated",
        "decision": "",
        **cells,
    }


FIGURES = [propose("a", "0.9"), propose("b", "0.3"), propose("c", "0.95"), propose("d", "0.3")]
TOWN = {"town": "tea", "confidence": "0.8", "basis": "", "decision": ""}


@pytest.fixture
def review():
    return begin_review(towns=[TOWN], figures=FIGURES)


def decisions(review):
    return "".join(proposal["decision"][:1] or "-" for proposal in review.proposals)


def test_towns_come_first_and_then_the_least_sure(review):
    assert review.order == (0, 2, 4, 1, 3)
    assert review.current is TOWN


def test_a_decision_leads_to_the_next_that_is_open_round_the_end(review):
    review = review.move(3).decide("accept").move(-2).decide("reject")
    assert (decisions(review), review.number) == ("-a--r", 3)
    review = review.decide("accept")
    assert review.number == 0


def test_with_all_decided_it_stays(review):
    for _ in range(5):
        review = review.decide("accept")
    assert (review.left, review.count("accept")) == (0, 5)
    assert review.skip().position == review.position


def test_moving_stops_at_the_ends(review):
    assert review.move(-1).position == 0
    assert review.move(99).position == 4


def test_each_step_is_taken_back_where_it_was_taken(review):
    begun = review
    review = review.skip().decide("reject").edit("value", "2").accept(review.list_sure(0.9))
    assert decisions(review) == "-ara-"
    while review.steps:
        review = review.undo()
    assert review.proposals == begun.proposals
    assert review.undo() is review


def test_an_edit_is_said_in_the_basis(review):
    edited = review.skip().edit("value", "2").current
    assert (edited["value"], edited["basis"]) == ("2", "value=stated; edited: value")


def test_the_sure_are_those_at_the_bound_and_above_that_are_open(review):
    assert review.list_sure(0.9) == [1, 3]
    assert review.accept([1]).list_sure(0.9) == [3]
    accepted = review.accept([1, 3])
    assert accepted.position == 0
    assert decisions(accepted) == "-a-a-"
    assert accepted.undo().proposals == review.proposals


def test_accepting_several_leaves_the_one_that_was_looked_at_only_if_it_is_among_them(review):
    assert review.accept([0]).number == 2


def test_a_town_is_renamed_wherever_it_stands(review):
    renamed = review.rename_town("wanghai-tea")
    assert {proposal["town"] for proposal in renamed.proposals} == {"wanghai-tea"}
    assert renamed.undo().proposals == review.proposals


def test_a_review_is_taken_up_where_it_stopped():
    figures = [{**FIGURES[0], "decision": "accept"}, FIGURES[1], {**FIGURES[3], "decision": "reject"}]
    review = begin_review(towns=[], figures=figures)
    assert review.current["observation_id"] == "b"
    assert review.left == 1


def test_without_proposals_there_is_no_review():
    with pytest.raises(ValueError, match="no proposal"):
        begin_review(towns=[], figures=[])
