"""When a document was published: as printed, or inferred from what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from townbook.extraction.times.inferred_dates import infer_date
from townbook.extraction.times.times import Calendar
from townbook.vocabulary.numerals import read_chinese_number

_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s?[年./-]\s?(?P<month>\d{1,2})(?:\s?[月./-]\s?(?P<day>\d{1,2})日?|月)?(?!\d)"
)
# 二〇三一年三月五日, as plans and letters are signed.
_NUMERALS = re.compile(
    r"(?=[〇零○一二三四五六七八九十])(?:[〇零○一二三四五六七八九]{4}(?=年)|"
    r"(?<=[年月])[一二三四五六七八九十]{1,3}(?=[月日]))"
)
_GOAL = re.compile(
    r"[力争目规计预确到](?:(?:(?<=力)争|(?<=争)取|(?<=目)标|(?<=[规计])划|(?<=预)计|(?<=确)保)"
    r"[^。]{0,6}到?(?P<year>(?:19|20)\d{2})年|(?<=到)(?<!年到)(?P<other>(?:19|20)\d{2})年)"
)
# 2031年第6期, 2031年6月号
_ISSUE = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:第(?P<number>\d{1,2})期|(?P<month>\d{1,2})月[号刊])")
# A periodical that appears otherwise than monthly: its number is no month.
_OTHERWISE = re.compile("[双半]月刊|季刊|半年刊|[旬周双]刊|周报")
# 截至2031年6月30日: a day that a sentence speaks of.
_SPOKEN_OF = re.compile("(?:截至|截止|截止到|自|从|于|在|到|至)$")
_ALONE = re.compile(
    r"[\s(（【《]*(?:[\u4e00-\u9fff]{2,4}[:：]\s*)?(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}月?[\s)）】》]*$"
)
# 更新时间: when a page was touched again, which counts only where nothing says when it appeared.
_UPDATED = re.compile(r"(?:更新|修改)(?:时间|日期|于)?\s*[:：]?\s*(?:19|20)\d{2}\S*")
_TO_MONTH = len("2031-01")
_FARTHEST = 2
_MONTHS = 12


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
    printed = _find_printed(datelines, head=text)
    if printed and not _looks_ahead(body, int(printed[:4])):
        return Dating(printed, "printed")
    inferred = infer_date(body)
    if printed and inferred and int(printed[:4]) - int(inferred[:4]) >= _FARTHEST:
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


def _find_printed(lines: list[str], *, head: str) -> str:
    """Return the day in the lines that say when, or at the beginning; else the issue; else the month."""
    first = [_UPDATED.sub("", line) for line in lines]
    if day := next((d for line in (*first, *lines) for d in _read_dates(line) if len(d) > _TO_MONTH), ""):
        return day
    otherwise = _OTHERWISE.search(head)
    for line in [*lines, *head.splitlines()]:
        issue = _ISSUE.search(line)
        month = int(issue["number"] or issue["month"]) if issue else 0
        if issue and 1 <= month <= _MONTHS:  # a monthly's number is its month
            return issue["year"] if otherwise and issue["number"] else f"{issue['year']}-{month:02}"
    dates = [d for line in lines for d in _read_dates(line)]
    # In a sentence only a whole day is one of a report; a month alone has a line of its own.
    dates += [
        d for line in head.splitlines() for d in _read_dates(line) if len(d) > _TO_MONTH or _ALONE.match(line)
    ]
    return dates[0] if dates else ""


def _read_dates(line: str) -> Iterator[str]:
    """Yield the months and days in a line as codes, but those up to which a sentence counts."""
    for match in _DATE.finditer(_NUMERALS.sub(_write_digits, line)):
        month, day = int(match["month"]), int(match["day"] or 0)
        if 1 <= month <= _MONTHS and not _SPOKEN_OF.search(match.string, 0, match.start()):
            yield f"{match['year']}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")


def _write_digits(match: re.Match[str]) -> str:
    return str(read_chinese_number(match[0].replace("○", "〇")))
