"""Firms, growers and workers that are called by their trade: 铜厂200多家, 铜匠3000多人, 花农520户."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what.strangers import names_stranger

_CLAUSE = "[^,，。;；\\d]"
# 铜厂200多家, 3家铜厂, 铜匠3000多人: firms and workers by their trade.
_OF_FIRMS, _AHEAD = ("家", "户", "个"), 8
_WORKS = re.compile(
    "(?:[一-鿿][厂企]|[^工]坊|窑口|初制所)(?:总数|数量)?(?:已经|已|就|只|仅|共|约|近|达到?|有|剩|到|不){0,3}$"
)
_WORKS_BEHIND = re.compile("的?[一-鿿]{1,5}[厂企](?=$|[,，。;；、])")
_SHOPS = re.compile(f"(?:淘宝|线上|网上|抖音|电商){_CLAUSE}{{0,4}}店(?:铺)?[只仅就达共有约近到]{{0,2}}$")
_ENTITIES = re.compile("(?:^|[,，:：;；、])主体[只仅就达共有约近到]{0,2}$")
_GROWERS = re.compile(
    "(?:[一-鿿]农|(?<![一-鿿])[养种摆加][一-鿿]{0,2}[户家]|[养种植栽殖做][一-鿿]{0,3}[户的]|[采摆][一-鿿]?户|人家|涉[一-鿿]{1,2}户)[只仅就达共有为约近到]{0,2}$|"
    "(?:带动|覆盖|涉及|联结|辐射|吸纳)[^,，。;；\\d]{0,8}$|村$|乡镇$|街道$"
)
_HOUSES_BEHIND = re.compile("(?:人家|[一-鿿]农(?!村|业|场|贸|资|药|机|产)|[养种植栽殖][一-鿿]{1,3})")
_TRADERS = re.compile("[一-鿿]商(?:[只仅就达共有约近到]{0,3})$")
_TRADERS_BEHIND = re.compile("(?:[^,，。;；的\\d]{0,3})[一-鿿]商(?![一-鿿]?[贸业场务城品铺标])")
# 绣娘1.3万人, 木工、雕工、油漆工加起来3万人
_CRAFTSMEN = re.compile(
    "(?:[一-鿿]匠|[^摘茶果棉缺用招临时季]工|[绣织茶染采]娘|[绣织][女工]|师傅|艺人|从业|帮工)(?:总数|数量|人数)?"
    "(?:就|只|仅|共|约|近|达到?|有|加起来|合计|合起来|总共|一共){0,2}$"
)
_FOLK = re.compile("涉[一-鿿]{1,3}(?:人口|人员|群众)(?:总数)?[就只仅共约近达到有]{0,2}$")


def name_trade(statement: Statement, setting: Setting) -> None:
    """Name firms and workers that are called by their trade: 铜厂200多家, 铜匠3000多人."""
    measure = statement.figure.measure
    if measure is None or names_stranger(setting.before):
        return
    if measure.word in _OF_FIRMS:
        ahead = setting.ahead(_AHEAD)
        if _WORKS.search(setting.clause) or _WORKS_BEHIND.match(ahead):
            statement.indicator = "enterprises"
        elif _ENTITIES.search(setting.clause):
            statement.indicator = "business_entities"
        elif _SHOPS.search(setting.clause):
            statement.indicator = "online_shops"
        elif measure.word == "户" and (_GROWERS.search(setting.clause) or _HOUSES_BEHIND.match(ahead)):
            statement.indicator = "households_engaged"
        elif _TRADERS.search(setting.clause) or _TRADERS_BEHIND.match(ahead):
            statement.indicator = "merchants"
    elif measure.unit == "persons" and _CRAFTSMEN.search(setting.clause):
        statement.indicator = "employment"
    elif measure.unit == "persons" and _FOLK.search(setting.clause):
        statement.indicator = "people_engaged"
