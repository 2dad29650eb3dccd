from dataclasses import replace

import pytest

from townbook.analysis.differences.editions import (
    Computed,
    DifferenceError,
    compare_builds,
    compare_editions,
)
from townbook.analysis.findings import Finding, Registry
from townbook.analysis.registry import build_registry


@pytest.fixture
def real(editions):
    """The real editions with what this program finds in them."""
    return {name: Computed(data, build_registry(data)) for name, data in editions.items()}


def test_documents_figures_towns_and_findings_stand_side_by_side(made, compute):
    made.add("old", "12亿元", source="plan").add("new", "13亿元", source="paper").name("tea", source="paper")
    before = compute(made, Finding("sum", 1.2e9, observations=("old",)), edition="2031")
    after = compute(made, Finding("sum", 1.3e9, observations=("new",)), Finding("same", 1.0))
    found = compare_editions(before, after)
    assert (found.old.id, found.new.id, found.backward) == ("2031", "2032", False)
    assert (found.documents_added, found.documents_withdrawn) == (("paper",), ())
    assert [one.new.observation for one in found.figures.revised] == ["new"]
    assert [one.town for one in found.towns] == ["tea"]
    [appeared, changed] = found.findings
    assert (appeared.id, changed.id) == ("same", "sum")
    assert [(one.code, one.observations) for one in changed.causes] == [("revision", ("old", "new"))]
    assert found.unchanged == 0
    assert found.find("sum") is changed
    assert found.find("none") is None


def test_an_edition_beside_itself_has_no_difference(real):
    found = compare_editions(real["2024"], real["2024"])
    assert (found.figures.added, found.towns, found.findings) == ((), (), ())
    assert found.unchanged == len(real["2024"].registry)


def test_the_other_way_round_what_was_added_is_withdrawn(real):
    there, back = compare_editions(real["2023"], real["2024"]), compare_editions(real["2024"], real["2023"])
    assert (there.backward, back.backward) == (False, True)
    assert back.documents_withdrawn == there.documents_added
    assert [one.observation for one in back.figures.withdrawn] == [
        one.figure.observation for one in there.figures.added
    ]
    assert back.count("vanished") == there.count("appeared")
    assert {cause.code for change in back.findings for cause in change.causes} == {"withdrawal"}


def test_each_change_of_the_real_editions_has_a_cause_in_a_new_document(real):
    """From 2023 to 2024 no figure was revised or corrected: two documents are new."""
    found = compare_editions(real["2023"], real["2024"])
    assert all(change.causes for change in found.findings)
    new = set(found.documents_added)
    sources = {name for change in found.findings for cause in change.causes for name in cause.sources}
    assert sources == new
    assert len(new) == 2


def test_one_edition_by_two_programs_differs_by_method_or_code(real):
    now = real["2024"]
    name = "headline-margin"
    other = replace(now.registry[name], value=0.5, interval=None)
    others = [other if one.id == name else one for one in now.registry.values()]
    [change] = compare_builds(Computed(now.data, Registry("2024", others)), now).findings
    assert (change.id, [cause.code for cause in change.causes]) == (name, ["code"])


def test_findings_beside_data_of_another_edition_are_refused(made, compute):
    data = compute(made).data
    with pytest.raises(DifferenceError, match="findings of edition 2019 stand beside data of 2032"):
        Computed(data, Registry("2019", []))


@pytest.mark.parametrize("parts", [{"observations": ("lost",)}, {"inputs": ("lost",)}])
def test_a_finding_that_rests_on_nothing_is_refused(made, compute, parts):
    with pytest.raises(DifferenceError, match="finding 'a' of edition 2032 rests on 'lost'"):
        compute(made, Finding("a", 1.0, **parts))


def test_two_editions_are_no_two_builds_of_one(real):
    with pytest.raises(DifferenceError, match="edition 2023 as published stands beside edition 2024"):
        compare_builds(real["2023"], real["2024"])
