"""What counts as typed into prose, of numbers and of verdict words.

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
import re
from collections.abc import Iterator
from dataclasses import dataclass

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
