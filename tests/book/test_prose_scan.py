"""The scan of prose: what it takes for typed, and what it lets pass."""

from __future__ import annotations

import pytest
from prose import find_numbers, find_verdicts, read_markdown, read_strings


@pytest.mark.parametrize(
    "text",
    [
        "Growth was 22% in that year.",
        "There are 42 towns.",
        "It fell by 1.5 points.",
        "In 2023-05 it rose.",
        "Output of 2000.5 was printed.",
        "The two municipal towns grew.",
        "Nearly a dozen of the enterprises left.",
        "It needs twenty towns a year.",
        "- five targets",
        "**three cities**",
        "Five billion yuan.",
    ],
)
def test_scan_finds_a_typed_number(text):
    assert find_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Growth was {num}`headline-growth` in 2024.",
        "## 3. Growth",
        "1. First of all",
        "See [the plan](changzhi-plan-2023.md#a1), `col_1` and {numref}`fig-2`.",
        "In GB/T 7714 style, under CC BY 4.0, with HC3 errors (White, 1980).",
        "This report asks three things, and sets two figures of two cities side by side.",
        "Intervals for 95 per cent.",
        "The share $k / 2n$ of the towns.",
        "{count} of {total:.0f} towns",
        "The first half of the year, a half-year, one town.",
        "from disk to disk, in two steps",
    ],
)
def test_scan_lets_names_and_roles_pass(text):
    assert find_numbers(text) == []


def test_scan_knows_what_the_data_chose(labels):
    case = "::::{case} x\n:::{when} met\nIt was met.\n:::\n::::"
    text = f"The target was met.\n\n{case}\n\nAfter 3.\n\n```\n99\n```\n"
    passages = list(read_markdown(text, place="page.md"))
    assert [(p.place, p.chosen) for p in passages] == [
        ("page.md:1", False),
        ("page.md:5", True),
        ("page.md:9", False),
    ]
    assert find_verdicts(passages[0].text, labels=labels) == ["met"]
    assert find_numbers(passages[2].text) == ["3"]


def test_scan_reads_verdicts_but_not_quotations_or_roles(labels):
    assert find_verdicts("It is not\nreported.", labels=labels) == ["not reported"]
    assert find_verdicts('It says "not reported", a method {verdict}`met`.', labels=labels) == []


def test_scan_reads_sentences_of_a_module_and_not_its_docstrings():
    body = 'def f():\n    """Do 4 things."""\n    return "In 5 towns", "a5b", f"{6} of 7 here"\n'
    code = f'"""Module with 3 parts."""\n\n{body}'
    assert [(p.place, p.text) for p in read_strings(code, place="m.py")] == [
        ("m.py:5", "In 5 towns"),
        ("m.py:5", " of 7 here"),
    ]
