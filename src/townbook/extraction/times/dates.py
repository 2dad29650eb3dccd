"""Dates: a year, printed or as 去年, and what part of it; or a part alone, in the year spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from townbook.extraction.times.date_grammar import TIME, DateParts, read_parts
from townbook.extraction.times.events import EVENT_ALONE, OF_EVENT
from townbook.extraction.times.origins import is_origin
from townbook.extraction.times.plan_times import read_number
from townbook.extraction.times.time_mentions import Calendar, Role, TimeMention

_UNTIL = ("截至", "截止", "截止到")
_COMPARED = re.compile(r"(?:比起?|较|与|同|相比|跟|比[^,，。;；\d]{1,6}的)$")
_BESIDE = ("相比", "相较")  # 和去年同期相比
_AGAINST, _SINCE_AHEAD = 8, 24  # characters before a time
# 今年目标, 全年任务: the year belongs to the goal and is not the time of a figure.
_GOAL = re.compile("的?(?:目标|任务)(?!任?务?(?:就?是|为|[:：,，]))|(?:年度)?计划的")
# 完成年初目标的九成: so is the beginning of a year.
_SET_THEN = re.compile("(?:的|既定|确定的?|定下的?|提出的?|下达的?|预[定期]){0,2}(?:目标|任务|计划|预[期算])")
_OF_ELSE = ("受", "排")
_AFTERWARDS = re.compile("[以之]后")  # 订单排到9月以后
# 兑现2031年度奖励资金: the year that money is paid for is not when it is paid.
_PAID_FOR = re.compile("(?:兑现|兑付|拨付|发放|下达|补发)了?$")
_PAID_REACH = 3
_OF_GOALS = ("全年", "今年", "本年度", "年内")
# 计划于10月, 10月前, 10月将: months to come.
_PLANNED_FOR = re.compile("计划|预计|力争|争取|确保|将|拟|定于|目标|到$|至$|明|来")
_TO_COME = re.compile("[^,，。;；]{0,6}(?:前|将|拟|要|预计|计划|力争|确保|举行|开工|启动)")
# 去年的45%: a time of that figure alone.
_NARROW = re.compile(r"的(?:约|近|超|不足|仅)?[\d一二两三四五六七八九十]")
# 是2028年的1.6倍: a year that a multiple is held against.
_HELD_AGAINST = re.compile(
    r"(?:同期|全年)?的?(?:约|近|超过?|大约|将近)?(?:\d{1,3}(?:\.\d{1,3})?|[一二两三四五六七八九十]{1,2})多?倍"
)
# 仅为上年同期的72%: and so it is by its verb.
_BY_THEN = re.compile("之?前(?!后)")
_OF_IT = re.compile("(?:同期|全年)?的")
_AS_MUCH_AS = re.compile("(?:为|是|相当于|恢复[到至]?|[不仅只]及|达到?|只有)(?:了|约)?$")
_SINCE = re.compile("自[^,，。;；]{1,22}$")
_SINCE_DATE = re.compile(r"自(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?")
# 今年7月认定以来; 2023年创历史以来新高 is of that year
_SINCE_EVENT = re.compile(
    "(?:[^,，。;；\\d\n]{0,6}(?:获批|获评|认定|授牌|挂牌|揭牌|命名|入选|实施|启动|创建|创办|成立|投产|建成|"
    "开工))?以来"
)
# 从2023年起投入, 从2015年算起, 今年已卖了: and so does what is told up to now.
_FROM_THEN = re.compile("算起|起(?=[,，]?(?:投|累计|共|先后|已|陆续|连续))")
_BY_NOW = re.compile("(?:累计)?已(?!有|被|成为)")
_WORD_YEARS = {"去年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2, "过去一年": -1, "过去的一年": -1}
_SAME_SPAN = {"上年同期": -12, "去年同期": -12, "上一年同期": -12}
# 同期,另一镇产值: in the span spoken of; 同期为8亿元 is of a year earlier.
_AT_THE_SAME_TIME = re.compile("同期(?!的?(?:为|是|仅|只|相比|基数|水平|增))")
_EARLY = 2  # months of a year
_YEAR_BEFORE = ("上年", "上一年")  # 去年 counts from publication, 上年 from the year spoken of
_THIS_YEAR = ("今年", "本年", "本年度", "新的一年")
_THAT_YEAR = ("当年", "那年", "那一年")
_OF_THE_YEAR = ("", "全年", "年内")  # words that leave open which year it is


def find_dates(
    text: str, start: int, end: int, *, calendar: Calendar, year: int | None
) -> Iterator[TimeMention]:
    """Yield the dates in a passage; `year` is the one spoken of before."""
    for match in TIME.finditer(text, start, end):
        parts = read_parts(match)
        if parts.since and not (parts.year or parts.word):
            yield from _find_since(text, match, start=start, calendar=calendar)
            continue
        said = _find_year(parts, calendar, year) if _is_date(match, parts) else None
        if said is None:
            continue
        if (
            said == calendar.year
            and (parts.word != "全年" or year is None)
            and _lies_in_last_year(match, parts, start=start, calendar=calendar)
        ):
            said -= 1
        elif said < calendar.year and _is_just_over(parts, calendar=calendar):
            said = calendar.year
        word = parts.word or ""
        compared = _COMPARED.search(text[max(start, match.start() - _AGAINST) : match.start()])
        if not compared and (parts.year or (word not in _OF_THE_YEAR and "同期" not in word)):
            year = said  # 比2018年增长 speaks of no other year than before
        alone = parts.year is not None and EVENT_ALONE.match(text, match.end(), end) is not None
        if not alone and not OF_EVENT.match(text, match.end(), end):
            yield _resolve(match, parts, said, start=start, calendar=calendar)


def _is_date(match: re.Match[str], parts: DateParts) -> bool:
    """Tell a date from four digits that are no year, from 底 alone, from the goal of a year, and 9月以后."""
    if parts.year and "年" not in match[0]:
        return False
    if not (parts.year or parts.word) and parts.close in ("底", "末"):
        return False
    if (
        parts.year
        and _PAID_FOR.search(match.string, max(0, match.start() - _PAID_REACH), match.start())
        and match.string.startswith("度", match.end())
    ):
        return False
    if parts.begin and _SET_THEN.match(match.string, match.end()):
        return False
    # 受4月低温影响, 订单排到4月
    caused = match.string[match.start() - 1 : match.start()] in _OF_ELSE
    if parts.month and (caused or _AFTERWARDS.match(match.string, match.end())):
        return False
    return not ((parts.word or "") in _OF_GOALS and _GOAL.match(match.string, match.end()))


def _find_year(parts: DateParts, calendar: Calendar, year: int | None) -> int | None:
    """Return the year that is meant: as printed, else from the one spoken of and that of publication."""
    if parts.year:
        return int(parts.year)
    word = parts.word or ""
    known = year or calendar.year or None
    if word in (*_OF_THE_YEAR, "同期"):
        return known
    if "同期" in word:
        return (known or 0) - 1
    if word in _THAT_YEAR and year:
        return year
    if word in _YEAR_BEFORE:
        return known - 1 if known else None
    base = calendar.year or (year + 1 if year else 0)
    return base + _WORD_YEARS.get(word, 0) if base else None


def _lies_in_last_year(match: re.Match[str], parts: DateParts, *, start: int, calendar: Calendar) -> bool:
    """Tell whether months without a year are over although those of the year of publication are to come.

    So is 全年 at the beginning of a year.
    """
    whole = parts.word == "全年" and calendar.published % 12 < _EARLY
    alone = whole or not (parts.year or parts.word or parts.half or parts.close or parts.begin)
    if not (alone and calendar.exact) or _find_months(parts, 12 * calendar.year)[1] <= calendar.published:
        return False
    text, (begin, end) = match.string, match.span()
    return not (_PLANNED_FOR.search(text, max(start, begin - 8), begin) or _TO_COME.match(text, end))


def _is_just_over(parts: DateParts, *, calendar: Calendar) -> bool:
    """Tell whether months without a year ended the month before publication: 一季度, told in April."""
    alone = not (parts.year or parts.word or parts.close or parts.begin)
    if not (alone and calendar.exact):
        return False
    return calendar.published - _find_months(parts, 12 * calendar.year)[1] == 1


def _resolve(
    match: re.Match[str], parts: DateParts, year: int, *, start: int, calendar: Calendar
) -> TimeMention:
    """Return the months, role and bearing of a date in its year."""
    text, (begin, end) = match.string, match.span()
    before = text[max(start, begin - _AGAINST) : begin]
    first, last = _find_months(parts, 12 * year)
    ends = parts.at or parts.end or parts.close or parts.begin
    role: Role = "state" if ends else "span"
    # 三季度以来: a part of a year too goes on up to publication
    if calendar.published and (parts.since or _goes_on(match, before=before)):
        last = max(first, calendar.published)
    ahead = ends and last > calendar.published and _BY_THEN.match(text, end) is not None
    until = parts.upto in _UNTIL
    if until:
        role = "state"
    elif calendar.published and ahead:
        role = "horizon"  # 年底前新增600个
    elif parts.upto and calendar.published and last > calendar.published:
        # 由去年的30%降至今年的22% is reached, 增至2035年的12家 is not
        reached = parts.word in _THIS_YEAR and _NARROW.match(text, end) is not None
        role = "span" if reached else "horizon"
    as_much = _AS_MUCH_AS.search(before) is not None and _OF_IT.match(text, end) is not None
    beside = before.endswith("和") and text.startswith(_BESIDE, end)
    held = as_much or _HELD_AGAINST.match(text, end) is not None
    return TimeMention(
        begin,
        end,
        None if until else first,
        last,
        role,
        stated=bool(parts.year),
        compared=held or beside or _COMPARED.search(before) is not None,
        same_span=_find_shift(match, parts.word or ""),
        narrow=not held and _NARROW.match(text, end) is not None,
        origin=is_origin(text, (begin, end), start=start, printed=bool(parts.year)),
    )


def _goes_on(match: re.Match[str], *, before: str) -> bool:
    """Tell whether what began at a date goes on until it is told: 认定以来, 从2023年起投入, 今年已卖了."""
    text, end = match.string, match.end()
    if _SINCE_EVENT.match(text, end):
        return True
    told = _FROM_THEN if before.endswith(("从", "自")) else _BY_NOW if match[0] == "今年" else None
    return told is not None and told.match(text, end) is not None


def _find_shift(match: re.Match[str], word: str) -> int | None:
    """Return by how many months 同期 shifts the span spoken of; None where the time is no such word."""
    if word != "同期":
        return _SAME_SPAN.get(word)
    return 0 if _AT_THE_SAME_TIME.match(match.string, match.end() - 2) else -12


def _find_months(parts: DateParts, january: int) -> tuple[int, int]:  # noqa: PLR0911 (one case each)
    """Return first and last month of a part of a year, of the whole where no part is said."""
    if half := parts.half:
        first = january + (6 if half == "下半年" else 0)
        return first, first + 5
    if quarters := parts.quarters:
        return january, january + (8 if quarters == "三" else 5)
    if quarter := parts.quarter:
        last = january + 3 * (1 if quarter == "首" else read_number(quarter)) - 1
        return last - 2, last
    if (begin := parts.first) and (end := parts.last):
        return _order(january, int(begin), int(end))
    if months := parts.months:
        return _order(january, 1, read_number(months))
    if month := parts.month:
        return _order(january, read_number(month), read_number(month))
    if parts.close:
        return january + 11, january + 11
    return january, january if parts.begin else january + 11


def _order(january: int, one: int, other: int) -> tuple[int, int]:
    """Return two months of a year in order; what is no month is the next one that is."""
    one, other = (max(1, min(12, month)) for month in (one, other))
    return january + min(one, other) - 1, january + max(one, other) - 1


def _find_since(text: str, match: re.Match[str], *, start: int, calendar: Calendar) -> Iterator[TimeMention]:
    """Yield the span since an event whose date is not printed: 自授牌以来."""
    before = _SINCE.search(text[max(start, match.start() - _SINCE_AHEAD) : match.start()])
    if before and calendar.published:
        begin = match.start() - len(before[0])
        date = _SINCE_DATE.match(before[0])
        first = _order(12 * int(date["year"]), int(date["month"] or 1), 12)[0] if date else None
        if first is None or first < calendar.published:
            yield TimeMention(begin, match.end(), first, calendar.published, "since", stated=False)
