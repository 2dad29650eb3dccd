"""Times of plans and of the present: spans of years, five-year plans, 三年内, 目前."""

from __future__ import annotations

import re
from collections.abc import Iterator

from townbook.extraction.times.time_mentions import Calendar, TimeMention
from townbook.vocabulary.numerals import read_chinese_number

# 2019—2024年; what is at the end of a year is a date.
_YEARS = re.compile(
    r"(?P<first>[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d{2})年?[-—–~～至到]{1,2}(?P<last>(?:19|"
    r"20)\d{2})年(?!底|末|\d)"
)
_LAST_YEAR = re.compile(r"[-—–~～至到](?:19|20)\d{2}年")  # which most passages do not have
# “十四五”时期, 十四五末; 十四五规划 is the title of a paper.
_PLAN = re.compile(
    r"“?十(?P<plan>[二三四五六七])五”?(?P<title>规划)?(?:时期|期间)?(?:(?P<end>期?末)|期间|"
    r"(?P<since>(?:开局)?以来))?"
)
_PLAN_ENDS = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
_PLAN_MONTHS = 60
# 三年内, 未来3年时间, 两到三年内.
_WITHIN = re.compile(
    r"(?=[未今用\d一二三四五六七八九十两])(?:未来|今后|用)?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3}|"
    r"两)(?:到[一二三四五六七八九十]|[-—至]\d)?"
    r"年(?:之?内|左右内|时间)"
)
_WITHIN_END = re.compile("年(?:之?内|左右内|时间)")  # most passages have none
_NOW = re.compile(
    "目前|眼下|最近(?=[,，])|现有|如今(?<!年[,，]如今)|现已|现在|当前|迄今|正在(?:兴建|"
    "建设|施工)的|至今|截至发稿"
)
# 未来五年, the year of publication among them where it has just begun.
_NEXT_YEARS = re.compile("(?:未来|今后)(?P<number>[一二两三四五六七八九十]|[0-9]{1,2})年(?![内时之])")
_EARLY = 4  # months
_NEXT_TWO = re.compile("明后[两二2]?年")
_YEAR_ROUND = re.compile(r"(?=[近这一])(?<![\d一二两三四五六七八九十几多])(?:近|这)?一年(?:多)?来")
# 五年净增, 五年来: the last five years that are over.
_FIVE_YEARS = re.compile(
    "(?=[过五5])(?<![十\\d第个])(?:过去)?(?:五|5)年(?:(?:时间)?[来间里]|(?=年均|累计|共|净增|新增|平均|"
    "增加|实施|完成))"
)
# 五年年均增长17%: the span of that rate alone.
_OVER_FIVE = re.compile("年均|平均|净增|增加")
# 五年前,三年前的: a year of one figure, unless it is held against that.
_YEARS_AGO = re.compile(
    r"(?=[\d一二两三四五六七八九十])(?<![\d一二三四五六七八九十])(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3}|两)"
    r"年(?:之|以)?前(?!后)"
)
_LAST_MONTHS = re.compile("(?P<word>上个?月|本月)(?![末底中初内])")
_DAYS = re.compile(
    "(?=[今去前国五“双这昨两几中春端元清二三四六七八九十\\d])(?:(?P<ago>去年的?(?:这时候?|这个时候|此时))|"
    "(?P<year>去年|前年|今年|(?:19|20)[0-9]{2}年)?(?:(?P<feast>国庆|五一|“?双(?:11|十一)”?(?!购)|中秋|春节|端午|元旦|清明)"
    "(?:[、中秋双节国庆小长]{0,6}(?:假期?|期间|长假|黄金周|当天|当日|前后|三天|七天|里)){1,2}|“?双(?:11|十一)”?(?!购)|"
    "这一?[天夜晚]|今[天晚](?!的)|昨[天日晚]|[两几]天(?:时间)?里|(?:[二三四五六七八九十]{1,3}|\\d{1,2})天(?:来|(?=带货|成交|卖|销|售))|这个礼拜|这一?周))"
)
_DAY_MARK = re.compile(
    "国庆|五一|双|天|夜|晚|昨日|礼拜|周|中秋|春节|端午|元旦|清明|去年的?[这此]"
)  # one of which days by name have
_MONTHS_OF_DAYS = {"国庆": 10, "五一": 5, "11": 11, "十一": 11, "中秋": 9, "端午": 6, "元旦": 1, "清明": 4}
_YEAR = 12  # months
_EACH = ("每逢", "每年", "每到")
_SPRING = 1  # January and February, in which the festival may lie
_AUTUMN = 9  # from October on a year is counted among those that are over
_AGAINST = ("比", "较")
_HELD_AGAINST = (*_AGAINST, "与", "跟", "同", "和")
_TIMES_OVER = re.compile(r"的(?:约|近|超过?)?\d[\d.]*倍")  # 是“十三五”末的1.7倍
_FROM = ("由", "从")


def find_plan_times(text: str, start: int, end: int, *, calendar: Calendar) -> list[TimeMention]:
    """Return the times in a passage that are no dates."""
    found: list[TimeMention] = []
    if text.find("五", start, end) >= 0:
        plans = _PLAN.finditer(text, start, end)
        found += [_read_plan(match, calendar) for match in plans if not match["title"]]
    if text.find("年", start, end) >= 0:
        found += _find_years(text, start, end)
        if calendar.published:
            found += _find_relative(text, start, end, calendar)
    if calendar.exact and text.find("月", start, end) >= 0:
        found += _find_months(text, start, end, calendar)
    if calendar.exact and _DAY_MARK.search(text, start, end):
        found += _find_days(text, start, end, calendar)
    if calendar.published and _NOW.search(text, start, end):
        found += _find_present(text, start, end, calendar)
    return found


def _find_years(text: str, start: int, end: int) -> Iterator[TimeMention]:
    """Yield spans of printed years."""
    for match in _YEARS.finditer(text, start, end) if _LAST_YEAR.search(text, start, end) else ():
        first, last = 12 * int(match["first"]), 12 * int(match["last"]) + 11
        if first < last:
            yield TimeMention(match.start(), match.end(), first, last, "span")


def _read_plan(match: re.Match[str], calendar: Calendar) -> TimeMention:
    """Return the years of a five-year plan: a horizon of goals until they are over."""
    last = 12 * _PLAN_ENDS[match["plan"]] + 11
    first = last - _PLAN_MONTHS + 1
    if match["since"] and first <= calendar.published <= last:
        return TimeMention(match.start(), match.end(), first, calendar.published, "span")
    against = match.string[max(0, match.start() - 1) : match.start()] in _AGAINST
    if against or _TIMES_OVER.match(match.string, match.end()):
        return TimeMention(match.start(), match.end(), first, last, "span", compared=True)
    if last >= calendar.published:
        return TimeMention(match.start(), match.end(), first, last, "horizon")
    if match["end"]:
        return TimeMention(match.start(), match.end(), last, last, "state")
    return TimeMention(match.start(), match.end(), first, last, "span")


def _find_relative(text: str, start: int, end: int, calendar: Calendar) -> Iterator[TimeMention]:
    """Yield the years that count from the day of publication."""
    january = 12 * calendar.year
    for match in _WITHIN.finditer(text, start, end) if _WITHIN_END.search(text, start, end) else ():
        last = january + 12 * read_number(match["number"]) + 11
        yield TimeMention(match.start(), match.end(), last - 11, last, "horizon", stated=False)
    for match in _NEXT_YEARS.finditer(text, start, end):
        last = january + 12 * (read_number(match["number"]) - (calendar.published % 12 < _EARLY)) + 11
        yield TimeMention(match.start(), match.end(), last - 11, last, "horizon", stated=False)
    for match in _NEXT_TWO.finditer(text, start, end) if text.find("明后", start, end) >= 0 else ():
        yield TimeMention(match.start(), match.end(), january + 12, january + 35, "span", stated=False)
    for match in _YEAR_ROUND.finditer(text, start, end) if text.find("一年", start, end) >= 0 else ():
        last = calendar.published if calendar.exact else january + 11
        last = january - 1 if last == january else last
        yield TimeMention(match.start(), match.end(), last - 11, last, "span", stated=False)
    for match in _YEARS_AGO.finditer(text, start, end) if text.find("前", start, end) >= 0 else ():
        before = text[max(start, match.start() - 1) : match.start()]
        if before not in _HELD_AGAINST:
            first = january - _YEAR * read_number(match["number"])
            origin = before in _FROM and text.startswith("的", match.end())
            yield TimeMention(
                *match.span(), first, first + 11, "span", stated=False, narrow=True, origin=origin
            )
    five = text.find("五年", start, end) >= 0 or text.find("5年", start, end) >= 0
    for match in _FIVE_YEARS.finditer(text, start, end) if five else ():
        last = january - 1 if calendar.published % 12 < _AUTUMN else january + 11
        narrow = _OVER_FIVE.match(text, match.end()) is not None
        yield TimeMention(*match.span(), last - _PLAN_MONTHS + 1, last, "span", stated=False, narrow=narrow)


def _find_present(text: str, start: int, end: int, calendar: Calendar) -> Iterator[TimeMention]:
    """Yield the present."""
    january = 12 * calendar.year
    first, last = (calendar.published, calendar.published) if calendar.exact else (january, january + 11)
    for match in _NOW.finditer(text, start, end):
        origin = text.startswith(_FROM, max(0, match.start() - 1))
        yield TimeMention(match.start(), match.end(), first, last, "state", stated=False, origin=origin)


def _find_days(text: str, start: int, end: int, calendar: Calendar) -> Iterator[TimeMention]:
    """Yield the month of a day by its name: 国庆假期, “双11”, 这一夜, 去年这时候."""
    for match in _DAYS.finditer(text, start, end):
        if text.endswith(_EACH, start, match.start()):
            continue  # 每逢中秋, of every year
        month = calendar.published - (_YEAR if match["ago"] else 0)
        named = next((number for name, number in _MONTHS_OF_DAYS.items() if name in match[0]), None)
        named = 2 if match["feast"] == "春节" and calendar.published % _YEAR > _SPRING else named
        if named is not None:
            month = _YEAR * _find_year(match["year"], calendar) + named - 1
            month -= _YEAR if month > calendar.published else 0
        yield TimeMention(match.start(), match.end(), month, month, "span", stated=False)


def _find_year(word: str | None, calendar: Calendar) -> int:
    """Return the year before the name of a day: 2014年“双11”."""
    if word and word[0].isdigit():
        return int(word[:4])
    return calendar.year - {"去年": 1, "前年": 2}.get(word or "", 0)


def _find_months(text: str, start: int, end: int, calendar: Calendar) -> Iterator[TimeMention]:
    """Yield 上月 and 本月."""
    for match in _LAST_MONTHS.finditer(text, start, end):
        month = calendar.published - (match["word"] != "本月")
        compared = text[max(start, match.start() - 1) : match.start()] in ("比", "较", "与", "同")
        yield TimeMention(match.start(), match.end(), month, month, "span", stated=False, compared=compared)


def read_number(text: str) -> int:
    """Return a small number in digits or Chinese numerals."""
    return int(text) if text.isdigit() else read_chinese_number(text)
