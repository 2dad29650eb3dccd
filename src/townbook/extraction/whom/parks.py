"""Parks, markets and fairs: what is of one of them is of no town."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A park or market that a clause opens with, whatever it did: 产业园三期28万平方米, 交易市场改造花了8600万元.
_PARK = re.compile(
    "(?:产业园区?|工业园区?|农业园区?|科技园|科创园|文创园|创业园|示范园|双创园|博览园|物流园|装备园|建材园|交易市场|贸易市场|"
    "批发市场|专业市场|农贸市场|拍卖中心|交易中心|会展中心|检测中心|产业城|商贸城|度假区|陆港|"
    "城(?<=[镜鞋茶药石镇木装具翠材]城)(?=[一二三]期|新|改|扩|商[户铺]|客流|去年|今年|日均|发货))"
    "(?:[一二三四首]期|二期项目|新楼|里|内)?"
    "(?:(?![\\d、等和与及的]|[一二两三四五六七八九十]+[个座家处]|企业|主体|占|份额|价)(?=[^,，。;；、\\d]{0,12}\\d)|"
    "(?<=园[一二三四首]期)(?=\\d)|(?<=区[一二三四首]期)(?=\\d))"
)
# but for those that somebody builds or is in, and for several: 建设产业园三期, 全县产业园.
_NOT_ALONE = re.compile(
    "[建设引托以把将给对为向让由从与和围持各多依进入通赴参]|全[省市县区]|[\\d一二两三四五六七八九十][大个座家处]"
)
_CLAUSE = re.compile("[^,，。;；:：\\n]*$")
_LEAD_REACH = 30
# An event, wherever a sentence is at it or about it: 博览会上, 柿子节主会场, 刚闭幕的药交会,
EVENT = re.compile(
    "(?:会(?:(?<=博览会)|(?<=交易会)|(?<=展[销览]会)|(?<=推介会)|(?<=洽谈会)|(?<=招商会)|(?<=订货会)|(?<=对接会)|"
    "(?<=[博交展]会)|(?<=大会)(?<![表进员彰结作工东]大会))|节(?<=[\u4e00-\u9fff]节)(?<![春秋庆午季环细调关章情时气枝骨双佳过宵动童师]节)|"
    "(?<![\u4e00-\u9fff])会(?=上)|周(?<=[装尚化物艺品]周)|展(?<![发拓开进扩参布施舒延会招出巡伸送亮]展))"
    "(?:主?(?:会场|展馆)|(?:期间|现场|上)(?![^。\\n]{0,8}(?:说|介绍|表示|提出|强调|宣布|透露|发布|获|评))|[春夏秋冬]季展|[一二三四五六七八九十\\d]+天|"
    "(?=[,，](?!去)|[虽已刚去今上昨共累吸迎引来签成卖办设开闭落展在为订参报意线下]))"
)
# but for those that others go to: 企业抱团参加国内外展会, 赴广州开了9场推介会.
_GOES_TO = re.compile("(?:参加|参展|赴|亮相|走进|[\\d一二两三四五六七八九十几多]场)[^,，。;；]*$")


def find_parks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a clause opens with one park or market that something is told of."""
    for match in _PARK.finditer(text, start, end):
        lead = _CLAUSE.search(text, max(start, match.start() - _LEAD_REACH), match.start())
        if lead is None or not _NOT_ALONE.search(lead[0]):
            yield match.span()


def find_events(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a fair is named that a sentence is at or about, and not one that somebody goes to."""
    for match in EVENT.finditer(text, start, end):
        if not _GOES_TO.search(text, max(start, match.start() - _LEAD_REACH), match.start()):
            yield match.span()
