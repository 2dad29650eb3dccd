import pytest

from townbook.dataset.disagreements import list_disagreements
from townbook.dataset.rows import Row
from townbook.dataset.rules.contradictions import check_sources_agree

DAYS = {"daily-2032": "2032-03-01", "daily-2033": "2033-03-02", "gazette-2032": "2032-04", "early": "2031"}


@pytest.fixture
def sources():
    """Two articles of one newspaper, a gazette between them, a plan of which only the year is known."""
    return [
        Row("data/sources.yml", 1, 1, {"id": name, "published": day, "publisher": name.partition("-")[0]})
        for name, day in DAYS.items()
    ]


@pytest.fixture
def prints(make_observation):
    """A function that makes a print of one figure: 12 billion yuan and the like."""

    def make(source, size, **cells):
        given = {"value": str(int(size * 10**9)), "printed": f"{size * 10:.1f}亿元", "char_end": "9"}
        return make_observation(source=source, **given | cells)

    return make


def tell(rows, sources):
    found = list_disagreements(rows, sources=sources)
    return [(one.kind, one.former["source"], one.later["source"]) for one in found]


def test_the_same_publisher_that_prints_another_value_later_revises_it(prints, sources):
    rows = [prints("daily-2033", 1.3), prints("daily-2032", 1.2)]
    assert tell(rows, sources) == [("revision", "daily-2032", "daily-2033")]


def test_another_publisher_on_the_same_year_is_in_conflict(prints, sources):
    rows = [prints("daily-2032", 1.2), prints("gazette-2032", 1.3)]
    assert tell(rows, sources) == [("conflict", "daily-2032", "gazette-2032")]


@pytest.mark.parametrize(
    ("further", "kind"),
    [
        ({"indicator": "revenue", "period": "2032"}, "revision"),
        ({"indicator": "revenue", "period": "2030"}, "conflict"),
        ({"indicator": "revenue", "period": "2032", "area": "990200"}, "conflict"),
        ({"kind": "target", "period": "2035"}, "conflict"),
        ({"period": "2032-04", "note": "period not printed: state at publication"}, "conflict"),
    ],
)
def test_a_report_on_a_later_time_revises(prints, sources, further, kind):
    rows = [prints("daily-2032", 1.2), prints("gazette-2032", 1.3), prints("gazette-2032", 2, **further)]
    assert tell(rows, sources) == [(kind, "daily-2032", "gazette-2032")]


def test_a_document_that_was_not_surely_published_later_does_not_revise(prints, sources):
    within = Row("data/sources.yml", 9, 9, {"id": "late-2032", "published": "2032", "publisher": "daily"})
    rows = [prints("daily-2032", 1.2), prints("late-2032", 1.3)]
    assert tell(rows, [*sources, within]) == [("conflict", "daily-2032", "late-2032")]


def test_each_print_is_held_against_the_one_that_it_replaces(prints, sources):
    rows = [prints("daily-2032", 1.2), prints("early", 1.1), prints("daily-2033", 1.1)]
    assert tell(rows, sources) == [
        ("conflict", "early", "daily-2032"),
        ("revision", "daily-2032", "daily-2033"),
    ]


@pytest.mark.parametrize("cells", [{"period": ""}, {"status": "D"}, {"tier": "county"}, {"kind": "target"}])
def test_what_is_another_figure_does_not_disagree(prints, sources, cells):
    assert tell([prints("daily-2032", 1.2), prints("daily-2033", 1.3, **cells)], sources) == []


def test_prints_that_round_otherwise_agree(prints, sources):
    rows = [prints("daily-2032", 1.2), prints("daily-2033", 1.204, printed="12.04亿元")]
    assert tell(rows, sources) == []


@pytest.mark.parametrize(("which", "words"), [(0, "revised by b"), (1, "revises a")])
def test_a_disagreement_that_a_note_names_is_no_fault(prints, sources, which, words):
    rows = [prints("daily-2032", 1.2, observation_id="a"), prints("daily-2033", 1.3, observation_id="b")]
    [found] = list_disagreements(rows, sources=sources)
    assert found.acknowledge(rows[which]) == words
    [fault] = check_sources_agree(rows)
    assert "differs from a" in fault.remedy
    rows[which] = rows[which].change("note", f"provisional; {words}")
    assert list(check_sources_agree(rows)) == []


def test_a_note_that_names_no_print_of_the_figure_settles_nothing(prints, sources):
    rows = [prints("daily-2032", 1.2), prints("daily-2033", 1.3, note="differs from something-else")]
    assert len(list(check_sources_agree(rows))) == 1
