"""What each document contributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.quality import tabulate_documents
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import num
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_document
from townbook.figures.tables.wording import write_caption

_COUNTS = ("", "-normal", "-differing", "-missing", "-period-printed", "-towns")


def tabulate_contributions(brief: Brief) -> pd.DataFrame:
    """Return what each document contributes; columns of `analysis.quality.tabulate_documents`."""
    return tabulate_documents(brief.data)


def present_contributions(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the documents out in order of publication."""
    text = brief.words.text
    heads = [
        text("Document"),
        text("Figures"),
        text("Of the towns themselves"),
        text("Of other coverage"),
        text("Stated without a number"),
        text("Period printed"),
        text("Towns named"),
    ]
    rows = [_lay_row(row, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_finding(table, brief))
    # Every observation of a document is behind its row.
    behind = list(brief.data.observations.index)
    return lay_out(
        "document-contributions", Page(caption, heads, rows), table=table, brief=brief, behind=behind
    )


def _lay_row(row: Mapping[Any, Any], brief: Brief) -> list[str]:
    words, document = brief.words, say_document(brief, row["source"])
    if row["basis"] == "inferred":
        document = words.text("{document} (date inferred)").format(document=document)
    return [document, *(num(f"from-{row['source']}{name}") for name in _COUNTS)]


def _say_finding(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    text = brief.words.text
    if table.empty:
        return (text("The edition has no document."),)
    most = table.sort_values("observations", kind="stable").iloc[-1]
    fields = {
        "observations": num("observations"),
        "documents": num("documents"),
        "most": num(f"from-{most['source']}"),
        "document": say_document(brief, most["source"]),
        "inferred": num("documents-date-inferred"),
    }
    if len(table) == 1:
        return (text("All {observations} printed figures come from a single document.").format(**fields),)
    message = text(
        "Of {observations} printed figures in {documents} documents, {most} stand in one: {document}."
    )
    undated = text("The date of publication is inferred, not printed, in {inferred} of the documents.")
    inferred = brief.registry["documents-date-inferred"].value
    return message.format(**fields), undated.format(**fields) if inferred else ""


PLAN = ExhibitPlan(tabulate_contributions, present_contributions)
