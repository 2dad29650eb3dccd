import json
import math

from townbook.analysis.differences import plain
from townbook.analysis.differences.editions import compare_editions
from townbook.analysis.differences.plain import to_json, to_plain
from townbook.analysis.findings import Finding
from townbook.vocabulary.intervals import Interval


def _differ(made, compute):
    made.add("old", "12亿元", source="plan").add("again", "至少30亿元", source="paper", area="140500")
    made.add("later", "13亿元", source="paper")
    made.figures[1].update(low=3e9, high=math.inf, qualifier="at_least")
    before = compute(made, Finding("sum", 1.2e9, observations=("old",), unit="CNY"), edition="2031")
    after = compute(
        made,
        Finding("sum", 1.3e9, Interval(1.25e9, math.inf), "CNY", "above", {"area": "140400"}, ("later",)),
    )
    return compare_editions(before, after)


def test_a_difference_is_written_as_documented(made, compute):
    document = to_plain(_differ(made, compute))
    assert list(document) == ["format", "old", "new", "counts", "documents", "figures", "towns", "findings"]
    assert document["new"] == {"edition": "2032", "cutoff": "2032-12-31", "status": "final"}
    assert document["documents"] == {"added": ["paper"], "withdrawn": []}
    [added] = document["figures"]["added"]
    assert (added["observation"], added["low"], added["high"], added["repeats"]) == ("again", 3e9, None, None)
    [revised] = document["figures"]["revised"]
    assert (revised["old"]["value"], revised["new"]["value"], revised["agrees"]) == (1.2e9, 1.3e9, True)
    assert document["findings"] == [
        {
            "id": "sum",
            "change": "turned",
            "old": {"value": 1.2e9, "interval": None, "unit": "CNY", "verdict": "", "about": {}},
            "new": {
                "value": 1.3e9,
                "interval": [1.25e9, None],
                "unit": "CNY",
                "verdict": "above",
                "about": {"area": "140400"},
            },
            "causes": [{"cause": "revision", "sources": ["paper"], "observations": ["old", "later"]}],
        }
    ]


def test_counts_are_those_of_the_lists(made, compute):
    counts = to_plain(_differ(made, compute))["counts"]
    assert {name: count for name, count in counts.items() if count} == {
        "documents_added": 1,
        "figures_added": 1,
        "figures_revised": 1,
        "findings_turned": 1,
    }


def test_every_count_and_key_is_documented(made, compute):
    document = to_plain(_differ(made, compute))
    figure = document["figures"]["added"][0]
    for name in (*document, *document["counts"], *figure, *document["findings"][0]):
        assert name in plain.__doc__


def test_the_text_is_json_that_any_reader_takes(made, compute):
    text = to_json(_differ(made, compute))
    assert text.endswith("}\n")
    assert json.loads(text, parse_constant=lambda name: 1 / 0)["format"] == 1
