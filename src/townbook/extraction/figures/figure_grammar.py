"""The grammar of printed figures: a number, its scale and measure, and the words that limit or turn it."""

from __future__ import annotations

import re

from townbook.extraction.figures.measures import MEASURES

FALLS = (
    "降幅(?:已?(?:收窄|缩小|扩大))?(?:至|到|为|达)|"
    "负增长|减产(?=了?[\\d一二三四五六七八九近约])|下降|下滑|降低|减少|回落|下跌|缩减|萎缩|下挫|放缓|[↓⬇]|低(?=了?约?[\\d.]{1,5}个百分点)|[少跌降](?=\\d)|"
    "(?<![至不多缺减卖])[少跌降减低掉](?=了(?:近|约|将近)?[\\d一二两三四五六七八九十])|便宜(?=了\\d)"
)
_LIMITS = (
    "不得(?:超过|低于|少于|多于)|不低于|不少于|不高于|不超过|不足|不到|不下|(?<!千)上(?=[百千万][\u4e00-\u9fff])|低于|超过|突破|至少|最少|将近|接近|大约|"
    "约为|大于|多达|"
    r"差不多|近|(?<![签契节条违履预])约|超|逾|破"
)
_AFTER = "还多|出头|及?以上|及?以下|以内|左右|上下(?!游)|之内|开外"

# 1,234.5万; 12余万; 12万余. All repeats are bounded: a million digits are read in one pass.
_DIGITS = r"\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?"
_FUZZY = "[多余来几]"
_SCALE = "(?:个亿(?!元)|万亿|[百千]?亿|[百千]?万|千(?!升|克|米|瓦)|百)"
# 一百二十三; 三点五; 十余.
_CHINESE = "[一二两三四五六七八九十百千万亿零〇]{1,9}(?:点[零一二三四五六七八九]{1,3})?"
_AMOUNT = rf"(?:{_DIGITS}\s?{_FUZZY}?{_SCALE}?{_FUZZY}?|{_CHINESE}(?:{_FUZZY}{_SCALE}?)?)"
_TENTHS = "[一二两三四五六七八九]成[一二三四五六七八九半]"
_DASH = r"\s?(?:[-－—–~～至到]{1,2})\s?"
_ENDS = "[,，。;；、!！?？”)）]|一[斤个只件]|左右|$"
# 十二个人才项目 are projects and no persons; 5单元, 3起步 are no orders and cases.
_NOT_BEFORE = {
    "个人": "(?![才工口均民文物体])",
    "单": "(?![元位项独])",
    "起": "(?![来步草初点飞])",
    # 380块, 3块2, no 3块牌子
    "块": f"(?={_ENDS}|多|出头|都[有卖能]|还不|就能|不在话下|[1-9一二三四五六七八九](?:{_ENDS}|[的涨跌到]))",
    "毛": "(?=[,，。;；、!！?？”)）多]|左右|$)",
    "角": "(?=[,，。;；、!！?？”)）多]|左右|[降升涨到]|$)",
    "列": "(?![入为车席举])",
    "度": "(?!假|夏|电价)",
    "组": "(?![成织建合])",
    "面": "(?![积临向对料包条粉])",
}
_UNITS = "|".join(
    re.escape(unit) + _NOT_BEFORE.get(unit, "") for unit in sorted(MEASURES, key=len, reverse=True)
)

FIGURE = re.compile(
    # what any of it begins with: looked at first, it spares trying each form at each place
    r"(?=[\d一二两三四五六七八九十百千万亿零〇上翻负下降减少跌回缩萎放↓⬇不低超突至最将接大约多差近逾破过半便掉])"
    # words before: 下降了, 超过
    rf"(?P<fall>(?:{FALLS})(?:了|约)?)?(?P<before>(?:{_LIMITS})了?)?"
    # no part of another number, of a name such as A4, or of an ordinal such as 第十五
    r"(?<![\dA-Za-z.第几])(?<!第[一二三四五六七八九十\s])"
    # a rate in words: 百分之五至百分之八, 三分之一, 翻一番
    rf"(?:(?P<hundred>百分之{_AMOUNT}(?:{_DASH}(?:百分之)?{_AMOUNT})?)"
    rf"|(?P<tenths>{_TENTHS})"
    rf"|(?P<part>[一二两三四五六七八九十]{{1,2}}分之[一二两三四五六七八九]|一半|半数|过了?半(?![年月小天百个路程夜途晌空径价生]))"
    rf"|(?P<double>翻(?:了)?(?:[一两二三]?番|倍))"
    # or a number, a range of two, and its measure: 3万元, 3万—5万元
    rf"|(?P<low>{_AMOUNT})(?:(?:{_UNITS})?{_DASH}(?P<high>{_AMOUNT}))?\s?(?P<unit>{_UNITS})?(?P<dimes>(?<=块)[1-9一二三四五六七八九])?)"
    # words behind: 3万多, 3万余人 (a second measure, behind 多 and 余 alone), 3万元以上
    rf"(?P<more>[多余])?(?P<second>(?<=[多余])(?:人|户|家|元|亩|吨))?(?P<after>{_AFTER})?"
)
# 每五个灯泡就有一个: a share, with the measure word twice.
EACH = re.compile(
    r"每[^,,。;;\d]{0,10}?(?:\d{1,4}|"
    r"[一二两三四五六七八九十]{1,2})(?P<each>(?!元)[\u4e00-\u9fff])[^,,。;;]{0,14}?[,,]?[^,,。;;]{0,6}?"
    r"有(?:近|约|超过?)?(?:\d{1,4}|[一二两三四五六七八九十]{1,2})(?P=each)"
)
# “1+19”服务中心: one main centre and its branches, two figures.
SYSTEM = re.compile(
    r"(?<![\d+.])(?P<main>\d)\s?\+\s?(?P<branches>\d{1,3})(?![\d+])"
    r"(?=[”\"」』]?[\u4e00-\u9fff]{0,12}服务(?:中心|平台|站|体系))"
)
# Qualifier -> words of a print that make it; the first that fits.
QUALIFIERS = (
    ("approx", re.compile("大约|约|左右|上下|差不多")),
    ("at_most", re.compile("不得?超过|不得多于|不高于|不足|不到|以内|以下|最多|最高|之内|低于(?<!不低于)")),
    ("at_least", re.compile("不得?低于|不得?少于|不下|至少|最少|以上|上(?=[百千万])")),
    ("nearly", re.compile("将近|接近|近")),
    ("more_than", re.compile("出头|还多|超|突破|逾|破|过|高于|大于|多达|开外|多|余|来|几")),
)
# Any of them: most prints have none, and are looked through once. Each word begins with a character.
QUALIFYING = re.compile("|".join(words.pattern for _, words in QUALIFIERS))
