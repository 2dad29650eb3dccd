"""Dates that may be known only to the month or the year, as the styles write them."""

from __future__ import annotations

from townbook.vocabulary.words import MONTHS


def split_date(date: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 date, as many of them as it has."""
    return tuple(int(part) for part in date.split("-")) if date else ()


def write_month(date: str) -> str:
    """Return the name of the month in English, "" where the date has none."""
    parts = split_date(date)
    return MONTHS[parts[1] - 1] if len(parts) > 1 else ""


def write_english(date: str) -> str:
    """Write a date with its year first: `2023`, `2023, July`, `2023, March 31`."""
    parts = split_date(date)
    if len(parts) < 2:
        return date
    day = f" {parts[2]}" if len(parts) > 2 else ""
    return f"{parts[0]}, {write_month(date)}{day}"
