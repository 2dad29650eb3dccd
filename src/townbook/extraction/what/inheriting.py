"""What an amount goes on with where its noun is not said again: the limit, money or count before it."""

from __future__ import annotations

import re

from townbook.extraction.what.cases import Case, Named, has_own_word, is_piece, says_little
from townbook.extraction.what.elided import counts_tier, counts_towns, goes_on_counting
from townbook.extraction.what.fitting import choose_code
from townbook.extraction.what.nouns import is_new

_FAR = 14  # a noun this far on the left names the figure only where nothing goes on
_NEAR_LIMIT = 8
_TIER = re.compile("(?:国家|[省市县])级")
_MADE = re.compile("(?:完成|实现|达到?|做到|为|是)(?:了)?$")
_JOINED = re.compile("[、和与]")
# 规上企业69家,镜架产量1.1亿副: what is made is no enterprise.
_QUANTITY, _MADE_OF = re.compile("产量[^,，。;；]{0,4}$"), ("quantity", "produced")
_PART = re.compile(
    "[,，;；。]?(?:其中|这里面)[,，:：]?[^,，。;；]{0,10}(?:集群|镇|[省市县区])[^,，。;；]{0,2}$|"
    "、[\u4e00-\u9fff]{2,8}(?:集群|专业镇)$"
)
# 签约项目32个,其中落在本地的有19个
_COUNTED_PART = re.compile("其中[,，]?[\u4e00-\u9fff]{2,14}的(?:[共就]?有|达|占)?(?:约|近)?$")
_OF_WHOLE = re.compile(
    "其中[,，:：]?(?P<what>(?!有|约|近|[省市县]级|国家级)[\u4e00-\u9fff]{2})(?:有|约|近|达)?$"
)
_THIS_NUMBER = re.compile(
    "这[一个]?(?:数字|数据|数)(?:[也已将要还]|有望|预计|力争|可望|争取)*"
    "(?:[升涨增降]|提[高升]|扩大|变)?(?:[是为达到至成]+|突破|超过)?了?$"
)
_MEAN = re.compile("(?:户均|人均|亩均|企均|平均)(?:约|近|达)?$")  # of each, and no part of what was measured
_ALREADY = re.compile("(?:实际|已经?|累计)完成(?:了)?$")
_MAY_LEAD_TO = re.compile("[,，](?:有望|可望|预计|力争|争取)(?:将|可|能)?")  # 增长8%左右,有望突破1450亿元
_PAUSES = ",，;；、"
_LED_TO = re.compile(
    r"[,，](?:[到至]?\d{4}年底?|[去今上明]年)?(?:总[量额]|规模)?(?:达到?|突破|超过?|增至|升至|降至|迈[上过入]|跨[上过入]|站上|至|为|[只仅]剩|"
    r"只有)?(?:了)?"
)


def go_on_from_limit(case: Case) -> Named | None:
    """产值超百亿元的3个: as many of what was limited."""
    setting = case.setting
    said, figure = setting.said, setting.figure
    if not said or said[-1].kind != "threshold" or not is_piece(figure):
        return None
    if figure.start - said[-1].figure.end > _NEAR_LIMIT:
        return None
    counts = [s for s in said if is_piece(s.figure) and s.kind != "threshold"]
    if said[-1].indicator in ("project_size", "project_investment"):
        return counts[-1].indicator if counts else "projects", "inferred", None
    return case.background.counted_towns, "inferred", None


def go_on_with_money(case: Case) -> Named | None:
    """计划投资6亿元,已完成2亿元: of what was planned, as much was made."""
    made_so_much = case.family == "money" and _MADE.search(case.setting.before)
    last = case.last if made_so_much else None
    if last is None:
        return None
    planned = last.indicator == "annual_investment"
    made = last.indicator == "project_investment" and _ALREADY.search(case.setting.before)
    return "invested" if planned or made else last.indicator, "inherited", last.noun


def go_on_from_growth(case: Case) -> Named | None:
    """总产值增长8%左右,突破690亿元: the level that a growth leads to."""
    said = case.setting.said
    if case.family != "money" or not said or said[-1].unit != "ratio":
        return None
    before = case.setting.before
    led = _LED_TO.fullmatch(before) or _MAY_LEAD_TO.fullmatch(before)
    if led is None or said[-1].figure.start < case.setting.start:
        return None
    if case.background.lexicon.unit_of(said[-1].indicator) != "CNY":
        return None
    return said[-1].indicator, "inherited", said[-1].noun


def count_again(case: Case) -> Named | None:
    """种植户达到2.4万户、3.1万人: one noun, counted twice."""
    said = case.setting.said
    if not said or case.setting.before != "、" or said[-1].noun is None:
        return None
    lexicon = case.background.lexicon
    codes = tuple(code for hit in lexicon.terms.find(said[-1].noun.word) for code in hit.what)
    code = choose_code(codes, case.setting.figure, lexicon)
    return (code, "inherited", said[-1].noun) if code else None


def count_part(case: Case) -> Named | None:
    """签约项目32个,其中落在本地的有19个: as many of what was counted in the sentence."""
    setting = case.setting
    if not is_piece(setting.figure) or _COUNTED_PART.search(setting.before) is None or has_own_word(setting):
        return None
    counts = [s for s in setting.said if s.figure.start >= setting.start and is_piece(s.figure)]
    return (counts[-1].indicator, "inherited", counts[-1].noun) if counts else None


def count_elided(case: Case) -> Named | None:
    """省级23个, 首批认定10个, 长治最多,有4个: towns, which are not named again."""
    setting = case.setting
    if not is_piece(setting.figure) or (has_own_word(setting) and not counts_tier(setting)):
        return None
    last = case.last
    listed = last is not None and setting.before.startswith("、") and last.figure.start >= setting.start
    if last is not None and listed and last.noun is not None and not is_new(last.indicator):
        return goes_on_counting(last.indicator, setting) or last.indicator, "inherited", last.noun
    if (
        last is not None
        and says_little(setting.clause)
        and (counted := goes_on_counting(last.indicator, setting))
    ):
        return counted, "inherited", None
    towns = counts_tier(setting) or counts_towns(setting)
    return (case.background.counted_towns, "inferred", None) if towns else None


def go_on(case: Case) -> Named | None:
    """Without a noun of its own a figure goes on with what was last measured alike: 去年为4亿元."""
    far = case.noun is not None and case.noun.side == "left" and case.noun.gap > _FAR
    if (case.noun is not None and not far) or _names_part(case) or _MEAN.search(case.setting.before):
        return None
    last, before = case.last, case.setting.before
    if last is None or case.setting.figure.measure is None:
        return None
    if _QUANTITY.search(before) and not last.indicator.endswith(_MADE_OF):
        return None
    if last.kind == "threshold" and not (case.rules or _JOINED.fullmatch(before)):
        return None
    said_again = says_little(before) or _TIER.search(before) or _is_part(case) or _goes_on_here(case)
    said_again = said_again or _turns_to_town(case)
    if not (case.rules or said_again):
        return None
    indicator = last.noun.indicator if case.rules and last.noun else last.indicator
    return indicator, "inherited", last.noun


def _goes_on_here(case: Case) -> bool:
    """Tell whether a clause says no more than a time or that number: 上半年合起来38亿元, 这个数字是2300家."""
    setting, last = case.setting, case.last
    if _THIS_NUMBER.search(setting.clause):
        return True
    here = last is not None and last.figure.start >= setting.start and case.family == "money"
    return here and setting.clause_start > setting.left and says_little(setting.clause)


def _turns_to_town(case: Case) -> bool:
    """Tell whether nothing but another town stands between two figures: 甲县铜器产值9亿元,乙县家具12亿元."""
    setting = case.setting
    begin = setting.left + len(setting.before) - len(setting.before.lstrip(_PAUSES))
    towns = case.background.names.within(begin, setting.figure.start)
    if len(towns) != 1 or towns[0][0] != begin:
        return False
    return says_little(setting.text[towns[0][1] : setting.figure.start])


def _names_part(case: Case) -> bool:
    """Tell whether a part of what was measured has a noun of its own, which is no place: 其中黄芪16万亩."""
    part = _OF_WHOLE.search(case.setting.before)
    return part is not None and not case.background.lexicon.places.find(part["what"])


def _is_part(case: Case) -> bool:
    """Tell whether money is a part of what was last measured: 总产值达到90亿元,其中铜器集群48亿元."""
    return case.family == "money" and _PART.match(case.setting.before) is not None
