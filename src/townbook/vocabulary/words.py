"""Words of one language: labels of codes, periods, lists, and the translations of the book's own strings."""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from townbook.vocabulary.codelists import Codelist
from townbook.vocabulary.numbers import Quantity, format_interval, format_quantity
from townbook.vocabulary.periods import parse_period

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HALVES = {"1": "first half", "2": "second half"}
_QUARTERS = {
    "1": "first quarter",
    "2": "second quarter",
    "3": "third quarter",
    "4": "fourth quarter",
}


@dataclass(frozen=True)
class Words:
    """How one language says codes and numbers.

    Attributes
    ----------
    language : str
        `en` or `zh`.
    codelists : mapping of name to Codelist
    names : mapping of town id to name
    translations : gettext catalogue of the strings in figures and captions
    """

    language: str
    codelists: Mapping[str, Codelist]
    names: Mapping[str, str] = field(default_factory=dict)
    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

    def text(self, message: str) -> str:
        """Translate a string of the book."""
        return self.translations.gettext(message) if message else ""

    def label(self, codelist: str, code: str) -> str:
        """Return the label of a code; an empty code is "not reported"."""
        if not code:
            return self.label("verdicts", "not_reported")
        return self.codelists[codelist].label(code, self.language)

    def both(self, codelist: str, code: str) -> str:
        """Return a label with its Chinese name behind it, as in `Changzhi 长治市`."""
        label, chinese = self.label(codelist, code), self.codelists[codelist].label(code, "zh")
        return label if label == chinese else f"{label} {chinese}"

    def town(self, town: str) -> str:
        """Return the name of a town."""
        return self.names[town]

    def date(self, published: str) -> str:
        """Write an ISO 8601 year, month or day: `2023`, `July 2023`, `31 March 2023`."""
        if published.count("-") < 2:
            return self.period(published)
        month, _, day = published.rpartition("-")
        return (
            f"{self.period(month)}{int(day)}日"
            if self.language == "zh"
            else f"{int(day)} {self.period(month)}"
        )

    def subject(self, *, area: str, tier: str = "", town: str = "") -> str:
        """Say whom a figure is about, as in `the municipal tier of Changzhi`."""
        place = self.label("areas", area)
        chinese = self.language == "zh"
        level = self.label("tiers", tier) if tier else ""
        if town:
            inside = ", ".join(part for part in (place, level) if part)
            return f"{place}{level}专业镇“{self.town(town)}”" if chinese else f"{self.town(town)} ({inside})"
        if not tier:
            return place
        return f"{place}{level}专业镇" if chinese else f"the {level} of {place}"

    def quantity(self, quantity: Quantity | None) -> str:
        """Write a quantity; one that is missing is "not reported"."""
        if quantity is None:
            return self.label("verdicts", "not_reported")
        return format_quantity(quantity, language=self.language)

    def interval(self, quantity: Quantity | None) -> str:
        """Write the interval of a quantity; one that is missing is "not reported"."""
        if quantity is None:
            return self.label("verdicts", "not_reported")
        return format_interval(quantity, language=self.language)

    def join(self, parts: Sequence[str]) -> str:
        """Join words as in `Changzhi, Jincheng and Xinzhou`; nothing is "none"."""
        if not parts:
            return "无" if self.language == "zh" else "none"
        if self.language == "zh":
            return "、".join(parts)
        return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]

    def period(self, code: str) -> str:
        """Write a period, as in `the first half of 2024`; an empty code is "a period not printed"."""
        chinese = self.language == "zh"
        if not code:
            return "未载明时期" if chinese else "a period not printed"
        parse_period(code)
        begin, slash, end = code.partition("/")
        if not slash:
            return _period_zh(code) if chinese else _period_en(code)
        if begin == "..":
            return f"截至{_period_zh(end)}" if chinese else f"the time up to {_period_en(end)}"
        if chinese:
            inside = begin[:4] == end[:4] and len(begin) > 4
            return f"{_period_zh(begin)}至{_period_zh(end)[5 if inside else 0 :]}"
        if begin[:4] == end[:4] and len(begin) > 4:
            start = _period_en(begin).removesuffix(f" {begin[:4]}").removesuffix(" of")
            return f"{start} to {_period_en(end)}"
        return f"{_period_en(begin)} to {_period_en(end)}"


def _period_en(code: str) -> str:
    year, _, part = code.partition("-")
    if not part:
        return year
    if part[0] in "HQ":
        return f"the {(_HALVES if part[0] == 'H' else _QUARTERS)[part[1]]} of {year}"
    return f"{MONTHS[int(part) - 1]} {year}"


def _period_zh(code: str) -> str:
    year, _, part = code.partition("-")
    if not part:
        return f"{year}年"
    if part[0] == "H":
        return f"{year}年{'上' if part[1] == '1' else '下'}半年"
    if part[0] == "Q":
        return f"{year}年第{'一二三四'[int(part[1]) - 1]}季度"
    return f"{year}年{int(part)}月"
