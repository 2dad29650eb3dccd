"""Words of trades that stand behind their place: where such a word ends, and what none holds."""

from __future__ import annotations

import re

from townbook.extraction.towns.name_words import BREAK, is_description

# Where a trade ends: at what is told of it, at a word for trades, or at one that no name holds.
MEASURED = (
    "全(?:产业)?链|产业|行业|(?<=[\u4e00-\u9fff]{2})业|集群|专业镇|小镇|"
    "(?:整机|生产|加工|规上|相关|配套|从业|关联|龙头)?(?:企业|厂|商[户家]|作坊|经营主体|合作社|店)|"
    "种[植养]|栽培|养殖|饲养|加工(?=户|能力|量)|技改|项目|面积|存栏|出栏|茶园|综合产值|总产|产[值量品能]|"
    "年[产加交销出营发经均]|每年|常年|销售|交易|出口|成交|"
    "营收|营业|品牌|从业|现有|[已共拥]有|有(?![色机])|规模|[去今同当]年|全年|上半年|下半年|[前一二三四]季|约|目前|已占|"
    "入选|列入|获评|注册|新增|电商|线上|网上|占|大棚|温室|基地"
)
_MEASURES = re.compile(MEASURED)
_STOP = re.compile(
    f"(?P<measured>{MEASURED})|(?P<famed>闻名|著称|出名|见长|业?之[乡都])|"
    "经济|亮相|走[出的上向]|迎来|交出|拿出|研发|本地|带动|受|因|抢|卖|能|给|靠|从|由|被|经|因|而|窑口|系(?=[省市国全])|在|也|都|已|却|则|还|这|那|为|如今|这些年|近年"
)
# What no trade holds: what belongs to a county as such, times, verbs and what somebody is.
_NO_TRADE = re.compile(
    "[人民局委办厅长们队路街院校站所馆报社员户店乡县市省的了着过这那我你她它没也就却还都做卖怎呢吗啥剩只您它"
    "是在于从向往把被让给以会要想说讲看听来去到走进入上下前后里间年今明每各两几多少全总共占达等一个二三]|"
    "(?<![功智节新储光热])能(?!源)|时(?![尚装])|(?<![新开发])区|[东西南北]头|日(?!用)|(?<![特良育制])种(?![子业])|(?<!小)镇|党(?!参)|台(?!蘑)|"
    "不(?!锈)|家(?![具纺电居])|他(?<!吉他)|出(?![服版])|月(?!饼)|安排|有(?![色机])|无(?![纺烟花])|"
    "政府|大学|集团|公司|工作|群众|发展|建设|企业|市场|古城|景区|城镇|新城|外贸|规[上模]|居民|财政|税|"
    "用电|商品|社会|固定|地区|累计|主导|特色(?!工艺)|高新|网络|线上|直播|合计|分别|实现|完成|季度|第|同期|首|新增|投资|项目|产业|"
    "工业|农业|农村|生产|加工(?!$)|(?<![\u4e00-\u9fff]{2})加工|出口|经济|旅游|文旅|常住|城乡|粮食|当地|基地|国际|标准(?!件)|专业|"
    "招牌|名片|经验|精神|模式|科技$|整合|资金|列入|素称|堪称|[木铁石]匠|工人|农民|接待|游客|参观|变|告诉|笔者|"
    "记者|介绍|表示|规划|计划|目标|任务|统计|牵头|制[定订]|改造|已|却|则|靠|由|为|园$|水果$"
)
# What does something, and what is no trade of its own.
_VERBS = re.compile(
    "推(?!光)|[是在将把被让对从与和及等其该此个位项全各做抓入增依进型式区省市县镇村亿万千百批]|大力|新型|新一代|取消|撤销|授予|退出|评[定审选]|考核|晋|跻身|入[选围列]|[获荣]|"
    "建成|有[关力望]|本土"
)
BROAD = re.compile(
    "[工农林牧渔副商实企]$|工业|农业|经济|服务|旅游|文旅|文化|三次|第[一二三]|电商|物流|数字|新|支柱|富民|"
    "扶贫|就|[行专创开]$"
)
# Words of trades that hold such characters all the same: 照明灯具, 户外用品, 三轮车.
_OF_TRADES = re.compile(
    "照明|透明|户外|电路|路[灯由桥]|机器人|人[造参工]|办公|[两三]轮|三七|二[手胡]|多肉|安全[玻防用设阀带帽鞋]|全屋|总成|雷达|"
    "年[糕画]|[棉丝绒羽]被|被[服套褥]|拖把|过滤|[长短]丝|长毛|台[灯钳布球秤]|砚台|家[禽用装庭]|居家用品|会计用品|上衣|地下|"
    "来料|社[区火]|报废|校[服具车]|市政|镇[痛纸]|时[令钟]|日[化用]|万向|种苗|良种|无[人缝]|工业(?:泵|软件|缝纫|设计|机器人)|"
    "农(?:业机械|村电商)|标准(?:件|紧固件)|特色(?:小吃|食品|工艺)|民[族俗间宿]|网络设备|变[压频速]|铜加工|[深精]加工|月季|"
    "首饰|沙县|出口服装|旅游用品|文旅装备|(?:高新|经开|开发)区"
)
TRADE_WINDOW = 10  # characters in which a trade ends
_SHORTEST = 2
_JOINING = ("和", "与", "及")


def cut_trade(words: str) -> tuple[str, str]:
    """Return the trade that words begin with, and how they go on: measured or famed."""
    if _MEASURES.match(words):
        return "", ""
    stop, other = _STOP.search(words, 1), BREAK.search(words)
    ends = [match.start() for match in (stop, other) if match]
    trade = words[: min(ends)] if ends else words
    joined = other is not None and other[0] in _JOINING
    told = ""
    if stop is not None and (joined or stop.start() == len(trade)):
        told = stop.lastgroup or ""
    elif not ends and len(words) < TRADE_WINDOW:
        told = "measured"
    return words[:2] if len(trade) == 1 and words.startswith("业", 1) else trade, told


def may_be_trade(words: str) -> bool:
    """Tell whether words may be a trade."""
    return (
        len(words) >= _SHORTEST and not tells_deeds(words) and is_trade(words) and BROAD.search(words) is None
    )


def tells_deeds(words: str) -> bool:
    """Tell whether words hold what no trade does: verbs, times, offices, as in 市财政拿出."""
    return _NO_TRADE.search(_OF_TRADES.sub("", words)) is not None


def is_trade(words: str) -> bool:
    """Tell whether words are a trade, and neither describe towns nor do anything."""
    return _VERBS.search(words) is None and not is_description(words)
