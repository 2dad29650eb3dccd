"""Each cause by a case of its own, worked out by hand."""

from dataclasses import replace

import pytest

from townbook.analysis.differences.causes import (
    Cause,
    Comparison,
    Influence,
    find_causes,
    list_influences,
)
from townbook.analysis.differences.figures import FigureDifference
from townbook.analysis.findings import Finding, Registry

NEW = Influence("new_document", "paper", "140400", "municipal", "new")
REVISED = Influence("revision", "paper", "140400", "municipal", "later")
SUPERSEDED = Influence("revision", "paper", "140400", "municipal", "earlier")
CORRECTED = Influence("correction", "plan", "140500", "county", "wrong")
ELSEWHERE = Influence("new_document", "weekly", "140900", "county", "far")
TOWN = Influence("new_document", "list", "140400", "provincial")
ALL = (NEW, REVISED, SUPERSEDED, CORRECTED, ELSEWHERE, TOWN)


@pytest.fixture
def explain():
    """A function that returns the causes of a finding that was `old` and is `new`."""

    def find(old, new, *, influences=ALL, beside=(), **settings):
        registries = [
            Registry(name, [*([one] if one else []), *beside]) for name, one in (("1", old), ("2", new))
        ]
        return find_causes(old, new, within=Comparison(*registries, influences, **settings))

    return find


def _on(*observations, **parts):
    return Finding("a", 1.0, observations=observations, **parts)


def test_a_figure_of_a_new_document_is_a_cause_with_its_id(explain):
    assert explain(None, _on("known", "new")) == (Cause("new_document", ("paper",), ("new",)),)


def test_a_revised_figure_is_a_cause_on_either_side(explain):
    expected = Cause("revision", ("paper",), ("earlier", "later"))
    assert explain(_on("earlier"), _on("later")) == (expected,)


def test_a_corrected_figure_is_a_cause(explain):
    assert explain(_on("wrong"), _on("wrong")) == (Cause("correction", ("plan",), ("wrong",)),)


def test_several_causes_come_in_one_order_each_with_its_own_documents(explain):
    causes = explain(_on("earlier"), _on("wrong", "far", "later", "new"))
    assert [(one.code, one.sources) for one in causes] == [
        ("new_document", ("weekly", "paper")),
        ("revision", ("paper",)),
        ("correction", ("plan",)),
    ]


def test_what_a_finding_rests_on_through_others_counts(explain):
    base = Finding("base", 2.0, observations=("new",))
    causes = explain(None, Finding("a", 1.0, inputs=("base",)), beside=(base,))
    assert causes == (Cause("new_document", ("paper",), ("new",)),)


@pytest.mark.parametrize(
    ("about", "sources"),
    [
        ({"area": "140400", "tier": "provincial"}, ("list",)),
        ({"area": "140400", "tier": "county"}, ("paper", "list")),  # nothing of that tier: all of the area
        ({"area": "140400"}, ("paper", "list")),
        ({"areas": ("140400", "140900")}, ("paper", "weekly", "list")),
        ({"area": "140000"}, ("paper", "weekly", "list")),  # a province holds its cities
        ({"area": "140421"}, ("paper", "weekly", "list")),  # nothing there: the edition as a whole
        ({}, ("paper", "weekly", "list")),
    ],
)
def test_what_sums_up_is_explained_by_what_is_new_in_its_part(explain, about, sources):
    """Without observations of its own, and so without ids in the cause."""
    found = explain(Finding("a", 1.0, about=about), Finding("a", 2.0, about=about))
    assert found[0] == Cause("new_document", sources)
    assert all(cause.observations == () for cause in found)


def test_a_horizon_that_passed_is_a_cause_where_the_cutoff_moved(explain):
    ahead, past = _on("known", verdict="open"), _on("known", verdict="missed")
    assert explain(ahead, past, cutoff_moved=True) == (Cause("cutoff"),)
    both = explain(ahead, replace(past, observations=("new",)), cutoff_moved=True)
    assert [cause.code for cause in both] == ["new_document", "cutoff"]
    assert [cause.code for cause in explain(ahead, past)] != ["cutoff"]


def test_what_was_not_reported_did_not_pass_its_horizon(explain):
    found = explain(Finding("a", verdict="not_reported"), _on("new", verdict="open"), cutoff_moved=True)
    assert [cause.code for cause in found] == ["new_document"]


@pytest.mark.parametrize("verdict", ["not_known", "not_reported", "met", "missed"])
def test_a_horizon_that_passed_without_a_word_is_the_cutoffs_doing(explain, verdict):
    """Nothing new is printed of it: what is new elsewhere did not do it."""
    past = Finding("a", verdict=verdict, observations=("known",))
    assert explain(_on("known", verdict="open"), past, cutoff_moved=True) == (Cause("cutoff"),)


def test_what_sums_up_names_a_new_document_once_and_not_for_what_it_revises_too(explain):
    found = explain(Finding("a", 1.0), Finding("a", 2.0), influences=(NEW, REVISED, SUPERSEDED))
    assert found == (Cause("new_document", ("paper",)),)
    found = explain(Finding("a", 1.0), Finding("a", 2.0), influences=(REVISED, SUPERSEDED))
    assert found == (Cause("revision", ("paper",)),)


def test_a_document_that_brings_nothing_is_a_cause_of_what_sums_up_all():
    influences = tuple(list_influences(FigureDifference(), (), old=("plan", "gone"), new=("plan", "paper")))
    assert influences == (
        Influence("new_document", "paper", "", ""),
        Influence("withdrawal", "gone", "", ""),
    )


def test_without_anything_new_the_cutoff_is_all_there_is(explain):
    assert explain(_on("known"), _on("other"), influences=(), cutoff_moved=True) == (Cause("cutoff"),)


FORMULA = _on("known", formula="sum of 6 of 11 towns")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (FORMULA, replace(FORMULA, value=2.0), "code"),
        (FORMULA, replace(FORMULA, formula="sum of 7 of 12 towns"), "code"),  # numbers are data
        (FORMULA, replace(FORMULA, formula="median of the towns"), "method"),
        (FORMULA, replace(FORMULA, unit="ratio"), "method"),
        (None, FORMULA, "method"),
        (FORMULA, None, "method"),
    ],
)
def test_between_two_programs_the_definition_tells_method_from_code(explain, old, new, code):
    assert explain(old, new, influences=(), same_code=False) == (Cause(code),)


def test_between_two_programs_what_rests_on_other_figures_is_not_explained_by_a_correction(explain):
    assert explain(FORMULA, replace(FORMULA, value=2.0), influences=(CORRECTED,), same_code=False) == (
        Cause("code"),
    )
    summed = Finding("a", 1.0)
    found = explain(summed, replace(summed, value=2.0), influences=(CORRECTED,), same_code=False)
    assert found == (Cause("correction", ("plan",)),)


def test_between_two_programs_data_and_method_can_both_be_causes(explain):
    old, new = _on("wrong", formula="sum"), _on("wrong", formula="median")
    assert [one.code for one in explain(old, new, same_code=False)] == ["correction", "method"]
