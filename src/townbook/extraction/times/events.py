"""Words for what happened to a town: when it did is not when there are so many firms in it."""

from __future__ import annotations

import re

# 这个今年9月获批的专业镇,拥有: when the town was certified is not when it has so many.
OF_EVENT = re.compile(
    "(?:刚|才|新|正式|被)?(?:获批|获评|获授|获奖|认定|评定|授牌|挂牌|揭牌|命名|入选|入围|跻身|晋级|成立|创[建办立]|"
    "组建|注册|落户|落地|签约|引[进入]|招来|立项|上马|开工|动工|投产|投用|启用|建成|竣工|入驻|起步|开[业张]|返乡|回[乡村来]|"
    "毕业|退休|退伍|入行)"
    r"的[^,，。;；\d]{2,16}[,，]"
)
# 2021年获批市级专业镇,这里有企业31家: nor is the year of that.
EVENT_ALONE = re.compile(
    "(?:[,，]?[\u4e00-\u9fff]{2,10}?(?=被))?(?:刚|才|新|又|正式|成功|一举|顺利)?(?:被(?:[省市县]里?|[\u4e00-\u9fff]{2,8}?)?)?"
    "(?:获批|获评|获授|认定|评定|授牌|挂牌|揭牌|命名|入选|入围|跻身|晋级|晋升|列入|列为|确定|评为)"
    r"[^,，。;；\d]{0,14}[级批](?:[^,，。;；\d]{0,10}(?:专业镇|集群|小镇|名单|行列|序列|"
    r"梯队))[”」]?(?=[,，。;；])"
)
# 2029年,小镇通过了命名验收。: when that happened is not when there are so many firms.
HAPPENED = re.compile(
    "[^。;；!！\\n\\d]{0,32}?(?:获批|获评|获授|(?:被|就)(?:认定|评定|评为|列入|命名|确定|授予)|授牌|挂牌|揭牌|"
    "通过[^,，。;；]{0,14}(?:验收|命名|认定|考核)|入选|入围|跻身|晋[级升]|成立|落户|开园|开业|奠基|诞生|问世)"
)
