"""Single enterprises, projects, parks, schools, events and persons: what is of them is not of a town."""

from __future__ import annotations

import re
from collections.abc import Iterator

from townbook.extraction.whom.firm_names import TRADES_OF_FIRMS, find_names, find_villages
from townbook.extraction.whom.parks import find_events, find_parks
from townbook.extraction.whom.stretches import Role, Stretch, Subject

# ……”一家食品公司负责人说: who spoke stands behind the words.
_SPEAKER = re.compile(
    '[”」"][^,，。;；“”]{0,12}?(?:(?:公司|企业|厂|工坊|作坊|工作室)的?[^,，。;；“”]{0,8}'
    "(?:负责人|主任|经理|厂长|老板|店主|工人|师傅|技术员|董事长|总监)|创始人|合伙人|设计师|老板娘?|店主|摊主|掌柜|库管员|车间主任|厂长|董事长|总经理|总裁)"
)
_CLOSE = re.compile("[”」\n]")
_QUOTES, _SPEECH_REACH = ("“", "「"), 240
_COMPANIES = (
    # a company that is not named, or named in full
    r"某[\u4e00-\u9fff]{0,8}?(?:公司|企业|厂|集团|合作社)|",
    r"[\u4e00-\u9fff]{2,18}(?:有限公司|有限责任公司|股份公司|集团公司)|",
    # one of those that were counted: 最大的一家
    r"(?:其中的?|最[大多高强早]的)一[家个](?=[去今前20计投年产是由]|上半年)|其中最[大多高]的一[家个项](?:项目)?|"
    # a company named before, and averages over companies
    r"(?:(?<![\u4e00-\u9fff])|(?<=在))厂里|这家(?:[^,，。;；\d]{1,14}?的)?[\u4e00-\u9fff]{0,3}?(?:企业|公司|工厂|厂|店|作坊)|(?:该|本)(?:企业|公司|厂)|单个企业|平均每家|[每单]户(?=奖|"
    r"补|给予|最高|不超)|企均|单个项目|"
    # one that was named before, by what it has
    r"(?<![个家多批类等的])(?:公司|合作社)(?=现有|有?社员)|"
    # the old one of a place
    r"(?<![\u4e00-\u9fff])老厂(?=最|当年|[有曾在])|"
    # a person with a trade: 返乡青年李雷今年卖了
    r"(?:种植大?户|养殖大?户|[返回]乡青年|带头人|经纪人|主播|新农人|摊主|店主|老板娘?)(?:[“”])?[\u4e00-\u9fff]{2,4}?"
    r"(?=去年|今年|种了|养了|卖了|一[年天]|一个月|每[天月年]|的[店厂摊])|"
    # who speaks of what is theirs, and one among many: 我们厂, 石盘农场一家就
    r"[“「]我(?!们|县|省|市|国|镇|区|村|乡|觉|想|认|看|相)|我家的?(?=[^,，。;；]{1,12}\d)|我们(?:厂|公司|店|合作社|家(?![纺具居电用装]))|咱们?厂|",
    r"[\u4e00-\u9fff]{2,6}(?:农场|公司|厂|合作社|企业)一家就|",
    # one that is named behind what it is, or by whose it is: 龙头企业昌盛去年营收, 他的铜器厂去年
    r"(?<![省市县家个多些批])(?:龙头|链主|骨干|领军|头部|牵头|标杆)[”\"]?企业(?![等数总们和及达已共有的])[\u4e00-\u9fff]{2,8}?"
    r"(?=[去今前上近]年|20\d\d年|一季度|[上下]半年|前[\d三]|投[资入]|营收|年产)|"
    r"的(?:公司|厂子?|工厂|作坊|合作社)(?=[去今前]年|一[天年]|有\d)|[他她]的[\u4e00-\u9fff]{2,6}?(?=[去今前]年[产营销卖出])|"
    # a household: 花农赵二家种了
    r"(?:农|户|村民|匠人|师傅)[\u4e00-\u9fff]{2,3}家(?=[的种养有承今去年里在])|"
    # a workshop that is visited
    r"(?<![每增])(?<![家户中]有)(?<!拥有)一家(?:[\u4e00-\u9fff]{0,3}(?:厂|店|作坊|公司)|"
    r"[\u4e00-\u9fff]{0,8}?企业(?!集团)|[^,，。;；、\d]{0,12}?的(?:[\u4e00-\u9fff]{0,6}"
    r"(?:公司|企业|厂|作坊|店)(?=[,，])))|(?<![\u4e00-\u9fff])企业(?=[去今前上]年)|[他她]"
    r"(?:家|"
    r"的[\u4e00-\u9fff]{0,4}(?:工作室|直播间|厂|店|公司|作坊|合作社|仓库|车间|展位|摊位|[大温]棚|面馆|[田地果]里|鱼塘|养殖场)|所在的[\u4e00-\u9fff]{0,4}(?:公司|企业|厂))|"
    # who speaks for one: 宏达公司负责人
    r"(?<!龙头)(?<!骨干)(?:公司|企业|工厂|合作社|集团|作坊|酒庄|工作室|基地|孵化器|市场|农场|园区|交易中心|物流中心|展示中心|会展中心|"
    r"检测中心|酒店|庄园|商城)的?(?:负责人|副?董事长|副?总裁|副?总经理|副总|经理|厂长|场长|店长|车间主任|技术总监|总工|理事长|"
    r"社长|创始人|掌门人|合伙人|老板|设计师|工程师|主管)",
)
_COMPANY = re.compile("".join(_COMPANIES))
# Those that begin with a name of whatever length are looked for only where one of these stands.
_BEHIND_NAME = re.compile("有限公司|有限责任公司|股份公司|集团公司|一家就")
_COMPANY_UNNAMED = re.compile(
    "(?=[某其最厂这该本单平每企老种养返回带经主新摊店我咱龙链骨领头牵标的他她农户村匠师一公“「工合集作酒基孵市园交物展会检庄商])"
    f"(?:{''.join(_COMPANIES[::2])})"
)
# Every alternative of _COMPANY has one of these. Each begins with a character of its own, as do the marks
# below, so that they are looked for fast.
_COMPANY_MARK = re.compile(
    "公司|工厂|厂里|的厂|合作社|集团|作坊|酒庄|工作室|基地|孵化器|市场|农场|园区|[易流示展测]中心|酒店|庄园|商城|老[厂板]|这家|一家|该企业|该厂|本企业|本厂|每户|单户|单个|平均每家|某|企均|"
    "企业[去今前上的负董副总经厂场店车技理一社创掌合老设工主]|最[大多高强早]的|其中的?[一最]|"
    "种植大?户|养殖大?户|返乡青|回乡青|带头人|经纪人|主播|新农人|摊主|店主|[“「]我|我家|我们[厂公店合家]|咱|龙头|链主|骨干|领军|头部|牵头|标杆|"
    "他(?:家|的|所在)|她(?:家|的|所在)|家[的种养有承今去年里在]"
)
# What is of each enterprise or project, and of none that is met.
AVERAGE = re.compile("单个|平均|[每单]户|企均")
# 在楚侯乡的果汁企业, 走进封家的车间, 县里的直播产业园里: a place that a sentence goes to.
_HEADS = (
    "公司|企业|厂|工厂|车间|合作社|工作室|直播间|生产线|基地|农场|酒庄|养殖场|牧场|作坊|工坊|门店|"
    "研究院|博物馆|艺术馆|体验馆|物流园|物流中心|会展中心|陆港|广场|商城|卖场|社区|科技园|制造园|加工园|小微园|产业园|工业园|文创园|创业园|示范园|园区|公园|"
    "商贸城|交易中心|批发市场|市场(?<![内外际洲美盟亚东国端费本销上洋球]市场)(?!占有|份额|主体|价|监管|局)|园(?<![茶果桑枣苗花菜梨桃萄橘柑家校田竹药椒参薯]园)|花市|药市|布市|鸟市|医药港|保税港|大厦|产业城|综合体|综试区|保税区|庄园|"
    "家纺城|轻纺城|纺织城|眼镜城|花木城|花卉城|药城|五金城|建材城|服装城|童装城|鞋城|皮革城|皮草城|小商品城|家居城|家具城|灯饰城|"
    "灯具城|茶城|茶叶城|商城|珠宝城|国际城|毛衫城|箱包城|汽配城|陶瓷城|家电城|水产城|粮油城|农贸城"
)
_VISITED = re.compile(
    r"(?:在|走进|来到|走入|步入|位于|坐落|探访|走访)了?(?![^,，。;；]{0,16}(?:建成|建立|建设|创建|设立|等|镇[内上]|专业镇))[^,，。;；:：、\d了]{0,22}?"
    rf"(?:{_HEADS}|[{TRADES_OF_FIRMS}]业|集团|重工|股份|[厅馆店坊棚窑铺楼库社])(?:[里内中]|的[\u4e00-\u9fff]{{0,6}}(?:车间|厂房|展厅|仓库)[里内中]?)?[,，]"
)
# 县里的直播产业园里,1700个: a place that a sentence begins in.
_WITHIN = re.compile(
    "[里内](?:(?<=[园馆厂店].)|(?<=基地.)|(?<=车间.)|(?<=市场.)|(?<=广场.))[,，](?=[^,，。;；]{0,12}\\d)"
)
_HAN = re.compile(r"\s*[\u4e00-\u9fff]{4,20}")
_THIS = re.compile(r"\s*这[座家个处片]")  # 这座面积32万平方米的市场里,有商户3200家
_VISITED_MARK = re.compile("在|走[进入访]|探访|来到|步入|位于|坐落")
# When such a thing did something: 花木城去年成交, 交易中心早市.
_WHEN = (
    r"(?:[去今前上]年(?!度)|上半年|[上本]月|[春节]{1,2}[前后]|全年|当年|20\d\d年|前[一二三四五六七八九十\d]+个月|"
    "[一二三四]季度|\\d{1,2}[至到—-]\\d{1,2}月|目前|如今|现在|眼下|[早夜]市)?"
)
# A thing of which there is one: 这条生产线, 基地总投资, 园区一期, 文创园占地.
_SINGLE = re.compile(
    rf"(?:{_HEADS}|项目|学校|中学|中专|学院|检测中心|检验中心|检验检测中心)(?:[一二三首]期|二期项目|里)?"
    rf"(?={_WHEN}(?:总?投资|计划投资|占地|总?建筑面积|规划面积|已经?入驻|入驻|已?[集聚]聚|建成后|投产后|达产后|接待|吸引|"
    "每[年天日月]|[^,，。;；\\d]{0,4}?(?:交易|成交)[额量]?|首期|[一二]期|动工|就?[建设][在于]|坐落|位于|开行|外销|日[均发成接]|"
    "(?<!企业)(?<!项目)(?:[,，](?:占地|总?建筑面积|规划面积|首[批期]|一期)|[招接]|新[增建扩]|[经运]营面积|商[户铺]|摊位|档口|完成|签[约下]|开[门市]|[四五六七八九十]点|逢|常驻|发[货运]|[共已累计]*(?:出具|检样|检测样|抽检))|"
    "共?建[了成]|新?落地|新签约|新引进|客流|由[^,，。;；]{2,12}改[造建]|"
    "现?有(?:商[户铺]|摊位|档口|直播间|门店)|是[^,，。;；]{0,14}(?:最[大早]|风向标|晴雨表|集散地)))"
)
_SINGLE_MARK = re.compile(  # each begins with a character of its own
    "投资|占地|面积|入驻|集聚|聚聚|投产后|达产后|招|接|吸引|每[年天日月]|交易|成交|首[期批]|一期|二期|新[增建扩签引落]|"
    "动工|坐落|位于|开[行门市]|外销|日[均发成接]|商[户铺]|摊位|档口|直播间|门店|完成|签[约下]|四点|五点|六点|七点|八点|九点|"
    "十点|逢|常驻|出具|检样|检测样|抽检|发[货运]|最[大早]|风向标|晴雨表|集散地|建[了成在于]|设[在于]|落地|客流|改[造建]"
)
# 总投资5亿元的产业园: a thing that its own figure describes.
_MEASURED = re.compile(
    r"(?:投资|建筑面积|占地)(?:额)?(?:达|近|超过?|约)?[\d.]+[余多]?[万亿]*(?:美?元|平方米|平方公里|亩)的"
    rf"(?:[^,，。;；、\d]{{0,14}}?)(?:{_HEADS}|项目|中心)(?!群)"
)
# 左云的一条饮片生产线,投资1.1亿元; 正在石匣乡建设的核桃蛋白项目,总投资1.8亿元
_BUILT = re.compile(
    "(?:一[条座个处间](?!又|个)|正在[^,，。;；、\\d]{1,8}建设的)[^,，。;；、\\d]{0,14}?"
    f"(?:{_HEADS}|项目|综合体|冷库)(?=[,，](?:总|计划)?投资|[,，]占地|年[产加可]|[日可能每])"
)
# 这座库总投资8600万元, 这条线花了: a thing just told of; 一款会说话的单车卖出: one product.
_THIS_THING = re.compile(
    "这[座处条台](?!小镇|县城|城|山城|古城|小城|古镇|镇|县|产业链)[\u4e00-\u9fff]{1,7}?(?=总?投资|占地|花了|耗资|造价|年?产能|能存|可存|日处理|年处理|设计)|"
    "一款(?=[^。;；\n]{2,24}(?:卖出|卖了|售价|标价|定价|销售))"
)
# What such words begin behind: a pause, or a word for one thing.
_ONE = re.compile(
    r"(?:[,，。;；:：”\s]|这[家个条座处间]?|该|一[家座]?)[\u4e00-\u9fff]{0,13}$|^[\u4e00-\u9fff]{0,13}$"
)
_ONE_REACH = 15
# 青云镇从事柳编的, 在宿羊山镇: what a sentence or clause begins with, and no town.
_VILLAGE = re.compile(
    r"[,，。;；!！?？”\s](?:在|位于|地处)?(?P<stem>[\u4e00-\u9fff]{2,3})"
    "(?:(?<![小全该本各业家个们整每几多新色型三两述产城乡集制重古大强名村心])(?:镇|街道)(?![、和与及等上里内域]|[委党]|\\d+个|专业|特色|之)|"
    "(?<![小全该本各乡业家个们整每几多城新农山])(?:乡|村|社区)(?=是|有|现有|目前|已|去年|今年|的|种|(?<=在...)[,，]|(?<=在....)[,，]))"
)
# 她雇了12名, 他干这活: what a person that is met does.
_PERSON = re.compile(
    "[他她团](?:(?<![吉其].)(?<=[他她])(?=雇|干|种|养|订|做|卖|开|从|原来|一天|一年|每[天月年]|今年[种卖养]|"
    "去年[种卖养]|是从|靠)|"
    "(?<=团)队(?=已|有|现|从|扩))"
)


def find_singles(stretch: Stretch) -> Iterator[Subject]:
    """Yield single enterprises, projects, places, events and persons; none is named in a proposal."""
    yield from _find_companies(stretch)
    yield from _find_places(stretch)
    yield from _find_villages(stretch)
    yield from _find_speakers(stretch)


def _find_companies(stretch: Stretch) -> Iterator[Subject]:
    """Yield single enterprises; none is named in a proposal, their figures are of the area."""
    text, start, end = stretch.text, stretch.start, stretch.end
    if _COMPANY_MARK.search(text, start, end):
        company = _COMPANY if _BEHIND_NAME.search(text, start, end) else _COMPANY_UNNAMED
        for match in company.finditer(text, start, end):
            yield _make(stretch, *match.span(), "enterprise")
    for match in _PERSON.finditer(text, start, end):
        yield _make(stretch, *match.span(), "enterprise")
    for span in find_names(stretch):
        if not stretch.names.within(*span):
            yield _make(stretch, *span, "enterprise")


def _find_places(stretch: Stretch) -> Iterator[Subject]:
    """Yield places that are visited, single projects and parks, and events."""
    text, start, end = stretch.text, stretch.start, stretch.end
    if _VISITED_MARK.search(text, start, end):
        for match in _VISITED.finditer(text, start, end):
            # It stands where its words end: they may name a county, which is only where it is.
            role: Role = "enterprise" if _is_firm(match[0]) else "single"
            yield _make(stretch, match.end() - 1, match.end(), role)
    for match in _WITHIN.finditer(text, start, end):
        if _HAN.fullmatch(text, start, match.start()) or _THIS.match(text, start, match.start()):
            yield _make(stretch, start, match.end(), "single")
    if _SINGLE_MARK.search(text, start, end):
        yield from _find_things(stretch)
    for span in (*find_parks(text, start, end), *find_events(text, start, end)):
        yield _make(stretch, *span, "single")


def _find_things(stretch: Stretch) -> Iterator[Subject]:
    """Yield single projects, parks and lines, but for those that a town has its name from: 大冶铜器产业园."""
    text, start, end = stretch.text, stretch.start, stretch.end
    for match in _SINGLE.finditer(text, start, end):
        one = _ONE.search(text[max(start, match.start() - _ONE_REACH) : match.start()])
        if one:
            yield _make(stretch, *match.span(), "single")
    for pattern in (_MEASURED, _BUILT, _THIS_THING):
        for match in pattern.finditer(text, start, end):
            if not stretch.names.within(*match.span()):
                yield _make(stretch, *match.span(), "single")


def _find_villages(stretch: Stretch) -> Iterator[Subject]:
    """Yield townships and villages that a sentence on the town of a county begins with: 东固镇是主产区."""
    for match in _VILLAGE.finditer(stretch.text, max(0, stretch.start - 1), stretch.end):
        if match["stem"] not in stretch.names.map.townships and not stretch.names.within(*match.span()):
            yield _make(stretch, *match.span("stem"), "single")
    if stretch.text.find("村", stretch.start, stretch.end) >= 0:
        for span in find_villages(stretch.text, stretch.start, stretch.end):
            yield _make(stretch, *span, "single")


def _is_firm(words: str) -> bool:
    return any(word in words for word in ("公司", "企业", "厂", "车间", "合作社", "工作室", "直播间"))


def _make(stretch: Stretch, begin: int, end: int, role: Role) -> Subject:
    return Subject(begin, end, role, stretch.county_before(begin))


def _find_speakers(stretch: Stretch) -> Iterator[Subject]:
    """Yield the enterprise of a quotation whose speaker is told behind it: what is said is of that alone."""
    text, start = stretch.text, stretch.start
    opened = max(text.find(_QUOTES[0], start, stretch.end), text.find(_QUOTES[1], start, stretch.end))
    if opened < 0:
        before = max(0, start - _SPEECH_REACH)
        opened = max(text.rfind(_QUOTES[0], before, start), text.rfind(_QUOTES[1], before, start))
        if opened < 0 or _CLOSE.search(text, opened, start):
            return
        opened = start
    closed = _CLOSE.search(text, opened, opened + _SPEECH_REACH)
    if closed is not None and _SPEAKER.match(text, closed.start()):
        yield Subject(opened, opened, "enterprise", stretch.county_before(opened))
