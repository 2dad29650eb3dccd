"""The colours of the house: one per area and per verdict, told apart by people who are colour-blind too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from townbook.vocabulary.codelists import Codelist

INK = "#1F2328"
SOFT = "#57606A"
LINE = "#8C959F"
FAINT = "#D0D7DE"
TINT = "#EAEEF2"
PAPER = "#FFFFFF"
HATCH = "////"

# After Okabe and Ito (2008), darkened until text in them stands on white at 4.5 to 1.
_AREAS = ("#4A6B1E", "#5B5EA6", "#A63D7A", "#0063A5", "#8F5E00", "#4F6D7A")
_PROVINCE = "#3D444D"


@dataclass(frozen=True)
class Look:
    """How a verdict looks: its colour, the tint of a cell, and a mark that says it without colour.

    `mark` and `fill` are marker and fill style of matplotlib; an empty mark is none.
    """

    colour: str
    tint: str
    mark: str
    fill: Literal["full", "left", "none"] = "full"
    hatch: str = ""


_VERDICTS: Mapping[str, Look] = {
    "met": Look("#00664F", "#CFEBE2", "o"),
    "above": Look("#00664F", "#CFEBE2", "o"),
    "missed": Look("#A63A00", "#F8DDCE", "X"),
    "below": Look("#A63A00", "#F8DDCE", "X"),
    "fragile": Look("#6B4FA0", "#E6DFF3", "d"),
    "open": Look("#0063A5", "#D3E6F5", ">"),
    "comparable": Look("#004B7A", "#8FC1E3", "o"),
    "comparable_with_caveat": Look("#0063A5", "#DCEBF7", "o", "left"),
    "not_comparable": Look("#A63A00", "#F8DDCE", "X"),
}
_SILENT = Look(SOFT, PAPER, "", hatch=HATCH)


def look_of(verdict: str) -> Look:
    """Return how a verdict looks; what cannot be judged is grey and hatched."""
    return _VERDICTS.get(verdict, _SILENT)


def colour_of(area: str, areas: Codelist) -> str:
    """Return the colour of an area, the same in every figure and edition; a county has that of its city.

    It follows from the area's place in the codelist, so that new areas in the data move no other's.
    With more cities than colours two share one: areas are labelled wherever they stand.
    """
    above = areas.ancestors(area)
    if not above:
        return _PROVINCE
    # Within a province, cities come one after the other; a county of a municipality has no city above it.
    city = area if areas.get(area, "level") == "city" or len(above) == 1 else above[0]
    siblings = [code for code in areas if areas.get(code, "parent") == above[-1]]
    return _AREAS[siblings.index(city) % len(_AREAS)]
