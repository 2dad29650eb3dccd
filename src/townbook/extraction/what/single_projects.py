"""Whether money is put into one project, which is its size, or into several together."""

from __future__ import annotations

import re

# What makes of a sum that of several together: that they are counted, signed one by one, or all of a place.
_SEVERAL = re.compile(
    "(?:\\d[多余来]?|[二两三四五六七八九十百几数])[大]?[个项](?!目)|(?:重点|招商|技改|入库|储备|在建|产业链|省级|市级|亿元以上)[^,，。;；\\d]{0,6}项目|"
    "签约|签下|协议|合同|揽资|引资|招商|入库|观摩|累计|合计|(?<!公)共(?!享|同|建)|一批|各[类地镇级]|[每多]个|这些|上述|全[省市县区镇部](?!最)|"
    "专业镇|集群(?!区)|(?<!家)企业[今去前近]年|固定|社会|民间|工业投资|完成"
)
# 其中最大的一个, 其中铜艺城: where the words on one of them begin.
_OF_THEM = re.compile("其中|最大|单体|[。;；]|[这该]个?项目|新上的")
# 总投资3亿元的16个项目
_SEVERAL_BEHIND = re.compile("[^,，。;；]{0,6}的(?:\\d|[二两三四五六七八九十]{1,2}[个项])")
# Words that name nothing: of 计划投资6亿元 nobody knows what it is for.
_UNNAMED = re.compile("计划|预计|规划|总?投[资入]|[总额达约近为拟将已超过,，、：:。]|\\d")
_SHORTEST_NAME = 2
# 年度计划投资3亿元: a part of what it costs.
_OF_YEAR = re.compile("年[^,，。;；\\d]{0,6}投资[^,，。;；\\d]{0,3}$")
# 投资6500万元改造产线, 花3200万元上的生产线: what is built with so much money.
_SPENT = re.compile("(?:投[入资]?|花|[斥耗]资|砸)[了下进]?$")
_BUILDS = re.compile("[上建购换]|改造|新建|扩建|引进|更新|打造|的(?:智能|新|自动)")
_REACH = 60


def costs_one_project(before: str, after: str) -> bool:
    """Tell whether the words around a sum that is invested tell of no more than one project."""
    before = before[-_REACH:]
    begin = max((match.start() for match in _OF_THEM.finditer(before)), default=0)
    if _SEVERAL.search(before, begin) or _OF_YEAR.search(before):
        return False
    named = after.startswith("的") or len(_UNNAMED.sub("", before[begin:])) >= _SHORTEST_NAME
    return named and _SEVERAL_BEHIND.match(after) is None


def builds_one(before: str, after: str) -> bool:
    """Tell whether money is spent on something that is built with it: 公司投入4300万元改造了窑炉."""
    return (
        _SPENT.search(before) is not None
        and _BUILDS.match(after) is not None
        and costs_one_project(before, after)
    )
