"""How plausible it is that a decoded text is Chinese: what tells a right decoding from a wrong one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import opencc

# Some of the most frequent characters of newspapers, plans and reports; their traditional forms are added.
_FREQUENT = (
    "的一是不了在人有我他这个中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所"
    "然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它"
    "与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产"
    "或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几"
    "口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统"
    "区保至队形社便空决治展科司五基眼书非则听却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张"
    "该交规万取拉格望觉术领共确传师观清今切院让识候带导争运省县镇乡村城州府局委党会议推企投项目标亿元亩户园区"
    "值营收增降超近约占比率税销售额额就业农工商旅游食药材链群集牌技创新改革施措环境绿色服务平台支持政策全面加"
    "快促进提升培育打造推动发挥优势突出示范引领带动坚持围绕聚焦深入贯彻落实高质量转型升级核心竞争首批龙头规模"
    "以下其余左右同期季度半底末初累计完成实现达到预计力争每平均总共有率先一六七八九百千零个家名项件台套吨公里米"
    "来源责编辑网站版权联系话热线登录首页正文相关链接上篇作者字号打印分享关闭浏览阅读点击据悉介绍表示负责同志"
    "专精尖小巨人户型现代智能数字信息材料装备制造业种植养殖加工产品市场品牌标准质量检测研究设计仓储物流电商合"
)
_NEUTRAL = frozenset("，。、；：？！“”‘’（）《》〈〉【】「」『』…—·～　％０１２３４５６７８９．℃")
_LEVEL_ONE = 0.3
_SAMPLE = 8_000


@cache
def _weights() -> dict[str, float]:
    """Return what each common Chinese character speaks for a decoding: 1 a frequent one, less a usual one."""
    frequent = set(_FREQUENT) | set(opencc.OpenCC("s2t").convert("\n".join(_FREQUENT)).split("\n"))
    ends = [(row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    usual = {bytes(pair).decode("gb2312", "ignore") for pair in ends}
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    usual |= {bytes((row, cell)).decode("big5", "ignore") for row in range(0xA4, 0xC7) for cell in cells}
    return dict.fromkeys(usual, _LEVEL_ONE) | dict.fromkeys(frequent, 1.0)


def plausibility(text: str) -> float:
    """Return how plausible a decoding is: about 0.7 where it reads as Chinese, 0.2 or less by chance.

    The mean over its characters that are neither ASCII nor plain punctuation; 0 where there are none. What no
    text prints (private use, unassigned, control characters) speaks against it.
    """
    counts = Counter(text[:_SAMPLE])
    weights = _weights()
    total, number = 0.0, 0
    for character, count in counts.items():
        if character.isascii() or character in _NEUTRAL:
            if character < " " and character not in "\t\n\v\f\r":
                total, number = total - count, number + count
            continue
        number += count
        if character in weights:
            total += weights[character] * count
        elif unicodedata.category(character) in ("Co", "Cn", "Cc"):
            total -= count
    return total / number if number else 0.0
