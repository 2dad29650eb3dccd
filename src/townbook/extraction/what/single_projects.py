"""Whether money is put into one project, which is its size, or into several together."""

from __future__ import annotations

import re

_PLAN = "(?:计划|预计|拟|已|将|又|再|还|一次性){0,2}"
_PUT = f"{_PLAN}总?投资(?:额|达|约|近|超过?|高达|为){{0,2}}$"
# What one project or its owner is called right before what it costs; counted ones stand behind a number.
_ONE = re.compile(
    "(?=[该此这那一某最单二三四首公基产科智文园生厂])(?:"
    # 一条总投资2亿元的生产线, 引来一家企业,投资2亿元, 该项目总投资, 最大的一个是……,计划投资
    f"(?:[该此]项目|(?:这|那|(?<![每多少统第])一|某)(?:[条家个座处期]|大型)[^。;；\\d]{{0,16}}?|最大的?一[个单][^。;；\\d]{{0,24}}?|"
    "某[\u4e00-\u9fff]{1,8}(?:企业|公司)|单体)"
    f"[^,，。;；\\d]{{0,8}}[,，]?{_PUT}"
    # 最大一单18亿元
    "|(?:最大的?一[个单]|单体)[^,，。;；\\d]{0,8}$"
    # 园区一期投资, 二期项目总投资, 基地总投资, 公司投资
    f"|[一二三四首]期(?:项目|工程)?{_PUT}"
    f"|(?<![省市县个批])(?:公司|基地|产业园|科创园|智造园|文创园|园区|生产线|厂区){_PUT})"
)
# 正在建设的煎配中心,总投资2亿元, 饮片加工项目投资1亿元: a project by its name, which no several have.
_NAMED = re.compile(
    "(?P<name>[\u4e00-\u9fff]{3,24}(?:项目|中心|小镇|综合体|工厂|物流园|博物馆|冷链园|体验馆))[,，]?"
    "(?:计划|预计)?总?投资(?:额|达|约|近|超过?|高达|为){0,2}$"
)
_SEVERAL = re.compile(
    "[个元条]|项(?!目)|重点|签约|全[省市县区镇部]|[各每些几多批等]|上述|专业镇|集群|入库|在建(?!设)|储备|招商|开工|洽谈|谋划|实施|引进|推进|竣工|投产|"
    "新建|完成|级|技改|产业链|园区|工业项目|产业项目|固定|社会|民间|共|累计|其中项目|观摩|省"
)
# 新上的果酒项目投资2亿元: one that is told of by itself, in no list of what was signed.
_NEW = re.compile(f"(?<!\\d)(?<!重点)新上的[^,，。;；\\d]{{2,12}}项目{_PUT}")
# 总投资3亿元的产业园, 投资8亿元建设的石墨项目: not 的16个项目.
_OF_ONE = re.compile(
    "(?:建设|兴建|新建|打造|投建)?的(?!\\d|[一二两三四五六七八九十]{1,2}[个项])[^,，。;；个\\d]{0,20}?"
    "(?:\\d+(?:\\.\\d+)?[^,，。;；个\\d]{1,14}?)?"
    "(?:项目|产业园|科创园|智造园|文创园|科技园|工业园|园区|生产线|产线|基地|工厂|中心|智造城|产业城)"
)
# 投资6500万元改造产线: what a firm does with its money.
_BUILDS = re.compile("(?:上|建|改造|新建|扩建|购|引进|换|更新)[成起了]?|的(?:智能|新|自动)")
# 产业园占地320亩,总投资13亿元: a site is one project.
_SITE = re.compile("占地(?:面积)?[^,，。;；]{1,12}[,，、](?:计划|项目)?总投资[^,，。;；]{0,4}$")
_FIRM = re.compile(
    f"(?:(?:这家|一家|该)(?:公司|企业|厂)[^。;；]{{0,40}}[,，][去今]年[又再还]|公司|(?:某|一家)[^,，。;；\\d]{{0,10}}企业|(?:老|这家)厂)(?:又|再|还|先后)?{_PLAN}(?:投入|投资|斥资|砸下?)$"
)
_REACH = 48


def costs_one_project(before: str, after: str) -> bool:
    """Tell whether the words around a sum that is invested tell of one project."""
    before = before[-_REACH:]
    if _SITE.search(before) or _ONE.search(before) or _NEW.search(before):
        return True
    named = _NAMED.search(before)
    if named is not None and not _SEVERAL.search(named["name"]):
        return True
    return _OF_ONE.match(after) is not None


def renews_plant(before: str, after: str) -> bool:
    """Tell whether a firm puts money into plant of its own: 公司投入4300万元改造了窑炉."""
    return _FIRM.search(before[-_REACH:]) is not None and _BUILDS.match(after) is not None
