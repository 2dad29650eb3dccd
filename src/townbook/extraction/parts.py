"""Shares of a part in a whole that no indicator is of: 女工占八成, 占全球的四成, 占全部业务的55%."""

from __future__ import annotations

import re

_LEFT_OUT = "[^,，。;；占\\d]"
_OF = "占(?:到|了|比|去|据)?(?:约|近)?"
# 其中女工占八成, 线上占四成: a part of those who work, a part of what is sold.
_PART = re.compile(
    "(?P<what>认为[^,，。;；占]{1,14}|女工|女性|妇女|脱贫(?:人口|户)|残疾人|返乡(?:青年|人员)?|本地人|持证技工|外销|内销|(?<=其中)出口|"
    f"(?:线上|网上|网络|电商)(?:销售|交易|零售)?额?){_LEFT_OUT}{{0,2}}占[^,，。;；\\d]{{0,8}}$"
)
# Wholes that are neither the nation, a market, the output of an area nor all towns together.
_WHOLE = re.compile(
    f"(?:{_OF}|、)(?P<whole>世界|全球|全[省市县区](?=的?(?:近|约|超)?$)|全[省市县区][^,，。;；\\d]{{0,6}}(?:产业|行业|人口|出口)|"
    "[^,，。;；占\\d]{2,3}[省市][^,，。;；\\d]{1,6}出口|全部(?:产品|业务|订单|销售|种植)|总?销售总?额)[^,，。;；\\d]{0,12}$"
)
_MEASURED = ("output", "output_share", "towns", "clusters", "planting_area")
_REACH = 24


def name_part(before: str, *, level: str) -> str:
    """Return the name of a share that no indicator is of, nothing where one may be.

    `level` is what the figure before it is of.
    """
    if "占" not in before and "、" not in before:
        return ""
    part = _PART.search(before[-_REACH:])
    if part is not None:
        return f"{part['what']}占比"
    whole = _WHOLE.search(before[-_REACH:])
    if whole is None or (level in _MEASURED and whole["whole"] in ("全省", "全市", "全县", "全区")):
        return ""
    return f"占{whole['whole']}比重"
