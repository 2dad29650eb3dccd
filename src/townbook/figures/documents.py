"""What each document contributes: printed figures by status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from townbook.analysis.quality import tabulate_documents
from townbook.figures.exhibits import Brief, Exhibit
from townbook.figures.palette import FAINT, INK, PAPER, SOFT
from townbook.figures.sentences import choose, num, say_value
from townbook.figures.sheet import Sheet
from townbook.figures.source_line import add_source_line
from townbook.figures.style import draw_nothing, house_style
from townbook.vocabulary.words import Words

ID = "documents"
_PARTS = ("normal", "differing", "missing", "remaining")
_FILLS = {"normal": SOFT, "differing": FAINT, "missing": PAPER, "remaining": INK}
_FEWEST = 5  # the scale does not end before
_KEY = 18.0  # points, for a sample of a bar


def tabulate(brief: Brief) -> pd.DataFrame:
    """Return `quality.tabulate_documents`."""
    return tabulate_documents(brief.data)


def plot_documents(table: pd.DataFrame, *, words: Words) -> Figure:
    """Draw a bar for each document, in order of publication, divided by status.

    Columns `name, basis, observations, normal, differing, missing`; `name` is what a document is called.
    """
    if table.empty:
        return draw_nothing(words.text("There is no document in this edition."))
    table = table.assign(
        remaining=table["observations"] - table[["normal", "differing", "missing"]].sum(axis=1)
    )
    with house_style():
        sheet = Sheet(0.0, float(max(_FEWEST, table["observations"].max())))
        for row in table.to_dict("records"):
            sheet.write(_name_document(row, words), bold=True)
            sheet.write(_say_parts(row, words))
            y, start = sheet.row(), 0.0
            for part in _PARTS:
                _draw_part(sheet, y, (start, start + row[part]), part)
                start += row[part]
            sheet.gap(0.5)
        _write_key(sheet, [part for part in _PARTS if table[part].any()], words)
        return sheet.close(
            words.text("Printed figures"), say=lambda value: say_value(words, value, "observations")
        )


def _name_document(row: Mapping[Any, Any], words: Words) -> str:
    if row["basis"] == "inferred":
        return words.text("{document} (date inferred)").format(document=row["name"])
    return str(row["name"])


def _say_parts(row: Mapping[Any, Any], words: Words) -> str:
    """Say the numbers of a document: `34 figures: 27 normal, 7 of other coverage`."""
    text = choose(words, row["observations"], one="{number} figure", many="{number} figures")
    whole = text.format(number=say_value(words, row["observations"], "observations"))
    parts = [
        f"{say_value(words, row[part], 'observations')} {_name_part(part, words)}"
        for part in _PARTS
        if row[part]
    ]
    return words.text("{whole}: {parts}").format(whole=whole, parts=", ".join(parts)) if parts else whole


def _name_part(part: str, words: Words) -> str:
    return {
        "normal": words.text("normal"),
        "differing": words.text("of other coverage"),
        "missing": words.text("without a number"),
        "remaining": words.text("of another status"),
    }[part]


def _explain_part(part: str, words: Words) -> str:
    return {
        "normal": words.text("normal: covers what its labels say"),
        "differing": words.text("of other coverage: more or less than the towns of a tier"),
        "missing": words.text("without a number: stated in words only"),
        "remaining": words.text("of another status"),
    }[part]


def _draw_part(sheet: Sheet, y: float, span: tuple[float, float], part: str) -> None:
    if span[1] > span[0]:
        sheet.panel.barh(
            [y],
            [span[1] - span[0]],
            left=[span[0]],
            height=0.8,
            facecolor=_FILLS[part],
            edgecolor=SOFT,
            linewidth=1.0,
        )


def _write_key(sheet: Sheet, parts: list[str], words: Words) -> None:
    sheet.gap(0.3)
    for part in parts:
        y, end = sheet.row(1.1), sheet.value(_KEY)
        _draw_part(sheet, y, (0.0, end), part)
        sheet.label(y, (0.0, end), _explain_part(part, words))
    sheet.gap(0.3)


def present_documents(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Present what each document contributes."""
    named = add_names(table, brief)
    sources = set(table["source"])
    names = tuple(map(str, brief.data.observations.index[brief.data.observations["source"].isin(sources)]))
    return Exhibit(
        ID,
        "figure",
        caption=_write_caption(table, brief.words),
        alt=_write_alt(named, brief.words),
        table=table,
        observations=names,
        findings=("documents", "observations", "observations-normal", "observations-differing"),
        draw=lambda: add_source_line(plot_documents(named, words=brief.words), brief),
    )


def add_names(table: pd.DataFrame, brief: Brief) -> pd.DataFrame:
    """Add `name`: publisher and date of each document, in the words of the brief."""
    words, sources = brief.words, {source.id: source for source in brief.data.sources}
    names = []
    for one in table["source"]:
        source = sources[one]
        publisher = source.publisher if words.language == "zh" else source.publisher_en
        names.append(f"{publisher}, {words.date(source.published)}")
    return table.assign(name=names)


def _write_caption(table: pd.DataFrame, words: Words) -> str:
    if table.empty:
        return words.text("There is no document in this edition.")
    first = choose(
        words,
        len(table),
        one="The edition rests on {documents} document and {observations} printed figures.",
        many="The edition rests on {documents} documents and {observations} printed figures.",
    ).format(documents=num("documents"), observations=num("observations"))
    second = words.text(
        "Figures of normal status: {normal}; of other coverage than the towns of a tier: {differing}."
    )
    return f"{first} " + second.format(
        normal=num("observations-normal"), differing=num("observations-differing")
    )


def _write_alt(named: pd.DataFrame, words: Words) -> str:
    if named.empty:
        return words.text("No bars: there is no document in this edition.")
    table = named.assign(
        remaining=named["observations"] - named[["normal", "differing", "missing"]].sum(axis=1)
    )
    rows = [f"{row['name']}: {_say_parts(row, words)}" for row in table.to_dict("records")]
    return words.text("A bar for each document, in order of publication. {rows}.").format(
        rows="; ".join(rows)
    )
