import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.analysis.findings import Finding, Registry
from townbook.vocabulary.intervals import Interval

names = st.text(st.characters(codec="utf-8"), max_size=12)
ids = st.text(st.sampled_from("abc-123"), min_size=1, max_size=8)
values = st.none() | st.floats(allow_nan=False, allow_infinity=False)
ends = st.floats(allow_nan=False)
codes = st.lists(names, max_size=3).map(tuple)


@st.composite
def intervals(draw):
    low, high = sorted((draw(ends), draw(ends)))
    return Interval(low, high)


findings = st.builds(
    Finding,
    id=ids,
    value=values,
    interval=st.none() | intervals(),
    unit=names,
    verdict=names,
    about=st.dictionaries(names, names | codes, max_size=3),
    observations=codes,
    inputs=codes,
    formula=names,
    caveats=codes,
    towns=codes,
)


@given(st.lists(findings, max_size=5, unique_by=lambda finding: finding.id))
def test_a_registry_comes_back_from_json_as_it_was(made):
    registry = Registry("made", made)
    back = Registry.from_json(registry.to_json())
    assert dict(back) == dict(registry)
    assert list(back) == list(registry)
    assert back.edition == "made"


def test_open_ends_are_null_in_json():
    registry = Registry("made", [Finding("a", 1.0, Interval(-math.inf, math.inf))])
    assert '"interval": [\n    null,\n    null\n   ]' in registry.to_json()


def test_numbers_of_numpy_become_plain():
    finding = Finding("a", np.float64(2.5), Interval(np.float64(2), np.int64(3)))
    assert type(finding.value) is float
    assert Registry("made", [finding]).to_json()


def test_two_findings_of_one_id_are_refused():
    with pytest.raises(ValueError, match="two findings have the id 'a'"):
        len(Registry("made", [Finding("a"), Finding("b"), Finding("a")]))


def test_findings_that_could_not_be_made_are_not_there_in_part_when_asked_for_again():
    registry = Registry("made", [Finding("a"), Finding("a")])
    for error in (ValueError, RuntimeError):
        with pytest.raises(error):
            list(registry)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_cannot_be_known_has_no_value(value):
    with pytest.raises(ValueError, match="'a' has no finite value"):
        Finding("a", value)


def test_a_finding_repeated_rests_on_the_first():
    first = Finding("first", 1.0, Interval(0, 2), "pp", "met", {"area": "x"}, ("o",), ("i",), "f", ("c",))
    second = first.repeat("second")
    assert (second.id, second.inputs, second.formula) == ("second", ("first",), "f")
    assert (second.quantity, second.verdict, second.about, second.caveats) == (
        first.quantity,
        first.verdict,
        first.about,
        first.caveats,
    )
    assert first.repeat("third", formula="another").formula == "another"


def test_quantities():
    assert Finding("a").quantity is None
    exact = Finding("a", 3.0, unit="towns").quantity
    assert (exact.value, exact.interval, exact.unit) == (3.0, Interval(3, 3), "towns")


def test_a_finding_is_traced_to_its_observations_through_its_inputs_each_once():
    """`c` rests on `b` and on an observation as an input; `b` on `a`, which comes back to `b`."""
    registry = Registry(
        "2024",
        [
            Finding("a", 1.0, observations=("one",), inputs=("b",)),
            Finding("b", 1.0, observations=("two", "one"), inputs=("a",)),
            Finding("c", 1.0, observations=("three",), inputs=("b", "four")),
        ],
    )
    assert registry.trace("c") == ("three", "two", "one", "four")
    assert registry.trace("five") == ("five",)


def test_what_says_why_there_is_no_answer_is_not_known():
    assert Finding("a", 1.0).known
    assert Finding("a", verdict="complete").known
    assert not Finding("a").known
    assert not Finding("a", 0.0, verdict="not_reported").known


def test_towns_are_traced_through_inputs():
    found = [
        Finding("share", 0.5, towns=("a", "b")),
        Finding("largest", 0.5, inputs=("share",), towns=("b", "c")),
    ]
    registry = Registry("made", found)
    assert registry.trace_towns("largest") == ("b", "c", "a")
    assert registry.trace_towns("no finding") == ()
