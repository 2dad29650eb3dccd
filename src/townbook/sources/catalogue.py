"""The catalogue of documents in `data/sources.yml`."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


@dataclass(frozen=True)
class Source:
    """One catalogued document; the attributes are the keys of `data/sources.yml`.

    `published` is a year, a month or a day in ISO 8601, as precise as is known. `file` is the name of the
    document's file where it is at hand; the file itself is never part of the project. `text_sha256` is of the
    text, in UTF-8, that was taken out of a document in HTML or PDF and in which its locators count.
    """

    id: str
    title: str
    title_en: str
    publisher: str
    publisher_en: str
    type: str
    published: str
    published_basis: Literal["printed", "inferred"]
    language: str
    script: str
    file: str
    encoding: str
    sha256: str
    published_reason: str = ""
    page_stamp: str = ""
    page_stamp_reason: str = ""
    text_sha256: str = ""
    note: str = ""

    @property
    def latest_date(self) -> date:
        """Latest day that `published` allows: 31 December for a year, the last day for a month."""
        return latest_day(self.published)


def earliest_day(published: str) -> date:
    """Return the first day of an ISO 8601 year, month or day.

    Raises
    ------
    ValueError
        If the text is none of the three, or no such day exists.
    """
    latest_day(published)  # refuses what is none
    year, month, day = (*map(int, published.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest_day(published: str) -> date:
    """Return the last day of an ISO 8601 year, month or day.

    Raises
    ------
    ValueError
        If the text is none of the three, or no such day exists.
    """
    match = _DATE.fullmatch(published)
    if match is None:
        raise ValueError(f"no year, month or day in {published!r}")
    year, month = int(match["year"]), int(match["month"] or 12)
    day = int(match["day"]) if match["day"] else calendar.monthrange(year, month)[1]
    return date(year, month, day)
