"""What the dimensions of an observation have to agree on: unit, bounds, period, town and coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row, read_number, read_period
from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.periods import write_period

PERIOD_NOT_PRINTED = "period not printed"
START_NOT_PRINTED = "start not printed"  # of a horizon that is told as so many years
_MOST_GROWTH = 100.0  # beyond a hundredfold it is a slip
_NUMBERS = ("value", "value_high")
_BOUNDS = ("at_least", "more_than", "at_most")
_RATE_KINDS = ("growth", "share")
_LOOKING_AHEAD = ("forecast", "target")
_PERCENT_UNITS = ("ratio", "pp")


def check_units(rows: Iterable[Row], *, indicators: Codelist) -> Iterator[Fault]:
    """Find units that are not those of the indicator.

    A growth or a share is a ratio whatever its indicator; a target or forecast may be one, and is then of
    growth; the change of a ratio may be in percentage points.
    """
    for row in rows:
        indicator, kind = row["indicator"], row["kind"]
        unit = indicators.get(indicator, "unit")
        allowed = ["ratio"] if kind in _RATE_KINDS else [unit]
        if kind in _LOOKING_AHEAD:
            allowed.append("ratio")
        if kind == "change" and unit == "ratio":
            allowed.append("pp")
        if row["unit"] not in allowed:
            found = f"unit {row['unit']!r} for {kind} of {indicator!r}"
            yield row.fault(found, " or ".join(dict.fromkeys(allowed)), "correct unit or indicator")


def check_bounds(rows: Iterable[Row], *, units: Codelist) -> Iterator[Fault]:
    """Find values that cannot be: a negative level, a share above one, half an enterprise."""
    for row in rows:
        value = read_number(row, "value")
        if value is None:
            continue
        least, most = _bounds_of(row)
        beyond = next((c for c in _NUMBERS if row[c] and not least <= float(row[c]) <= most), "")
        if beyond:
            found = f"{beyond} {row[beyond]} for {row['kind']}"
            yield row.fault(found, f"{least:g} to {most:g}", "correct value, unit or kind")
        elif units.get(row["unit"], "dimension") == "count" and value != int(value):
            found = f"value {row['value']} in {row['unit']!r}"
            yield row.fault(found, "a whole number", "correct value or unit")


def check_periods(rows: Iterable[Row], *, latest: Mapping[str, date]) -> Iterator[Fault]:
    """Find periods that are not in their shortest form, not printed without a word, or after their source.

    `latest` is the latest day on which a source can have been published. A target or a forecast lies ahead; a
    threshold holds from its period on, so that only its beginning has to be known.
    """
    for row in rows:
        period = read_period(row)
        if period is None:
            if PERIOD_NOT_PRINTED not in row["note"]:
                remedy = "write the period, or say so in the note"
                yield row.fault("no period", f"{PERIOD_NOT_PRINTED!r} in the note", remedy)
            continue
        if period.first is not None and row["period"] != write_period(period.first, period.last):
            shortest = write_period(period.first, period.last)
            yield row.fault(f"period {row['period']!r}", f"{shortest!r}", f"write {shortest}")
            continue
        published = latest.get(row["source"])
        if published is None or row["kind"] in _LOOKING_AHEAD:
            continue
        end = period.first if row["kind"] == "threshold" else period.last
        if end is not None and end > 12 * published.year + published.month - 1:
            found = f"period {row['period']!r} after the source, published {published} at the latest"
            yield row.fault(found, "a period that it can know", "correct period, kind or source")


def check_coverage(rows: Iterable[Row], *, indicators: Codelist) -> Iterator[Fault]:
    """Find figures of something else that would count for towns, and thresholds that bound nothing."""
    for row in rows:
        tier, town, status = row["tier"], row["town"], row["status"]
        subject = indicators.get(row["indicator"], "subject")
        if tier == "mixed" and town:
            found = f"tier 'mixed' for the one town {town!r}"
            yield row.fault(found, "the tier that the town holds", "correct tier or town")
        elif not tier and not town and status == "A":
            found = "status 'A' for a figure of neither a tier nor a town"
            yield row.fault(found, "status 'D'", "write D and say in the note what it covers")
        elif subject and row["kind"] != "threshold" and status == "A":
            found = f"status 'A' for {row['indicator']!r}, which is of a single {subject}"
            yield row.fault(found, "status 'D'", "write D: it is not the town's")
        elif status in ("D", "O") and not row["note"]:
            found = f"status {status!r} without a note"
            yield row.fault(found, "a note", "say what the figure covers or what is missing")
        elif row["kind"] == "threshold" and row["qualifier"] not in _BOUNDS:
            found = f"qualifier {row['qualifier']!r} for a threshold"
            yield row.fault(found, " or ".join(_BOUNDS), "write which side of it passes")


def _bounds_of(row: Row) -> tuple[float, float]:
    kind = row["kind"]
    if row["unit"] not in _PERCENT_UNITS:
        return (float("-inf") if kind == "change" else 0.0), float("inf")
    if kind in ("growth", *_LOOKING_AHEAD) or row["unit"] == "pp":
        return -1.0, _MOST_GROWTH
    return (-1.0 if kind == "change" else 0.0), 1.0
