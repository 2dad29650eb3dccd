"""Two made-up editions: 2031 knows the plan, 2032 a newspaper too."""

from dataclasses import replace

import pytest

from townbook.analysis.differences.editions import Computed
from townbook.analysis.findings import Registry

PLAN, PAPER = "plan", "paper"


@pytest.fixture
def made(start):
    """A made-up dataset of a plan of 2031 and a newspaper of 2032, without a figure."""
    empty = start()
    empty.documents = {PLAN: "2031-03-01", PAPER: "2032-05-06"}
    return empty


@pytest.fixture
def compute():
    """A function that cuts a made-up dataset to an edition and puts findings beside it."""

    def cut(made, *findings, edition="2032"):
        data = made.cut(cutoff=f"{edition}-12-31")
        data = replace(data, edition=replace(data.edition, id=edition))
        return Computed(data, Registry(edition, findings))

    return cut


@pytest.fixture
def both(made, compute):
    """A function that returns what the editions of 2031 and 2032 know of the made-up dataset."""
    return lambda: (compute(made, edition="2031").data, compute(made, edition="2032").data)
