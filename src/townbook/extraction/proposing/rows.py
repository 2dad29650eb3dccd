"""Rows of observations: a statement in the columns of the dataset, with its locator, basis and confidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from townbook.extraction.proposing.confidence import judge
from townbook.extraction.proposing.names import Names, name_area, slug, spell
from townbook.extraction.statements import Statement
from townbook.extraction.what.nouns import NEW
from townbook.extraction.words.lexicon import Lexicon
from townbook.sources.reading import ReadDocument

_BASIS = ("indicator", "kind", "area", "tier", "town", "period")
_BASIS_CELLS = attrgetter(*_BASIS)
_ALONE = re.compile(r"[-−－]?[\d,.]+")  # a number whose unit stands elsewhere
_NUMBER = re.compile(r"^\D*[\d,.]+")
_PLACES = 6


@dataclass(frozen=True)
class RowWriter:
    """Writes the statements of one document; `towns` maps names to ids."""

    document: ReadDocument
    lexicon: Lexicon
    names: Names
    towns: Mapping[str, str]
    source: str

    def write(self, statement: Statement) -> dict[str, str]:
        """Return the row of a statement."""
        figure, nobodys = statement.figure, not (statement.tier or statement.town)
        line, start, end = self.document.locate(figure.start, figure.end)
        return {
            "observation_id": self.names.give(self._name(statement)),
            "area": statement.area,
            "tier": statement.tier,
            "town": self.towns.get(statement.town, ""),
            "indicator": statement.indicator,
            "kind": statement.kind,
            "period": statement.period,
            "value": _write_number(figure.value),
            "value_high": "" if figure.value_high is None else _write_number(figure.value_high),
            "unit": statement.unit,
            "qualifier": figure.qualifier,
            "printed": self.document.original[start:end],
            "source": self.source,
            "line": str(line),
            "char_start": str(start),
            "char_end": str(end),
            "method": "extracted",
            "status": "D" if nobodys or self._is_single(statement) else "A",
            "note": "; ".join(_list_notes(statement, self.document.original[start:end], nobodys=nobodys)),
            "confidence": f"{judge(statement):.2f}",
            "basis": _write_basis(statement),
        }

    def _name(self, statement: Statement) -> str:
        """Return an id: whom, what, how and when, as in `changzhi-municipal-towns-2024`."""
        town = self.towns.get(statement.town, "")
        parts = (
            town or name_area(statement.area, lexicon=self.lexicon),
            "" if town else statement.tier,
            statement.indicator.removeprefix(NEW),
            "" if statement.kind == "level" else statement.kind,
            statement.period,
        )
        return "-".join(filter(None, [slug(part) if part.isascii() else spell(part) for part in parts]))

    def _is_single(self, statement: Statement) -> bool:
        """Tell whether a figure is of a single subject."""
        row = self.lexicon.indicators.codes.get(statement.indicator)
        return row is not None and bool(row.get("subject")) and statement.kind != "threshold"


def _list_notes(statement: Statement, printed: str, *, nobodys: bool) -> list[str]:
    notes = list(statement.notes)
    if statement.figure.measure is not None and _ALONE.fullmatch(printed):
        unit = _NUMBER.sub("", statement.figure.printed)
        notes.append(f"unit printed in the header of its table: {unit}")
    if not statement.period and not any("period not printed" in note for note in notes):
        notes.append("period not printed")
    elif statement.at_publication:
        notes.append("period not printed: state at publication")
    if nobodys:
        notes.append("printed for neither a tier nor a town")
    return notes


def _write_basis(statement: Statement) -> str:
    """Return how each cell that is filled is known; what is printed at the figure is stated."""
    how, cells = statement.how, _BASIS_CELLS(statement)
    known = [f"{name}={how.get(name, 'stated')}" for name, cell in zip(_BASIS, cells, strict=True) if cell]
    return "; ".join(["value=stated", *known])


def _write_number(value: Decimal) -> str:
    text = format(round(value, _PLACES).normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
