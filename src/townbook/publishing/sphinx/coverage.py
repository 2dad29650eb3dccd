"""The coverage of a build: every numeral of its pages has its evidence, and the pages say how many do."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.writers.html5 import HTML5Translator

from townbook.publishing.addresses import COVERAGE_PATH
from townbook.publishing.coverage import ALLOWED, BOUND, Coverage, add_up, cover_page
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.layout import tag
from townbook.publishing.sphinx.places import warn
from townbook.publishing.sphinx.tables import lay_table
from townbook.vocabulary.words import Words

TOTAL, FREE = "total", "allowed"
_PLACEHOLDER = re.compile(r'(<span class="num coverage" data-coverage="([\w-]+)">)[^<]*(?=</span>)')
# A row of the list of kinds.
_ROW = re.compile(r'<tr(?:(?!</?tr).)*data-coverage="([\w-]+)"(?:(?!</?tr).)*</tr>\s*', re.DOTALL)


class covered(nodes.inline):  # noqa: N801 - docutils names nodes in lower case
    """A number of the coverage, `count` says which; filled in when all pages are written."""


class CoverageRole(SphinxRole):
    """`{coverage}`: how many numerals the pages hold, `total`, `bound`, `allowed` or a kind of these."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a place for the number, or a warning where there is none of this name."""
        known = (TOTAL, BOUND, FREE, *ALLOWED)
        if self.text not in known:
            source, line = self.get_source_info()
            message = f"{{coverage}}`{self.text}`: expected one of {', '.join(known)}"
            warn(message, source=source, line=line)
            return [], []
        return [covered(self.rawtext, "0", count=self.text)], []


class CoverageDirective(SphinxDirective):
    """`{coverage-kinds}`: the kinds of numerals that need no evidence, with how many there are."""

    def run(self) -> list[nodes.Node]:
        """Return the kinds as a table."""
        words = edition_of(self.env.app).words
        head = [words.text("Numerals that are"), words.text("Number")]
        kinds = name_kinds(words)
        rows: list[list[list[nodes.Node]]] = [
            [[nodes.Text(kinds[kind])], [covered("", "0", count=kind)]] for kind in ALLOWED
        ]
        label = words.text("Numerals that need no evidence")
        return [lay_table([[nodes.Text(text)] for text in head], rows, label=label)]


def name_kinds(words: Words) -> dict[str, str]:
    """Return what the kinds of `coverage.ALLOWED` are, in words."""
    text = words.text
    return {
        "code": text("parts of commands, codes and identifiers"),
        "title": text("parts of the title of a document"),
        "measured": text("measurements of the extractor, made before the edition"),
        "change": text("comparisons with the edition before, all in its file of changes"),
        "formula": text("parts of a formula"),
        "place": text("numbers of figures, tables and sections"),
        "count": text("counts of numerals, these here"),
        "reference": text("parts of a reference or a citation"),
        "date": text("years and dates"),
        "line": text("lines of a document"),
        "name": text("parts of a name, such as that of a standard"),
        "convention": text("a convention of the method, such as the level of an interval"),
    }


def visit_covered(translator: HTML5Translator, node: covered) -> None:
    """Open the place of a number."""
    translator.body.append(tag("span", {"class": "num coverage", "data-coverage": node["count"]}))


def depart_covered(translator: HTML5Translator, _: covered) -> None:
    """Close the place of a number."""
    translator.body.append("</span>")


def cover_pages(app: Sphinx, exception: Exception | None) -> None:
    """Check all pages, fill the numbers in, and write them beside the data.

    Raises
    ------
    ExtensionError
        If a numeral has no evidence and is of no allowed kind, where warnings are errors; each is a warning.
    """
    if exception is not None or app.builder.name != "html":
        return
    folder = Path(app.outdir)
    paths = {name: folder / app.builder.get_target_uri(name) for name in sorted(app.env.found_docs)}
    html = {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}
    pages = {name: cover_page(text) for name, text in html.items()}
    for name, shorter in _drop_unused(html, add_up(pages.values())).items():
        html[name], pages[name] = shorter, cover_page(shorter)
    strays = [(name, stray) for name, page in pages.items() for stray in page.strays]
    for name, stray in strays:
        message = f"numeral {stray.numeral!r} in {stray.words!r} has no evidence; say it with a role"
        warn(message, source=str(app.env.doc2path(name)), line=None)
    # With --keep-going Sphinx takes its final count of warnings before this.
    if strays and (app.warningiserror or app.keep_going):
        raise ExtensionError(f"townbook: {len(strays)} numerals without evidence")
    coverage = add_up(pages.values())
    for name, text in html.items():
        if _PLACEHOLDER.search(text):
            paths[name].write_text(_fill(text, coverage), encoding="utf-8", newline="\n")
    target = folder / COVERAGE_PATH
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_to_json(coverage, pages), encoding="utf-8", newline="\n")


def _drop_unused(html: Mapping[str, str], coverage: Coverage) -> dict[str, str]:
    """Return the pages that list kinds of which there is no numeral, without these."""
    counts = dict(coverage.counts)
    shorter = {
        name: _ROW.sub(lambda row: row[0] if counts.get(row[1]) else "", text) for name, text in html.items()
    }
    return {name: text for name, text in shorter.items() if text != html[name]}


def _fill(html: str, coverage: Coverage) -> str:
    numbers = dict(coverage.counts) | {TOTAL: coverage.total, FREE: coverage.allowed}
    return _PLACEHOLDER.sub(lambda match: f"{match[1]}{numbers.get(match[2], 0):,}", html)


def _to_json(coverage: Coverage, pages: Mapping[str, Coverage]) -> str:
    document = {
        "numerals": coverage.total,
        "without_evidence": len(coverage.strays),
        "counts": dict(sorted(coverage.counts.items())),
        "pages": {
            name: {kind: n for kind, n in sorted(page.counts.items()) if n} for name, page in pages.items()
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
