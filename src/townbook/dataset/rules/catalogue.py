"""Rules of the catalogue of sources, of the editions and of the corrections."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from townbook.dataset.faults import Fault
from townbook.dataset.rows import Row
from townbook.dataset.schema import NAME_PATTERN
from townbook.sources.catalogue import latest_day

SOURCE_KEYS = [
    "id",
    "title",
    "title_en",
    "publisher",
    "publisher_en",
    "type",
    "published",
    "published_basis",
    "language",
    "script",
    "file",
    "encoding",
    "sha256",
]
OPTIONAL_SOURCE_KEYS = ("published_reason", "page_stamp", "page_stamp_reason", "text_sha256", "note")
EDITION_KEYS = ("id", "cutoff", "status")
OPTIONAL_EDITION_KEYS = ("released",)

_FORMS = {
    "id": (NAME_PATTERN, "lower-case words joined by hyphens"),
    "type": ("[a-z]+(_[a-z]+)*", "a word such as plan or news"),
    "published_basis": ("printed|inferred", "printed or inferred"),
    "language": ("[a-z]{2,3}", "a code of ISO 639 such as zh"),
    "script": ("[A-Z][a-z]{3}", "a code of ISO 15924 such as Hans"),
    "sha256": ("[0-9a-f]{64}", "64 lower-case hexadecimal digits"),
    "text_sha256": ("[0-9a-f]{64}", "64 lower-case hexadecimal digits"),
    "file": (r"[^/\\]+", "the name of a file without its folder"),
}
_DAY = "a day such as 2023-12-31"
_DATE_EXPECTED = "a year, a month or a day such as 2023, 2023-07 or 2023-07-02"
_STATUSES = ("provisional", "final")
_ALREADY = "each once"


def check_sources(rows: Sequence[Row]) -> Iterator[Fault]:
    """Find entries of `sources.yml` that are empty, malformed, doubled, or whose date lacks its reason."""
    for row in rows:
        yield from _check_filled(row, SOURCE_KEYS)
        for key, (pattern, expected) in _FORMS.items():
            if row[key] and not re.fullmatch(pattern, row[key]):
                found = f"{key} {row[key]!r}"
                yield row.fault(found, expected, "correct it", column=key)
        yield from _check_dates(row)
        if row["encoding"] and not _is_encoding(row["encoding"]):
            found = f"encoding {row['encoding']!r}"
            yield row.fault(found, "one such as utf-8 or gb18030", "correct it", column="encoding")
    for key in ("id", "file", "sha256"):
        yield from _check_unique(rows, key)


def check_editions(rows: Sequence[Row], *, latest: Iterable[date]) -> Iterator[Fault]:
    """Find editions that are malformed, doubled, out of order, or older than each source.

    `latest` is the latest day of each source.
    """
    earliest = min(latest, default=None)
    before: Row | None = None
    for row in rows:
        yield from _check_filled(row, EDITION_KEYS)
        if row["status"] and row["status"] not in _STATUSES:
            found = f"status {row['status']!r}"
            yield row.fault(found, " or ".join(_STATUSES), "correct it", column="status")
        if row["id"] and not re.fullmatch(NAME_PATTERN, row["id"]):
            found, expected = f"id {row['id']!r}", _FORMS["id"][1]
            yield row.fault(found, expected, "correct it", column="id")
        if row["released"] and not _is_day(row["released"]):
            yield row.fault(f"released {row['released']!r}", _DAY, "correct it", column="released")
        if not row["cutoff"]:
            continue
        if not _is_day(row["cutoff"]):
            yield row.fault(f"cutoff {row['cutoff']!r}", _DAY, "correct it", column="cutoff")
            continue
        day = date.fromisoformat(row["cutoff"])
        if _is_day(row["released"]) and row["released"] <= row["cutoff"]:
            found = f"released {row['released']}, not after the cutoff {row['cutoff']}"
            yield row.fault(found, "a day after the cutoff", "correct one of them", column="released")
        if earliest is not None and day < earliest:
            found = f"cutoff {row['cutoff']}, before any source is published"
            remedy = "move the cutoff or add its sources"
            yield row.fault(found, f"{earliest} or later", remedy, column="cutoff")
        if before is not None and row["cutoff"] <= before["cutoff"]:
            found = f"cutoff {row['cutoff']} not after that of edition {before['id']!r}"
            yield row.fault(found, "the oldest edition first", "sort them", column="cutoff")
        before = row
    yield from _check_unique(rows, "id")


def check_corrections(rows: Sequence[Row]) -> Iterator[Fault]:
    """Find corrections without a reason and two of one cell."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        yield from _check_filled(row, ("observation", "column", "reason"))
        first = seen.setdefault(row.pick(["observation", "column"]), row)
        if first is not row:
            found = f"a second correction of this cell, after line {first.line}"
            yield row.fault(found, _ALREADY, "keep one")


def _check_filled(row: Row, keys: Iterable[str]) -> Iterator[Fault]:
    for key in keys:
        if key in row.lines and not row[key]:
            yield row.fault(f"nothing under {key!r}", "a text", "fill it", column=key)


def _check_dates(row: Row) -> Iterator[Fault]:
    days = {key: _read_day(row[key]) for key in ("published", "page_stamp")}
    for key, day in days.items():
        if row[key] and day is None:
            yield row.fault(f"{key} {row[key]!r}", _DATE_EXPECTED, "correct it", column=key)
    if row["published_basis"] == "inferred" and not row["published_reason"]:
        found = "an inferred date without 'published_reason'"
        yield row.fault(found, "the reason", "add it", column="published_basis")
    published, stamp = days["published"], days["page_stamp"]
    if published and stamp and stamp > published and not row["page_stamp_reason"]:
        found = f"page_stamp {row['page_stamp']} after published {row['published']}"
        remedy = "say why the stamp misleads, or correct published"
        yield row.fault(found, "'page_stamp_reason'", remedy, column="page_stamp")


def _check_unique(rows: Iterable[Row], key: str) -> Iterator[Fault]:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row[key], row)
        if row[key] and first is not row:
            found = f"{key} {row[key]!r} again, which stands in the entry of line {first.line}"
            yield row.fault(found, _ALREADY, "keep one", column=key)


def _read_day(text: str) -> date | None:
    try:
        return latest_day(text)
    except ValueError:
        return None


def _is_day(text: str) -> bool:
    return len(text) == len("2023-12-31") and _read_day(text) is not None


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
