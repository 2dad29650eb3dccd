"""When a document was published: as printed, or inferred from what it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from townbook.extraction.times import Calendar

_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s?[年./-]\s?(?P<month>\d{1,2})(?:\s?[月./-]\s?(?P<day>\d{1,2})日?|月)?(?!\d)"
)
_LABEL = re.compile("发布|来源|时间|日期|印发|发表|讯|电|记者|责编|编辑|报道|版")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年")
_AHEAD = re.compile("到|至|力争|目标|规划|远景")
_MONTH = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月")
_GOAL = re.compile(
    r"(?:力争|争取|目标|规划|计划|预计|确保)[^。]{0,6}到?(?P<year>(?:19|20)\d{2})年|到(?P<other>(?:19|20)\d{2})年"
)
_ISSUE = re.compile(r"(?P<year>(?:19|20)\d{2})年第(?P<month>\d{1,2})期")
_FARTHEST = 2
_MONTHS = 12
_PLANNED = re.compile("力争|争取|目标|计划|预计|确保|规划|将[达突实新建]|有望")


@dataclass(frozen=True)
class Dating:
    """When a document was published, as precise as is known, and how that is known."""

    published: str
    basis: str
    reason: str = ""

    @property
    def calendar(self) -> Calendar:
        """What relative expressions of time count from."""
        if not self.published:
            return Calendar(0, exact=False)
        year, _, rest = self.published.partition("-")
        month = int(rest[:2]) - 1 if rest else 11
        return Calendar(12 * int(year) + month, exact=bool(rest))


def date_document(text: str, *, datelines: list[str], body: str, given: str | None) -> Dating:
    """Return the date of publication: the given one, else the printed one unless the text contradicts it."""
    if given:
        return Dating(given, "printed")
    inferred = _infer(body)
    printed = _find_printed([*datelines, text])
    if (
        printed
        and inferred
        and int(printed[:4]) - int(inferred[:4]) >= _FARTHEST
        and _looks_ahead(body, int(printed[:4]))
    ):
        reason = f"the page is stamped {printed}, but what it reports ends in {inferred[:4]}"
        return Dating(inferred, "inferred", reason)
    if printed:
        return Dating(printed, "printed")
    return Dating(
        inferred, "inferred", "from the years and months that the text speaks of" if inferred else ""
    )


def _looks_ahead(body: str, year: int) -> bool:
    """Tell whether a text sets goals for a year that lies before a year: it was written earlier."""
    return any(int(match["year"] or match["other"]) < year for match in _GOAL.finditer(body))


def _find_printed(lines: list[str]) -> str:
    for line in lines:
        issue = _ISSUE.search(line)
        if issue and 1 <= int(issue["month"]) <= _MONTHS:  # a monthly's number is its month
            return f"{issue['year']}-{int(issue['month']):02}"
        for match in _DATE.finditer(line):
            month = int(match["month"])
            if not 1 <= month <= _MONTHS:
                continue
            day = int(match["day"] or 0)
            return f"{match['year']}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")
    return ""


def _infer(text: str) -> str:
    """Return the year after the last one reported as closed, with the last month named without a year."""
    years: Counter[int] = Counter()
    for match in _YEAR.finditer(text):
        sentence = re.split("[。;；\n]", text[match.end() : match.end() + 60])[0]
        if not _AHEAD.search(text[max(0, match.start() - 3) : match.start()]) and not _PLANNED.search(
            sentence
        ):
            years[int(match["year"])] += 1
    if not years:
        return ""
    latest = max(years)
    if "今年" not in text and "去年" not in text:
        return str(latest)
    year = (
        latest + 1
        if re.search(f"今年(?!{latest})", text) and not re.search(f"今年[^。]{{0,12}}{latest}年", text)
        else latest
    )
    months = [int(match["month"]) for match in _MONTH.finditer(text) if 1 <= int(match["month"]) <= 12]
    return f"{year}-{max(months):02}" if months else str(year)
