"""Scores by stage on labelled excerpts: floors, a little under what is measured."""

import excerpts
import pytest

# Share of the labelled figures that are found, and of which all that the stage judges is right.
FLOORS = {"what_and_when": (0.98, 0.77), "whose": (0.97, 0.77)}


def test_towns_are_found_and_their_tiers_known(lexicon):
    counts = excerpts.score_towns(lexicon=lexicon)
    assert counts["both"] >= 0.92 * counts["found"]
    assert counts["both"] >= 0.8 * counts["labelled"]  # of the townships that no list has, two in five
    assert counts["right"] >= 0.96 * counts["both"]


@pytest.mark.parametrize("stage", FLOORS)
def test_figures_of_a_stage_score_above_their_floor(stage, lexicon):
    counts = excerpts.score_figures(stage, lexicon=lexicon)
    found, right = FLOORS[stage]
    assert counts["both"] >= found * counts["labelled"]
    assert counts["all"] >= right * counts["labelled"]
