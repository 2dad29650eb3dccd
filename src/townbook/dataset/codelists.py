"""Reading `data/codelists/`: which lists there are, their columns, and what the columns say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from townbook.dataset.cells import check_characters, is_plain
from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.files import name_file, read_table
from townbook.dataset.rows import Table
from townbook.dataset.rules.codelists import check_codes, check_references
from townbook.vocabulary.codelists import Codelist

_LABELS = ("code", "en", "zh")
_DEFINED = (*_LABELS, "definition_en", "definition_zh")
CODELIST_COLUMNS = {
    "areas": (*_LABELS, "parent", "level"),
    "caveats": _LABELS,
    "columns": (*_DEFINED, "unit"),
    "indicators": (*_LABELS, "unit", "sectors", "time", "terms", "definition_en", "definition_zh", "subject"),
    "kinds": _DEFINED,
    "methods": _DEFINED,
    "qualifiers": _DEFINED,
    "sectors": _DEFINED,
    "statuses": _DEFINED,
    "tiers": _DEFINED,
    "units": (*_LABELS, "symbol_en", "symbol_zh", "dimension"),
    "verdicts": _DEFINED,
}
CODELIST_TEXTS = {
    "code": ("Code", "Code that stands in the data."),
    "en": ("English label", "Label in English."),
    "zh": ("Chinese label", "Label in Chinese."),
    "definition_en": ("Definition", "Definition in English; empty where the label says it all."),
    "definition_zh": ("Chinese definition", "Definition in Chinese; empty where the label does."),
    "parent": ("Parent", "Code of the area above; empty for a province."),
    "level": ("Level", "province, city or county."),
    "unit": (
        "Unit",
        "Unit; of an indicator that of its levels, of a column `row` where each row says its own.",
    ),
    "sectors": ("Sectors", "Sectors that the rule is for, by spaces; empty: for all."),
    "time": ("Time", "state: holds at a date; span: adds up over a period."),
    "terms": ("Terms", "Words for it in documents, by spaces, from which figures are recognised."),
    "subject": ("Subject", "What it is of where that is no town; empty: a town or a tier."),
    "symbol_en": ("Symbol", "Symbol in English; empty where the number stands alone."),
    "symbol_zh": ("Chinese symbol", "Symbol in Chinese; empty where the number stands alone."),
    "dimension": ("Dimension", "Kind of quantity."),
}


def read_codelists(folder: Path, *, faults: FaultList) -> Mapping[str, Codelist]:
    """Read the codelists; one in which a fault was found is left out, so that nothing is judged by it."""
    tables: dict[str, Table] = {}
    for name, columns in CODELIST_COLUMNS.items():
        path = folder / "codelists" / f"{name}.csv"
        table = read_table(path, folder=folder, columns=columns, faults=faults)
        if table is not None:
            cells = ((row, column) for row in table.rows if not is_plain(row) for column in columns)
            faults.add(fault for cell in cells if (fault := check_characters(*cell, metadata={})))
            faults.add(check_codes(table.sound(faults)))
            tables[name] = table
    faults.add(check_references(tables))
    for path in sorted((folder / "codelists").glob("*.csv")):
        if path.stem not in CODELIST_COLUMNS:
            file = name_file(path, folder=folder)
            known = ", ".join(CODELIST_COLUMNS)
            remedy = "remove it, or name it in dataset/codelists.py"
            faults.add([Fault(file, 1, f"a codelist {path.stem!r}", f"one of {known}", remedy)])
    return {
        name: Codelist(name, {row["code"]: dict(row.cells) for row in table.rows})
        for name, table in tables.items()
        if not faults.lines_of(table.file)
    }
