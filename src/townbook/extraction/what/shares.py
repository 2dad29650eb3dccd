"""Shares: what a part of a whole is of."""

from __future__ import annotations

import re
from collections.abc import Callable

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what import kinds
from townbook.extraction.what.named_shares import speaks_of_market, tells_market, tells_research
from townbook.extraction.what.nouns import NEW, Noun, without_quotes
from townbook.extraction.what.parts import name_part, name_subject
from townbook.extraction.words.lexicon import Lexicon
from townbook.vocabulary.unchanging import unchanging

Found = str | Statement | None  # an indicator, or the statement that the share is of

_NATIONAL = re.compile("中国|全国|国内|我国")
_IN_NATION = re.compile("(?:在|从)?(?:中国|全国|国内|我国)[,，]$")
_FROM = re.compile("的?[^,，。;；]{0,20}(?:来自|出自|产自)")
_OF_NATION = re.compile("的(?:全国|国产|国内|全球)")
_GIVEN = re.compile("(?:贡献|占)了?(?:全[省市县区]|本地|当地)$")
# 八成的企业是作坊, 六成以上的农户用上了新机: the rest is spoken of as well, so that it is no part of a level.
_QUALITY = re.compile(
    "(?:的[\u4e00-\u9fff]{1,8}?)?(?:已|都|已经|均|要|可|能)?(?:是|属于|用上|上了|建起了?|实现了?|通过了?|完成了?|搬[入进]|有(?!望)|表示|认为|开展了?|参与|加入)"
    "(?P<what>[\u4e00-\u9fff]{2,8})"
)
_PART_OF = re.compile("其中(?:有|约|近)?$")
_OUTPUT_WHOLE = re.compile(
    "在全[省市县区](?:规上)?工业中?的?(?:份额|比重|占比)|占[^,，。]{0,6}(?:全|县|市|域|[工农]业|地区|本|所在)[^,，。]{0,12}产值"
)
_THEIR_SHARE = re.compile(
    "(?P<noun>[\u4e00-\u9fff]{2,12}?)(?:仅|只|约|已|就)?"
    "占(?:比|(?:全镇|小镇|专业镇|集群)的)?(?:仅|约|近|达|到|为)*$"
)
# A word that ends as names of rates do, with what may stand between it and the figure.
_NAMED_RATE = re.compile(
    "(?=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{1,14}?(?:率|占比|比例|比重|(?<![方层])面)[^,，。;；、占\\d]{0,8}"
    "(?:(?:\\d{4}|[去上前今]|两)年[^,，。;；、占\\d]{0,4})?$"
)
# 规上企业占企业总数的比重仅为9%: of what is counted first.
_OF_NUMBER = re.compile(
    "(?P<noun>[\u4e00-\u9fff]{2,12}?)占[^,，。;；]{1,12}(?:总数|数量)的?(?:比重|比例|占比)?(?:仅|约|近|"
    "达到?|到|为){0,3}$"
)
_AMOUNT_OF = re.compile("(?:授权量|拥有量|总量|数量|总数|人数|数|量)$")
# 高效电机占比由去年的45%提升至57%: of a part that is named, which is no town.
_PART_RATE = re.compile("(?:^|[,，。;；])[^,，。;；、在镇群\\d]{2,12}占比")
_SHARE_REACH, _EACH_REACH = 40, 16
_ATTRIBUTE = 2  # characters before a noun of money that make it one of a part
_AT_WORK, _SOLD = re.compile("就业|从业|务工"), re.compile("[卖售销]")
_ABROAD = re.compile(
    "的?(?:产品)?(?:用于|都)?(?:出口|外销|远销|漂洋过海|销[往至到](?:了)?(?:海外|国外|境外|欧|美|东南亚|"
    "日本|韩国|中东|非洲))"
)
_EXPORTED = re.compile("出口额?(?:的)?占(?:比[^,，。;；]{0,6}|[到了]?[约近]?)$")
_OF_EXPORTS = re.compile("出口[^,，。;；]{0,6}(?:占|的)|占[^,，。;；]{0,14}出口")
# 占国内市场的80%、出口占全国的85%: the market is that of the share before.
_EXPORTED_OF = re.compile("出口(?:量|额)?占(?:全国|我国|国内)[^,，。;；]{0,8}$")
_OF_NATIONAL = re.compile("(?:占[到了据]?|、)(?:全国|国内|我国)(?!市场|总数)[^,，。;；]{0,12}$")
_ONLINE = re.compile("(?:网上|线上|电商|网络)[^,，。;；]{1,4}的(?:就|已|约)?占")
_FROM_ONLINE = re.compile(
    "(?:的[^,，。;；]{0,6})?(?:来自|通过|走|靠|出自|在)(?:的是)?(?:了)?(?:网上|线上|网络|电商|直播|网店)"
)
_OF_ALL = re.compile(
    "占(?:比|了|[^,，。;；]{0,10}(?:两级|全部|总和|总量|全[省市县区]|专业镇|集群))[^,，。;；]{0,6}$"
)
_BY_WEIGHT = re.compile("(?P<noun>[\u4e00-\u9fff]{0,12}?)占[^,，。;；]{1,14}比重")


@unchanging
class _Share:
    """A share in its setting, with the level before it and the noun of a rate before it."""

    setting: Setting
    level: Statement | None
    noun: Noun | None
    lexicon: Lexicon


def find_share(setting: Setting, *, level: Statement | None, noun: Noun | None, lexicon: Lexicon) -> Found:
    """Return the indicator of a share or the statement that it is a part of; None where nothing names it."""
    share = _Share(setting, level, noun, lexicon)
    for case in _CASES:
        if (found := case(share)) is not None:
            return found
    return None


def _each(share: _Share) -> Found:
    """每三件有一件: of what is sold, exported, or made in the nation."""
    printed = share.setting.figure.printed
    if not printed.startswith("每"):
        return None
    ahead = share.setting.before[-_EACH_REACH:]
    if _AT_WORK.search(printed):
        return "employment"
    if "出口" not in printed and _SOLD.search(printed):
        return "market_share"
    if "出口" in printed + ahead:
        return "export_product_share"
    return "national_product_share" if _NATIONAL.search(ahead) else "market_share"


def _of_market(share: _Share) -> Found:
    return "market_share" if tells_market(share.setting) else None


def _of_research(share: _Share) -> Found:
    spent = tells_research(share.setting, level=share.level, noun=share.noun)
    return "rd_intensity" if spent else None


def _of_part(share: _Share) -> Found:
    """女工占八成, 占全球的四成: a part, or a whole, that no indicator is of."""
    level = share.level.indicator if share.level is not None else ""
    name = name_part(share.setting.before, level=level)
    return f"{NEW}{name}" if name else None


def _of_nation(share: _Share) -> Found:
    """全国60%的纽扣产自桥头, 生产了30%的国产台灯: a share of what the nation makes."""
    clause, after = share.setting.whole_clause, share.setting.after
    national = _NATIONAL.search(clause) or _IN_NATION.search(share.setting.before)
    if not (national and _FROM.match(after)) and not _OF_NATION.match(after):
        return None
    return "export_product_share" if "出口" in after[:16] else "national_product_share"


def _of_output(share: _Share) -> Found:
    """贡献了全县45%的产值."""
    return (
        "output_share" if _GIVEN.search(share.setting.before) and "产值" in share.setting.after[:8] else None
    )


def _of_what_follows(share: _Share) -> Found:
    """吸纳了70%的劳动力: of the noun behind it."""
    if share.noun is not None or not share.setting.after.startswith("的"):
        return None
    hit = next(iter(share.lexicon.terms.find(re.split("[,，。;；、]", share.setting.after)[0][:14])), None)
    return hit.what[0] if hit is not None else None


def _of_quality(share: _Share) -> Found:
    """八成以上的印企是家庭作坊: those of the whole that are or do something, which is new."""
    match = _QUALITY.match(share.setting.after) if share.noun is None else None
    return f"{NEW}{match['what']}占比" if match is not None else None


def _of_level(share: _Share) -> Found:
    """共有企业300家,其中80%: of the level itself."""
    return share.level if _PART_OF.search(share.setting.before) else None


def _by_words(share: _Share) -> Found:
    """Tell by the words of the clause: of revenue, of a market, of output."""
    clause, noun = share.setting.whole_clause, share.noun
    if noun is not None and share.lexicon.unit_of(noun.indicator) == "ratio":
        return noun.indicator
    if noun is None and _EXPORTED_OF.search(share.setting.before):
        return "export_product_share"
    if speaks_of_market(share.setting):
        return "market_share"
    if _OUTPUT_WHOLE.search(clause):
        return "output_share"
    return _by_whole(share)


def _by_whole(share: _Share) -> Found:
    """Tell by the whole that a part is of: exports, what the nation makes, the output of all towns."""
    clause, level = share.setting.whole_clause, share.level
    if _EXPORTED.search(share.setting.before):
        return "exports"
    if _OF_EXPORTS.search(clause) and "占" in clause:
        return "export_product_share" if _NATIONAL.search(clause) else level or "exports"
    if _OF_NATIONAL.search(clause):
        return "national_product_share"
    own = _PART_RATE.search(share.setting.before) is not None
    if level is not None and not own and level.indicator == "output" and _OF_ALL.search(share.setting.before):
        return "output_share"
    return _find_counted(share, _BY_WEIGHT) or level if _BY_WEIGHT.search(share.setting.before) else None


def _by_channel(share: _Share) -> Found:
    """七成以上出口, 网上卖出的占近六成: of what is sold abroad or online."""
    setting = share.setting
    if _ABROAD.match(setting.after):
        return "exports"
    online = _ONLINE.search(setting.before) or _FROM_ONLINE.match(setting.after)
    return "online_sales" if online else None


def _of_number(share: _Share) -> Found:
    """规上企业占企业总数的比重: of what is counted first, whatever level stands before."""
    return _find_counted(share, _OF_NUMBER)


def _of_counted(share: _Share) -> Found:
    """小微企业仅占6%: of what is counted right before."""
    counted = _find_counted(share, _THEIR_SHARE)
    return None if counted in ("incomes", "invested") else counted


def _of_subject(share: _Share) -> Found:
    """过夜游客占37%: of a part that has a noun of its own, which is not the level before it."""
    name = name_subject(share.setting.before)
    return f"{NEW}{name}" if name and not share.lexicon.places.find(name) else None


def _find_counted(share: _Share, pattern: re.Pattern[str]) -> str | None:
    match = pattern.search(without_quotes(share.setting.before[-_SHARE_REACH:]))
    noun = _AMOUNT_OF.sub("", match["noun"]) if match else ""
    hit = next((h for h in share.lexicon.terms.find(noun) if h.end == len(noun)), None)
    if hit is None:
        return None
    of_part = hit.start >= _ATTRIBUTE and not noun[: hit.start].endswith(("镇", "群"))
    part = of_part and share.lexicon.unit_of(hit.what[0]) == "CNY"
    return f"{NEW}{noun}占比" if part else hit.what[0]  # 高端产品产值占比 is of that part


def _by_rest(share: _Share) -> Found:
    """Take the level before, or the noun; a named rate of which no noun is known is new."""
    before, level, noun = share.setting.before, share.level, share.noun
    if noun is None and _NAMED_RATE.search(before):
        return None
    if level is not None and kinds.is_share(before, share.setting.figure):
        return level
    if noun is not None:
        return noun.indicator
    return level.indicator if level is not None and ("占" in before or "相当于" in before) else None


_CASES: tuple[Callable[[_Share], Found], ...] = (
    _each,
    _of_market,
    _of_part,
    _of_nation,
    _of_output,
    _of_quality,
    _of_what_follows,
    _by_channel,
    _of_level,
    _of_number,
    _of_research,
    _by_words,
    _of_counted,
    _of_subject,
    _by_rest,
)
