from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from townbook.dataset.acceptance.figures import Figures
from townbook.dataset.acceptance.names import find_free_id
from townbook.dataset.rows import Row

DAYS = {"plan": "2031-03-31", "news": "2032-08-06", "copy": "2032-08-06", "review": "2033-03-25"}
SOURCES = {name: Row("data/sources.yml", 1, 1, {"id": name, "published": day}) for name, day in DAYS.items()}
LATEST = {name: date.fromisoformat(day) for name, day in DAYS.items()}


@pytest.fixture
def sort(make_observation, row_of):
    """A function that sorts proposals against a figure of the news: 1.2 billion yuan in 2031."""

    def sort(*proposals, known=None, corrected=None, reprints=()):
        written = [make_observation(observation_id="output", source="news", **known or {})]
        figures = Figures(
            corrected=[row.with_cells(**corrected or {}) for row in written],
            written=written,
            reprints=reprints,
            sources=SOURCES,
        )
        rows = [
            row_of(
                line,
                **(
                    dict.fromkeys(("town", "note"), "")
                    | {name: written[0][name] for name in ("area", "tier", "indicator", "kind", "period")}
                    | {"value": "1200000000", "printed": "12亿元", "source": "review"}
                    | {"observation_id": "proposed", "char_start": str(100 * line), "char_end": "999"}
                    | cells
                ),
            )
            for line, cells in enumerate(proposals, start=2)
        ]
        faults = list(figures.take(rows, latest=LATEST))
        figures.known = written
        return figures, faults

    return sort


def tell(result):
    figures, faults = result
    return {
        "new": [row["observation_id"] for row in figures.new],
        "again": len(figures.again),
        "reprints": [figure["observation_id"] for _, figure in figures.reprints],
        "faults": len(faults),
    }


NOTHING = {"new": [], "again": 0, "reprints": [], "faults": 0}


def test_the_same_value_of_a_later_document_is_a_reprint(sort):
    assert tell(sort({})) == NOTHING | {"reprints": ["output"]}


def test_on_the_same_day_too(sort):
    assert tell(sort({"source": "copy"})) == NOTHING | {"reprints": ["output"]}


@pytest.mark.parametrize(
    "cells",
    [
        {"source": "plan"},  # an edition cut between the two knows the plan only
        {"value": "1210000000", "printed": "12.1亿元"},
        {"qualifier": "nearly", "printed": "近12亿元"},
        {"value_high": "1300000000", "qualifier": "range"},
        {"status": "P"},
        {"status": "D", "note": "the whole county"},
        {"period": ""},
        {"period": "2032"},
        {"tier": "county"},
        {"value": "", "status": "O", "qualifier": "", "printed": "增长显著"},
    ],
)
def test_what_is_not_the_same_figure_with_the_same_value_is_a_row(sort, cells):
    assert tell(sort(cells)) == NOTHING | {"new": ["proposed"]}


def test_figures_of_other_coverage_are_one_only_where_their_notes_agree(sort):
    known = {"status": "D", "note": "a single enterprise"}
    assert tell(sort(known, known=known)) == NOTHING | {"reprints": ["output"]}
    other = known | {"note": "another enterprise"}
    assert tell(sort(other, known=known)) == NOTHING | {"new": ["proposed"]}


def test_of_two_documents_the_later_one_reprints_the_earlier(sort):
    new = {"period": "2032", "source": "review"}
    figures, _ = sort(new, new | {"source": "copy"})
    assert [row["source"] for row in figures.new] == ["copy"]
    [(row, figure)] = figures.reprints
    assert (row["source"], figure["source"]) == ("review", "copy")


def test_a_value_that_was_revised_since_is_no_reprint(sort):
    """The review revises it; what prints the old value after that disagrees with the revision."""
    revised = {"value": "1400000000", "printed": "14亿元", "source": "copy"}
    assert tell(sort(revised, {"observation_id": "old-again"}))["new"] == ["proposed", "old-again"]


def test_a_corrected_value_is_what_a_reprint_has_to_print(sort):
    corrected = {"value": "1300000000"}
    assert tell(sort({}, corrected=corrected)) == NOTHING | {"new": ["proposed"]}
    again = {"value": "1300000000", "printed": "13亿元"}
    assert tell(sort(again, corrected=corrected)) == NOTHING | {"reprints": ["output"]}


def test_a_reprint_that_is_known_is_known(sort):
    known = Row("data/reprints.csv", 2, 2, {"observation_id": "output", "source": "review"})
    assert tell(sort({}, reprints=[known])) == NOTHING | {"again": 1}
    other = {"value": "1300000000", "printed": "13亿元"}
    assert tell(sort(other, reprints=[known])) == NOTHING | {"faults": 1}


@pytest.mark.parametrize("cells", [{"char_start": "10", "char_end": "14"}, {"char_start": "50"}])
def test_the_same_print_and_a_second_statement_of_the_document_are_known(sort, cells):
    assert tell(sort(cells | {"source": "news"})) == NOTHING | {"again": 1}
    corrected = {"value": "1300000000"}
    assert tell(sort(cells | {"source": "news"}, corrected=corrected)) == NOTHING | {"again": 1}


def test_a_document_has_one_value_for_one_figure(sort):
    other = {"source": "news", "value": "1300000000", "printed": "13亿元", "char_start": "50"}
    figures, [fault] = sort(other)
    assert figures.new == []
    assert "'13亿元' where the same document has '12亿元' for the same figure, output" in str(fault)
    assert "tell the two apart" in fault.remedy


def test_two_enterprises_in_one_document_are_two_figures(sort):
    one = {"source": "review", "status": "D", "note": "one enterprise"}
    other = one | {"note": "another", "observation_id": "other"}
    assert tell(sort(one, other)) == NOTHING | {"new": ["proposed", "other"]}
    assert tell(sort(one, one)) == NOTHING | {"new": ["proposed"], "again": 1}


def test_a_figure_stated_twice_in_one_document_is_one_row_where_it_stands_first(sort):
    new = {"period": "2032"}
    figures, _ = sort(new | {"char_start": "500"}, new | {"char_start": "40"})
    assert [row["char_start"] for row in figures.new] == ["40"]
    assert len(figures.again) == 1
    told = "found/proposals.csv:2: the same figure of the document as on line 3; one is kept"
    assert figures.remarks == [told]


def test_an_id_is_never_reused(sort):
    taken = {"observation_id": "output", "period": "2032"}
    figures, _ = sort(taken, taken | {"period": "2033-01"})
    assert [row["observation_id"] for row in figures.new] == ["output-2", "output-3"]
    assert figures.remarks[0].startswith("found/proposals.csv:2: the id 'output' is that of another figure")


@pytest.mark.parametrize(
    ("taken", "free"), [([], "a"), (["a"], "a-2"), (["a", "a-2", "a-4"], "a-3"), (["b"], "a")]
)
def test_free_ids(taken, free):
    assert find_free_id("a", taken=taken) == free


CELLS = st.fixed_dictionaries(
    {
        "observation_id": st.sampled_from(["a", "b", "output"]),
        "source": st.sampled_from(sorted(DAYS)),
        "period": st.sampled_from(["2031", "2030", ""]),
        "status": st.sampled_from(["A", "P", "D"]),
        "note": st.sampled_from(["", "one"]),
        "char_start": st.sampled_from(["10", "20", "30"]),
    }
)


@given(st.lists(CELLS, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_figure_becomes_one_thing_and_a_second_time_nothing_is_new(sort, row_of, proposals):
    # At one place of a document one value is printed.
    values = {"10": "1200000000", "20": "1200000000", "30": "1300000000"}
    figures, faults = sort(*(cells | {"value": values[cells["char_start"]]} for cells in proposals))
    parts = (figures.new, figures.again, figures.reprints, faults)
    assert sum(map(len, parts)) == len(proposals)
    names = [row["observation_id"] for row in figures.new]
    assert len({*names, "output"}) == len(names) + 1

    written = [*figures.new, row_of(**figures.known[0].cells)]
    reprints = [row.with_cells(observation_id=figure["observation_id"]) for row, figure in figures.reprints]
    second = Figures(corrected=written, written=written, reprints=reprints, sources=SOURCES)
    taken = [*figures.new, *figures.again, *(row for row, _ in figures.reprints)]
    assert list(second.take(taken, latest=LATEST)) == []
    assert (second.new, second.reprints) == ([], [])
