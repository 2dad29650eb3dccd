"""Words that no name of a town holds: where it begins, and what describes towns and names none."""

from __future__ import annotations

import re

# Marks and words that cannot be part of a name: it begins behind the last of them.
_JOINING = "和与及"
_MARKS = rf"—,，。、;；:：!！?？()（）【】《》“”\"\s\d的是{_JOINING}在为对到从向由将把让被等该这各了看个"
_WORDS = (
    "推动|打造|建设|培育|发展|认定|成为|作为|包括|分别|以及|来自|走进|聚焦|围绕|依托|推进|促进|加快|关于|"
    "做强|做优|申请|申报|遴选|评选|支持|"
    "实施|重点|入选|获评|其中|全省|全市|全县|今年|去年|目前|截至|推行|召开|力争|争取|当年|举办|出台|印发|"
    "启动|公布|开展|拥有|新增|出品|举行|全年|年内|年末|年底|上年"
)
_FIRST = "".join(dict.fromkeys(word[0] for word in _WORDS.split("|")))
# 有色金属 and 有机肥 are trades.
# So are words that hold a mark: 棉被, 拖把, 路由器.
_OF_TRADE = "(?!(?<=[棉丝绒羽])被|被[服套褥]|(?<=拖)把|(?<=万)向|(?<=路)由|对虾)"
BREAK = re.compile(rf"(?=[{_MARKS}{_FIRST}有]){_OF_TRADE}(?:{_WORDS}|[{_MARKS}]|有(?![色机]))")
# What no name ends in: what stands behind a joining word may go on with one, 泵与电机.
NO_END = re.compile(f"{_OF_TRADE}(?![{_JOINING}])[{_MARKS}]")
# Words that make a phrase a description of towns and not the name of one.
NO_NAME = re.compile(
    "级|半年|季度|类(?:$|[专产集特])|[业品各同]类|首批|每|全国|全省|全市|全县|主导|传统|特色(?![工手][艺]|食品|小吃|农产品|轻工)|优势|现代|先进|同类|一批|重要|新兴|战略|支柱|龙头|"
    "省内|市内|国内|国家|储备|后备|争创|创建|三大|财政|"
    "乡镇|镇街|培育|产业型|相关|主要|县域|乡村|农业农村|融合|中小企业|成长|梯次|多个|两大|部分|经济$|设计$|"
    "全力|加强|加大|大力|扎实|持续|积极|着力|深入|强力|稳步|力度|精准|统筹|赋能|助[推力]|奋力|聚力|合力|"
    "倾力|致力|提速|提质|打响|叫响|坚持|立足|紧盯|瞄准|锚定|"
    "冲[刺击]|完善|优化|强化|部署|强调|调研|考察|督导|观摩|座谈|抓(?!手)|做[大好]|引领|探索|抢抓|高标准|高质量|高位|"
    "所有|全部|该县|我市|我县"
)
# 桃花村铜壶: a village, a bridge or an old name that no list of places has, and a trade.
_FROM_OLD_PLACE = "[村州庄寨堡桥塘坪湾][\u4e00-\u9fff]{2,4}"
AT_OLD_PLACE = re.compile(f"{_FROM_OLD_PLACE}$")
OLD_PLACE = re.compile(f"[\u4e00-\u9fff]{{1,2}}{_FROM_OLD_PLACE}")
# What may stand between a name and its kind: of what sort the kind is, or the tier in brackets.
_BETWEEN = re.compile(
    r"(?:县域)?(?:特色优势|优势特色|特色|优势|主导|重点|风尚|风情|文旅)?$|[(（][^()（）]{1,6}[)）]$"
)
_BETWEEN_ENDS = ("县域", "特色", "优势", "主导", "重点", "风尚", "风情", "文旅", ")", "）")
_LONGEST_END = 14
# What a sentence goes on with behind a name: 沙河玻璃虽是, 沙河玻璃则, 沙河玻璃跻身.
_TAIL = re.compile(
    "(?:虽然?|[还只仅]|尽管|系|则|却|已经?|也|均|都|便|仍|还|才|就|正|曾|既|又|更|并|同样|不仅|作为|终于|一举|率先|成功|"
    "顺利|相继|先后|随后|双双|跻身|晋升|晋级|升级|升格|荣[获膺登]|摘得|拿下|夺得|获[得批]|评[为上]|列[入为]|"
    "挤进|闯[进入]|步入|迈[进入]|[入上]榜|所属|属于)+$"
)
_LEAD = re.compile(f"[^\u4e00-\u9fff]年?|{BREAK.pattern}")
_OWN = re.compile("^(?:[我本该全][省市县区]|当地)")


def cut_lead(words: str) -> str:
    """Return what stands behind the last mark or word that no name has: 铜器 of 我市加快培育铜器."""
    stop = 0
    for match in _LEAD.finditer(words):
        stop = match.end()
    return _OWN.sub("", words[stop:])


def cut_tail(name: str) -> str:
    """Return a name without the words that a sentence goes on with: 沙河玻璃 of 沙河玻璃虽."""
    return _TAIL.sub("", name)


def is_description(words: str) -> bool:
    """Tell whether words describe towns and name none: 重点, 县域特色."""
    return NO_NAME.search(words) is not None or BREAK.search(words) is not None


def find_name_end(text: str, start: int, end: int) -> int:
    """Return where the name before a kind ends: 浦江水晶特色产业集群, 浠水渔具(市级)产业集群."""
    if not text.endswith(_BETWEEN_ENDS, start, end):
        return end - (text[end - 1] == "”")
    return end - len(_BETWEEN.search(text[max(start, end - _LONGEST_END) : end])[0])  # type: ignore[index]
