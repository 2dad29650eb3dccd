"""No number and no verdict word is typed into prose: the sources of the pages are read for them.

Read are the pages in `book/`, the Markdown cells of `notebooks/`, and the sentences in the modules of
`townbook.figures` (captions, alt texts, notes, titles). What a role, a directive, code, a formula or
the target of a link says does not count. Digits are fine only as

- a year standing alone (19xx, 20xx), which names a year, an edition or a document;
- the number of a heading or of an item of a list;
- part of a name: a standard (GB/T 7714, ISO 8601), a licence (CC BY 4.0), a statistic (HC3);
- the bibliography, and the few phrases in `ALLOWED`, each with its reason.

Numbers in words (two to twenty, dozens, hundreds, …) count where what they count is something that the
data hold: "three towns" is a figure, "asks three things" is not, nor are "two cities" or "two figures",
which are a pair set side by side. Verdict words count outside of
`{when}`, where the data have not chosen them, unless quoted; pages that define them (`DEFINING`) and
words of everyday English (`ORDINARY`) are left out.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = (
    "95 per cent",  # the level of intervals and tests: a convention of the method, as in every textbook
    "five per cent",  # its complement
    "ten for each parameter",  # the rule of the model's minimum: a convention of the method
    "fifteen make a hectare",  # the definition of the unit mu
)
DEFINING = ("book/methods.md", "book/glossary.md")
ORDINARY = {"above", "below", "comparable", "complete", "partial", "estimated"}
_NAMES = re.compile(
    r"\b(?:GB/T|ISO|CC BY|RFC|HTTP|Python|UTF|SHA|SDMX)[ -]?\d[\d.]*(?:[—–-]\d{4})?|\b[A-Z]{2,}\d\b|\bCC0\b"
)
_INLINE = re.compile(
    r"\{[\w-]+\}`[^`]*`"  # roles
    r"|`+[^`]*`+"  # code
    r"|\]\([^)]*\)"  # targets of links
    r"|<[^>\s][^>]*>"  # addresses and HTML
    r"|\$[^$]+\$"  # formulas
    r"|\{[^{}`]*\}"  # fields of format strings, attributes
)
_NUMBERED = re.compile(r"^(#+\s+)\d+(?:\.\d+)*\.?\s|^(\s*)\d+[.)]\s", re.MULTILINE)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_COUNTED = (
    "town|tier|city|cities|count(?:y|ies)|area|province|document|source|observation|figure|finding|"
    "enterprise|firm|people|person|worker|household|project|platform|product|sector|target|growth|rate|"
    "point|per cent|percent|yuan|billion|million|thousand|mu|tonne|year|month|quarter|half|halves|"
    "comparison|verdict|threshold|exhibit|edition"
)
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|"
    "millions?|billions?|half a dozen|a dozen"
)
_SPELT = re.compile(rf"\b(?:{_WORDS})\b[\s-](?:of\s)?(?:[\w-]+\s){{0,2}}?(?:{_COUNTED})s?\b", re.IGNORECASE)
_PAIR = re.compile(
    r"\btwo (?:cities|figures|documents|tiers|areas|dates|years|periods|prints)\b", re.IGNORECASE
)
_FENCE = re.compile(r"^\s*(?P<mark>:{3,}|`{3,})\s*(?:\{(?P<name>[\w-]+)\})?(?P<rest>.*)$")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


@dataclass(frozen=True)
class Passage:
    """A piece of prose: where it stands, and whether the data chose it."""

    place: str
    text: str
    chosen: bool = False


def read_markdown(text: str, *, place: str) -> Iterator[Passage]:
    """Yield the prose of a page, paragraph by paragraph."""
    fences: list[tuple[str, str]] = []
    paragraph: list[str] = []
    start = 1

    def passage() -> Passage:
        chosen = any(name == "when" for _, name in fences)
        return Passage(f"{place}:{start}", "\n".join(paragraph), chosen)

    for number, line in enumerate(text.split("## References", maxsplit=1)[0].splitlines(), start=1):
        fence = _FENCE.match(line)
        if fence or not line.strip():
            if paragraph:
                yield passage()
            paragraph = []
        if fence:
            if fences and not fence["name"] and not fence["rest"].strip() and fence["mark"] == fences[-1][0]:
                fences.pop()
            else:
                fences.append((fence["mark"], fence["name"] or "code"))
        elif line.strip() and not any(name == "code" for _, name in fences):
            start = start if paragraph else number
            paragraph.append(line)
    if paragraph:
        yield passage()


def read_strings(code: str, *, place: str) -> Iterator[Passage]:
    """Yield the sentences among the strings of a module: those with a blank, but no docstrings."""
    tree = ast.parse(code)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in docstrings:
            continue
        if re.search(r"[A-Za-z]{2,} |\d \w", node.value):
            yield Passage(f"{place}:{node.lineno}", node.value)


def find_numbers(text: str) -> list[str]:
    """Return the numbers that somebody typed, in digits or in words."""
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    plain = " ".join(_INLINE.sub(" ", _NUMBERED.sub(r"\1\2", text)).split())
    plain = _NAMES.sub(" ", plain)
    return _DIGITS.findall(_YEAR.sub(" ", plain)) + _SPELT.findall(_PAIR.sub(" ", plain))


def find_verdicts(text: str, *, labels: list[str]) -> list[str]:
    """Return the verdict words that somebody typed."""
    plain = " ".join(_QUOTED.sub(" ", _INLINE.sub(" ", text)).split())
    return re.findall(rf"\b(?:{'|'.join(map(re.escape, labels))})\b", plain, re.IGNORECASE)


def read_pages() -> list[Passage]:
    passages: list[Passage] = []
    for path in sorted((ROOT / "book").glob("*.md")):
        place = path.relative_to(ROOT).as_posix()
        passages += read_markdown(path.read_text(encoding="utf-8"), place=place)
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
            if cell.cell_type == "markdown":
                passages += read_markdown(cell.source, place=f"notebooks/{path.name}:cell {number}")
    return passages


def read_figures() -> list[Passage]:
    passages: list[Passage] = []
    for path in sorted((ROOT / "src" / "townbook" / "figures").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        passages += read_strings(path.read_text(encoding="utf-8"), place=place)
    return passages


@pytest.fixture(scope="module")
def labels() -> list[str]:
    with (ROOT / "data" / "codelists" / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        known = [row["en"] for row in csv.DictReader(file)]
    return sorted({label for label in known if label not in ORDINARY}, key=len, reverse=True)


def test_sources_are_read():
    pages, figures = read_pages(), read_figures()
    assert len(pages) > 50
    assert any("notebooks/" in passage.place for passage in pages)
    assert len(figures) > 20


def test_no_number_is_typed_into_prose():
    passages = read_pages() + read_figures()
    typed = [(p.place, numbers) for p in passages if (numbers := find_numbers(p.text))]
    assert typed == [], "\n".join(map(str, typed))


def test_no_verdict_is_typed_into_prose(labels):
    passages = [p for p in read_pages() if not p.chosen and not p.place.startswith(DEFINING)] + read_figures()
    typed = [(p.place, verdicts) for p in passages if (verdicts := find_verdicts(p.text, labels=labels))]
    assert typed == [], "\n".join(map(str, typed))


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
