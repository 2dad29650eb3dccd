"""Enterprises, persons and villages by their names: 昌盛公司, 花农李雷, 金牛镇石桥村."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from townbook.extraction.towns.name_words import BREAK
from townbook.extraction.whom.stretches import Stretch
from townbook.extraction.words.phrases import Hit
from townbook.sources.people import SURNAMES

# 铸业, 木业: what an enterprise may deal in, by one character.
TRADES_OF_FIRMS = "铸镁瓷木药酒醋乳纸钢铝铜矿茶果肉菌薯苗农牧渔盐糖袜鞋帽布皮革羽绒实泳厨"
# What the name of an enterprise ends with. 铜业, 木业 and their like only where it does something.
# Each alternative begins with a character of its own, so that they are looked for fast.
_FIRM = re.compile(
    "公司|集团|股份|重工|制药|科技|电[器气]|食品|服饰|纺织|家[具居]|粮油|种苗|光学|牧场|生物|医药|乐器|照明|光电|新材料?|卫材|厂(?![房商址区价丝内外])|"
    + "|".join(f"{trade}业" for trade in TRADES_OF_FIRMS)
)
_SURE, _WORKS = "公司", "厂"
# 加工厂, 服装制品厂: of what sort a works is, and not its name.
_SORT_OF_WORKS, _WORKS_SHORTEST = (
    re.compile("(?:加工|制品|代工|[整单]机|[配零部]件|设备|[工小大老新旧分办建出开])$"),
    4,
)
# 公司186名工人, 公司85%的产品: what one has, while 公司12家 are several.
_OWN_COUNT, _STOPS = re.compile(r"\d[\d.]*[余多]?(?:%|名|人|条|台|成)"), frozenset(",，。;；:：\n")
_OWNS = ("集团", "股份", "重工", "制药", "科技")  # 昌盛集团的
_SEVERAL = re.compile(
    "等|们|、|和|与(?!高校|大学|学院|[^,，。;；]{0,10}(?:联手|合作|共建|签[下订约]|达成|合资|联合))|及|或|加|\\+|数|总数|化|登记|注册|[达共]?有?\\d|家|类|企业|产业|园"
)
_ACTS = re.compile(
    "累计投入|全年[营缴]|获[批评]|[日月]均?[产销发]|\\d[\\d.]*[亿万]元的|的[^,，。;；]{0,8}(?:车间|生产线|厂|库|工厂|展厅)|[^,，。;；的]{0,4}(?:[\u4e00-\u9fff]线(?![上下路])|车间|厂区)|[去今前上]年|[一二三]期|年内|达产|投[产资]|把|率先|建[成起设有]|[一上二三四前第]季度|前\\d|"
    "[一二三四前第]{1,2}季度|[上下]半年|20\\d\\d年|是|也|已|为|与|正|则|凭|靠|从|上了|年[产销营]|日[产均]|率先|一家|总部|引进|营收|投产|投入|出口|选择|门店|在[^,，。;；]{0,4}(?:上市|交所)|日[处加屠]|(?:项目|车间|厂长|场长)"
)
# Where a name begins, and words in front that make it the other side of what somebody else does.
_BEGINS = re.compile("[^\u4e00-\u9fff]|[在由对把将向从到的有和与及给为了着]|企业")
_OTHER_SIDE = "与和同向给为被对及、"
_NO_FIRM = re.compile(
    "家(?![居纺具私电])|[类等各多全些数几这那该某]|龙头|骨干|规上|上市|重点|相关|有关|[母子分总]$|铸造|行业|传统|产业|有限|发展"
)
_LONGEST, _SHORTEST, _LONGEST_PERSON = 10, 2, 4
# What opens a clause before a trade, and what none but an enterprise does.
_OPENS = re.compile("(?:[,，。;；\n]|^|其中|[县市区镇]内|[县市区镇乡]的)(?P<name>[\u4e00-\u9fff]{2,3})$")
_DOES = re.compile(
    "[,，]?(?:[今去]年|上半年|前\\d个月|前三季度)?(?:营收|营业收入)|[今去]年上|(?:[今去]年|累计)?投[资入]\\d|获[批评]国家|(?:一季度|上半年|全年)?(?:回款|缴税)|把|率先|是其中|的[^,，。;；]{0,6}(?:车间|生产线|工厂|展厅)"
)
# 凌锐的加工基地, 凌锐投入1.6亿元, 凌锐一家年产: what an enterprise has or does whose name tells no trade,
_DEED = re.compile(
    "一家(?=就?[占出卖年]|[今去]年)|投[资入了](?=\\d)|自身(?=[营产销出])|"
    "的(?=一[座条个间][^,，。;；]{0,8}(?:车间|工厂|厂|线)|(?:[^,，。;；的]{0,6}(?:车间|生产线|工厂|仓库|加工基地|"
    "门店|展厅|厂区)|代表)(?:[里内中先说设正却,，])|"
    "(?:班组?长|厂长|车间主任|财务总监|总监|调[音试]师|质检员|技术员|工程师|操作工|设计师|销售经理|经理|老板|创始人|负责人)[\u4e00-\u9fff]{2,4}|"
    "(?:晒场|窑口|办公室|直播间|展位|酒窖|作坊|库房|厂房)[上里内“])|(?:便|就|正)?是其中的?一[户家]|"
    "(?:副?总?经理|负责人|厂长|董事长|创始人|老板)(?=[\u4e00-\u9fff]{2,3}(?:说|介绍|很|给|带|告诉|[,，]))"
)
_FIRM_OR_DEED = re.compile(f"{_FIRM.pattern}|{_DEED.pattern}")  # most sentences have neither
# and what in front of that is no name.
_NO_NAME = re.compile(
    "[年月日天县市省区镇村乡户农家们我他她它其这那每各企业商工园期共计总累已个民再先曾又]|全[省市县国行]|"
    "财政|政府|项目|资金|银行|社会|"
    "研发|技[改术]|科研|设备|机[器械]|广告|完成|平均|前后|引进|预|拟|固定|有效|实际|直接|环保|均|基[建础]|陆续|持续|一次|"
    "当[地初]|本[地土]|公司|集团|协会|附近|最|资本|宣传|追加|主要|部分"
)
_NAME_BEFORE = re.compile("(?:[,，。;；:：\n]|^)(?P<name>[\u4e00-\u9fff]{2,6}?)[则却也还]?$")
_GENERIC = re.compile("[高中低老新大小优本当省市县区]|传统|特色|手工|工业|国内")
_BEFORE_TRADE = 5
# 花农李雷, 技师韩梅梅: a person with a trade, by the surname.
_PERSON = re.compile(
    "(?:[菇果花茶药菜棉瓜粮林牧渔蚕蒜薯梨枣豆烟棚椒莲稻麦葡藕笋桑橘橙柑柚桃杏李莓参菊艾姜葱麻竹蔗羊牛虾蟹鱼蜂]农|"
    "[花库药布果粮茶菜菇椒蒜鱼虾羊牛皮绒纱鞋]商|批发商|经销商|采购商|坯布商|经营户|商户|画[师家工]|绣[娘工]|织[女工]|传人|设计师|社长|"
    "总经理|董事长|厂长|创始人|店长|徒弟|新手|(?:养[羊牛猪鸡鸭蜂鱼殖]|种[粮植])户|村民|农户|社员|技师|师傅|[工匠艺]人|工匠|主播|[店摊窑坊]主|老板娘?|大户|青年|"
    "传承人|大师|牧民|渔民|创业者|经纪人|带头人|90后|80后|90后”|80后”)“?"
    f"[{SURNAMES}小老][\u4e00-\u9fff]{{1,2}}"
    "(?!等|、|和|介绍|表示)"
)
# 李雷辞掉工作, 返乡创业的韩梅梅投了: a person without a trade, by what only persons do; 老葛, 小王 too.
_PERSON_ACTS = re.compile(
    "(?:辞掉|辞去|辞职|接手|接过|接下|承包|流转|[返回]乡|回村|雇[了用]|开了|花了|[挣赚亏][了到]|投了|拿了|订了|一口气|"
    "[家屋]里?[种养有]|家[,，]|两口子|夫[妻妇]|租[下了]|贷款|在[^,，。;；\\d]{0,8}(?:[馆店摊厂棚地]|园里|村里|镇上))"
)
_NAME_ENDS = re.compile(
    rf"(?:[,，。;；:：”\s的]|^)(?P<name>(?:[{SURNAMES}][\u4e00-\u9fff]{{2}}|[{SURNAMES}老小阿][\u4e00-\u9fff]))$"
)
_NO_PERSON = re.compile(
    "[市县区镇乡村省州厂店园企业公司酒瓷肉米面油茶果菜花木材料品装线器机链里上下中间们家人户年月日天个都]"
)
# Where one of these trades ends before a surname; few sentences have it.
_PERSON_MARK = re.compile(f"[农商户民员师傅人匠播主板娘年者后”家工女长弟手理]“?[{SURNAMES}小老]")
# 金牛镇石桥村, 全村, 村里
_VILLAGE = re.compile(
    "[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)[\u4e00-\u9fff]{2,4}村(?!等|、|和|级|民人均)|(?<![个多各些到进回入])(?:全村|村里|该村|村集体)"
)


def find_names(stretch: Stretch) -> list[tuple[int, int]]:
    """Return where enterprises and persons are named, by any of the ways of naming them."""
    text, start, end = stretch.text, stretch.start, stretch.end
    found: list[tuple[int, int]] = []
    if _FIRM_OR_DEED.search(text, start, end):
        found += [*_find_firm_names(text, start, end), *_find_firms_by_deed(stretch)]
    if _PERSON_MARK.search(text, start, end):
        found += [match.span() for match in _PERSON.finditer(text, start, end)]
    found += _find_persons_by_act(text, start, end)
    if hits := stretch.names.trades_within(start, end):
        found += _find_firms_of_trade(stretch, hits)
    return found


def _find_firm_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where enterprises are named that a figure may be of: none of several, none that is dealt with."""
    for word in _FIRM.finditer(text, start, end):
        left = max(start, word.start() - _LONGEST)
        begin = max((stop.end() for stop in _BEGINS.finditer(text, left, word.start())), default=left)
        name, sure = text[begin : word.start()], word[0] == _SURE
        ahead = text[begin - 1] if begin > start else "。"
        alone = sure and not name and _OWN_COUNT.match(text, word.end()) and ahead in _STOPS
        if _SEVERAL.match(text, word.end()) and not alone:
            continue
        acts = (
            sure
            or _ACTS.match(text, word.end())
            or (word[0] in _OWNS and text[word.end() : word.end() + 1] == "的")
            or (word[0] == _WORKS and len(name) >= _WORKS_SHORTEST)
        )
        if word[0] == _WORKS and _SORT_OF_WORKS.search(name):
            continue
        if ahead in _OTHER_SIDE or _NO_FIRM.search(name) or not acts:
            continue
        if len(name) >= _SHORTEST or (sure and not name and ahead != "的"):
            yield begin, word.end()


def _find_firms_of_trade(stretch: Stretch, hits: Sequence[Hit[str]]) -> Iterator[tuple[int, int]]:
    """Yield where a sentence opens with an enterprise that bears the trade of a town: 昌盛铜器今年上了."""
    for hit in hits:
        left = max(0, hit.start - _BEFORE_TRADE)
        lead = _OPENS.search(stretch.text, left, hit.start) if _DOES.match(stretch.text, hit.end) else None
        name = lead["name"] if lead and lead.end() == hit.start else ""
        if name and not (_NO_FIRM.search(name) or BREAK.search(name) or _GENERIC.search(name)):
            yield hit.start - len(name), hit.end


def _find_firms_by_deed(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Yield where a clause opens with a name of no known kind that does what only enterprises do."""
    text = stretch.text
    for deed in _DEED.finditer(text, stretch.start, stretch.end):
        left = max(stretch.start, deed.start() - _LONGEST)
        lead = _NAME_BEFORE.search(text[left : deed.start()])
        if lead is None or (left > stretch.start and not lead.start() and lead.start("name") == 0):
            continue
        begin = left + lead.start("name")
        name = lead["name"]
        apart = stretch.names.map.any_within(begin, deed.start()) or stretch.names.within(begin, deed.start())
        if not (apart or _NO_NAME.search(name) or BREAK.search(name) or _GENERIC.match(name)):
            yield begin, deed.start()


def find_villages(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a village is named with its township, or spoken of again."""
    for match in _VILLAGE.finditer(text, start, end):
        yield match.span()


def _find_persons_by_act(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where persons are named without a trade that do what only persons do."""
    for act in _PERSON_ACTS.finditer(text, start, end):
        left = max(start, act.start() - _LONGEST_PERSON)
        named = _NAME_ENDS.search(text[left : act.start()])
        if named and not _NO_PERSON.search(named["name"]):
            yield left + named.start("name"), act.start()
