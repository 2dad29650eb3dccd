"""What captions, alt texts and labels are put together from: roles, plurals, names, quantities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from townbook.vocabulary.intervals import Interval, point
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words


def num(name: str) -> str:
    """Return the role that says the value of a finding or an observation."""
    return f"{{num}}`{name}`"


def interval(name: str) -> str:
    """Return the role that says the interval of a finding or an observation."""
    return f"{{interval}}`{name}`"


def word(name: str, dimension: str) -> str:
    """Return the role that says what a finding or an observation is about."""
    return f"{{word}}`{name}#{dimension}`"


def verdict(name: str) -> str:
    """Return the role that says the verdict of a finding."""
    return f"{{verdict}}`{name}`"


def choose(words: Words, number: float, *, one: str, many: str) -> str:
    """Return the translation of the sentence for this number; in English `one` is for 1 alone."""
    return words.translations.ngettext(one, many, int(number))


def printed(name: str) -> str:
    """Return the role that says the figure of an observation exactly as it is printed."""
    return f"{{printed}}`{name}`"


def note(name: str) -> str:
    """Return the role that says the note on an observation."""
    return f"{{note}}`{name}`"


def change(text: str) -> str:
    """Return the role that says a number of the comparison with the edition before, or one of its own."""
    return f"{{change}}`{text}`"


def begin(text: str) -> str:
    """Return a label with a capital, as at the beginning of a line."""
    return text[:1].upper() + text[1:]


def name_place(words: Words, *, area: str, tier: str = "", town: str = "", town_zh: str = "") -> str:
    """Name what a figure is about: `Shangdang herbs 上党中药材`, `Changzhi 长治市, municipal tier`."""
    if town:
        name = words.town(town)
        return name if not town_zh or town_zh == name else f"{name} {town_zh}"
    place = words.both("areas", area)
    return f"{place}, {words.label('tiers', tier)}" if tier else place


def name_figure(words: Words, *, indicator: str, period: str) -> str:
    """Name a figure: `Revenue in the first half of 2024`."""
    label = begin(words.label("indicators", indicator))
    return words.text("{indicator} in {period}").format(indicator=label, period=words.period(period))


def quantity_of(row: Mapping[Any, Any], column: str, unit: str, *, digits: int = 3) -> Quantity | None:
    """Return the quantity in `column`, `column_low` and `column_high` of a row, None where it is missing.

    `column_qualifier` and `column_upper`, where the table has them, say how the figure was printed.
    """
    value = row[column]
    if pd.isna(value):
        return None
    low, high = row.get(f"{column}_low", value), row.get(f"{column}_high", value)
    upper = row.get(f"{column}_upper", float("nan"))
    return Quantity(
        float(value),
        Interval(low, high),
        unit,
        None if pd.isna(upper) else float(upper),
        row.get(f"{column}_qualifier") or "exact",
        digits,
    )


def say_value(words: Words, value: float, unit: str, *, digits: int = 3) -> str:
    """Write a number that no print stands behind, such as one on a scale."""
    return words.quantity(Quantity(float(value), point(float(value)), unit, digits=digits))


def add_print(table: pd.DataFrame, observations: pd.DataFrame, *, column: str, source: str) -> pd.DataFrame:
    """Add `column_qualifier` and `column_upper` from the observations that `source` names."""
    known = observations.reindex(table[source])
    return table.assign(
        **{
            f"{column}_qualifier": known["qualifier"].fillna("").to_numpy(dtype=object),
            f"{column}_upper": known["value_high"].to_numpy(dtype=float),
        }
    )


def order_places(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the rows by area and tier in the order of the codelists, which is no ranking."""
    places = [
        {code: place for place, code in enumerate(words.codelists[name])} for name in ("areas", "tiers")
    ]
    keys = [
        table[column].map(order).fillna(-1) for column, order in zip(("area", "tier"), places, strict=True)
    ]
    ordered = table.assign(area_place=keys[0], tier_place=keys[1])
    ordered = ordered.sort_values(["area_place", "tier_place"], kind="stable", ignore_index=True)
    return ordered[list(table.columns)]


def flatten(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table as it is downloaded: what is several codes in one cell joined by spaces."""
    return table.map(lambda cell: " ".join(map(str, cell)) if isinstance(cell, tuple) else cell)


def gather(values: Iterable[Any]) -> tuple[str, ...]:
    """Return ids, alone or several in one, without those that are empty or come again."""
    names: dict[str, None] = {}
    for value in values:
        several = value if isinstance(value, tuple) else (value,)
        names |= dict.fromkeys(str(one) for one in several if one)
    return tuple(names)
