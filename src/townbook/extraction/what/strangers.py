"""Words that no indicator is of, which hide those that are: 亩均税收 is no tax, 利润率 no profit."""

from __future__ import annotations

import re


def _each(words: str, rest: str) -> str:
    """Return a pattern of any of some words, each with the same rest.

    Where each form begins with a character of its own, `re` looks for all of them at once, and fast.
    """
    return "|".join(word + rest for word in words.split())


# What is made of a term by a word right before or behind it ...
_COMPOUNDS = "|".join(
    (
        "税[费收]减免",
        _each(
            "亩均 每亩 单位 减免 退税 意向 缓缴",
            "[\u4e00-\u9fff]{0,4}?(?:税收|税费|税金|产值|产品|能耗|水耗|成交额?|采购额?|采购金额|订单)"
            "(?:综合)?(?:能耗|水耗)?",
        ),
        _each("镇均 平均 企均 人均 户均", "(?:年?总?产[值出]|营业?收入?|税收|利润|面积|贷款|消费)(?!入)"),
        _each("出口 增值税留抵", "退税"),
        "加计扣除",
        "每[一-鿿]{1,3}利润",
        "技术合同成交额",
        "日均?(?:交易|成交|销售)额",
        _each("采 生 产 运 物", "[购产品输流]成本"),
        "利润率",
        "对(?![外口比])[^,，。;；\\d]{1,14}出口额?|跨境电商(?:进?出口|零售)额?|市场采购[^,，。;；\\d]{0,6}出口额?",
        _each("技工 人才 资金 用工 技术工人", "缺口"),
        _each("出口 销售", "(?:均价|单价)"),
        _each("加工 一产 二产 三产 种植环节 养殖环节 采摘环节 流通环节", "(?:环节|端)?的?(?:总|年)?产值"),
    )
)
# ... and nouns that stand for themselves.
_NOUNS = (
    "分红|家庭农场|农家乐|农家院|机器人|展位|体验店|海外仓|生产线|流水线|订单额?|订货单|产能|产业基金|发展基金|"
    "母基金|担保余额|快递|包裹|"
    "工艺美术大师|工艺大师|陶瓷艺术大师|传承人|科技型中小企业|科技型企业|瞪羚企业|独角兽企业|上市公司|上市企业|智能工厂|共享工厂|数字工厂|灯塔工厂|未来工厂|贸易公司|外贸公司|"
    "种质资源|银企对接会|航线|班列|集装箱|标准地|覆盖率|入住率|优良率|合格率|减税降费|降本|用电量|良品率|"
    "成品率|不良品?率|返岗率|参保率|库容|附加值|品牌价值|品牌评估|评估价值|品牌估值|公共预算(?:收入|支出)|预算(?:收入|支出)|财政(?:总?收入|支出)|民生支出|收购价|均价|售价|"
    "亩产|单产|养殖面积|养殖水面|库容量|"
    "单价|标价|出厂价|批发价|零售价|保费|规划面积|处理能力"
)
_STRANGERS = re.compile(f"{_COMPOUNDS}|{_NOUNS}")
_AT_FIGURE = re.compile(
    f"(?:{_STRANGERS.pattern})[^,，。;；]{{0,4}}"
    "(?:[比较](?:\\d{4}年底?|[上去前往]年|年初|[上本]月)?(?:同期)?[^,，。;；]{0,2})?$"
)
# What is counted right behind its measure.
_COUNTED = re.compile(
    "(?:多)?个?(?:国家(?!级)|县(?!级|域|、市级)|省份|地市|城市|口岸|海外仓|展位|车间|家庭农场|体验店|工序|"
    "品种|环节)"
)


def cut_strangers(before: str) -> str:
    """Return what stands behind the last word that no indicator is of."""
    if not _STRANGERS.search(before):
        return before  # most have none
    *_, last = _STRANGERS.finditer(before)
    return before[last.end() :]


def names_stranger(before: str) -> bool:
    """Tell whether the noun right before a figure is one that no indicator is of: 单位产值能耗下降5%."""
    return _AT_FIGURE.search(before) is not None


def counts_strangers(after: str) -> bool:
    """Tell whether what is counted right behind a measure is nothing that an indicator counts."""
    return _COUNTED.match(after) is not None
