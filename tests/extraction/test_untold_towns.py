"""Towns that no word calls one, towns told by questions and offices, and tiers of sections and lists."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document


@pytest.fixture
def read(lexicon):
    """A function that returns printed figure, town, tier and area of each statement of a text."""

    def run(text):
        found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
        return {s.figure.printed: (s.town, s.tier, s.area) for s in found.statements}

    return run


def test_the_trade_that_a_text_on_a_county_comes_back_to_is_its_town(read):
    text = (
        "祁红一壶\n2024年5月20日\n\n大冶铜壶有名。做铜壶的多了，卖铜壶的也多了。铜壶上了网，铜壶出了海。\n\n"
        "2023年，大冶铜壶销售额12亿元。"
    )
    assert read(text)["12亿元"] == ("大冶铜壶", "", "420281")


def test_a_trade_told_once_or_twice_is_no_town(read):
    text = "新闻\n2024年5月20日\n\n大冶铜壶有名。大冶粮食丰收，大冶道路通畅。2023年，产值12亿元。"
    assert read(text)["12亿元"][0] == ""


def test_a_township_of_a_city_without_counties_is_told_by_the_title(read):
    text = (
        "大朗镇2031年鞋业运行情况\n东莞市大朗镇经济发展局 2032年1月20日\n\n大朗鞋材产业稳中有进，"
        "鞋材订单回升，鞋材出口增长，鞋材工人回流。\n\n"
        "全镇规上鞋材企业产值12亿元。"
    )
    assert read(text)["12亿元"] == ("大朗鞋材", "", "441900")


HEAD = "黄石市与大冶市、阳新县见闻\n2024年5月20日\n\n"


@pytest.mark.parametrize("words", ["虽是", "则是", "却是", "也是", "已是"])
def test_a_name_ends_before_the_words_that_a_sentence_goes_on_with(read, words):
    assert read(f"{HEAD}大冶铜器{words}市级专业镇，产值12亿元。")["12亿元"] == (
        "大冶铜器",
        "municipal",
        "420200",
    )


def test_a_metal_is_no_such_word(read):
    assert read(f"{HEAD}阳新有色金属是市级专业镇，产值12亿元。")["12亿元"][0] == "阳新有色金属"


def test_a_place_may_hold_a_character_of_a_verb(read):
    text = (
        "大同市见闻\n2024年5月20日\n\n新荣石墨省级专业镇：订单饱满，产值12亿元。左云苦荞省级专业镇产值3亿元。"
    )
    assert read(text)["12亿元"] == ("新荣石墨", "provincial", "140200")


@pytest.mark.parametrize(
    ("text", "town", "tier"),
    [
        # told with its tier while no kind stands beside it
        ("大冶铜器这两年成了省级专业镇，铜器产值12亿元。", "大冶铜器", "provincial"),
        ("小小铜壶，撑起一个省级专业镇。大冶铜壶产值12亿元，铜壶俏销。", "大冶铜壶", "provincial"),
        ("在大冶市金牛镇，炉火正旺。作为首个省级专业镇，金牛模具去年产值12亿元。", "金牛模具", "provincial"),
        (
            "市里公布了首批市级专业镇名单，大冶铜器榜上有名。大冶铜器专业镇产值12亿元。",
            "大冶铜器",
            "municipal",
        ),
        ("再看同为省级专业镇的大冶铜器，路子不同，产值12亿元。", "大冶铜器", "provincial"),
        ("阳新茶油专业镇产值9亿元。再看大冶家具，风头正劲，产值12亿元。", "大冶家具", ""),
        ("大冶铜器等3个申报对象列入市级专业镇储备库，大冶铜器专业镇产值12亿元。", "大冶铜器", "reserve"),
    ],
)
def test_a_town_is_told_beside_its_tier(read, text, town, tier):
    assert read(HEAD + text)["12亿元"] == (town, tier, "420200")


ASKED = (
    "发布会上，几位负责同志介绍了今年以来各地特色产业的情况，并回答了记者的提问。"
    "大冶铜器专业镇和阳新茶油专业镇都是市级专业镇。\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "记者：\n大冶铜器有哪些变化？\n大冶市副市长 李雷：\n感谢提问。去年产值12亿元。",
        "大冶市工信局局长 李雷：\n感谢提问。去年产值12亿元。",
        "记者：铜器产业有哪些变化？\n李雷：变化很大。去年产值12亿元。",
        "记者：大冶铜器有哪些变化？\n李雷：大冶做铜器的历史很长。去年产值12亿元。",
    ],
)
def test_an_answer_is_of_the_town_asked_about(read, text):
    assert read(HEAD + ASKED + text)["12亿元"] == ("大冶铜器", "municipal", "420200")


@pytest.mark.parametrize(
    "text",
    [
        "记者：大冶铜器有哪些变化？\n李雷：变化很大。\n记者：全市下一步有什么打算？\n李雷：去年产值12亿元。",
        "市工信局局长 李雷：\n感谢提问。去年产值12亿元。",
    ],
)
def test_an_answer_to_another_question_is_not(read, text):
    assert read(HEAD + ASKED + text)["12亿元"][0] == ""


def test_towns_below_a_heading_are_of_its_tier(read):
    text = (
        "黄石市专业镇运行情况\n2024年5月20日\n\n全市专业镇产值90亿元。\n\n二、重点专业镇情况\n\n（一）省级专业镇\n\n"
        "大冶铜器专业镇。订单充足，产值12亿元。\n\n（二）市级专业镇\n\n阳新茶油专业镇。产值3亿元。\n\n三、问题\n\n"
        "大冶木雕专业镇产值2亿元。"
    )
    found = read(text)
    assert found["12亿元"] == ("大冶铜器", "provincial", "420200")
    assert found["3亿元"] == ("阳新茶油", "municipal", "420200")
    assert found["2亿元"] == ("大冶木雕", "", "420200")


def test_a_county_told_in_full_is_its_stem_where_the_text_prints_it_so(read):
    text = f"{HEAD}走进大冶市铜器专业镇。大冶铜器远销海外，产值12亿元。"
    assert read(text)["12亿元"][0] == "大冶铜器"


def test_the_title_tells_whom_a_text_with_one_town_is_of(read):
    head = "大冶：老手艺新花样\n2024年5月20日\n\n全省专业镇建设提速，大冶铜器成为省级专业镇。\n\n"
    text = f"{head}专业镇从业人员3000人。"
    assert read(text)["3000人"][:2] == ("大冶铜器", "provincial")


@pytest.mark.parametrize(
    "text",
    [
        "全市铜器企业产值12亿元。",
        "截至去年底，全市从事铜器制作的企业320家，产值12亿元。",
        "全市200人靠铜器吃饭，产值12亿元。",
        "全市工艺品产值20亿元，其中铜器12亿元。",
        "全市接待游客3万人次。铜器销往8个国家，产值12亿元。",
    ],
)
def test_the_trade_of_the_whole_county_is_the_town_s(read, text):
    head = "大冶铜器的新路\n2024年5月20日\n\n大冶铜器专业镇是省级专业镇，大冶铜器远销海外。\n\n"
    assert read(head + text)["12亿元"][0] == "大冶铜器"


@pytest.mark.parametrize("text", ["全市规上工业产值12亿元。", "全市茶油产值12亿元，铜器另算。"])
def test_another_trade_of_the_whole_county_is_not(read, text):
    head = "大冶铜器的新路\n2024年5月20日\n\n大冶铜器专业镇是省级专业镇，大冶铜器远销海外。\n\n"
    assert read(head + text)["12亿元"][0] == ""


def test_here_is_the_town_of_the_county_named_last(read):
    text = (
        "湖北专业镇综述\n2024年5月20日\n\n全省专业镇建设提速，各地干劲很足，大大小小的专业镇各有各的路子。\n\n"
        "阳新茶油专业镇产值9亿元。\n\n大冶市的炉火正旺。这里的铜器产值12亿元，大冶铜器专业镇名声在外。"
    )
    assert read(text)["12亿元"][0] == "大冶铜器"


def test_a_paragraph_of_a_report_on_the_trade_is_of_its_town(read):
    text = (
        "政府工作报告\n2024年1月20日\n\n大冶市生产总值900亿元，全市经济回升向好，各项事业取得新进步，人民生活持续改善。\n\n"
        "全市各类产业集群加快建设。\n\n大冶铜器产业集群声名在外。\n\n我们帮铜器企业抢订单，出口12亿元。\n\n粮食再获丰收，农民收入9000元。"
    )
    assert read(text)["12亿元"][0] == "大冶铜器"
    assert read(text)["9000元"][0] == ""


def test_a_word_of_a_title_alone_tells_no_province(read):
    text = "“东方毯乡”织就富民路\n2024年5月10日\n\n大冶市金湖街道，织机声声，从业人员900人。"
    assert read(text)["900人"] == ("", "", "420281")


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("全县奶牛存栏9.6万头，鲜奶产量43万吨。", "大冶乳业"),
        ("全县生猪存栏9.6万头。", ""),
    ],
)
def test_what_a_trade_is_made_of_is_told_of_its_town(read, line, town):
    text = f"大冶的奶\n2024年5月20日\n\n大冶乳业专业镇产值12亿元。\n\n{line}"
    assert read(text)["9.6万头"][0] == town


def test_the_yearly_account_of_a_county_is_of_more_than_its_town(read):
    text = (
        "大冶市政府工作报告\n2024年5月20日\n\n过去一年，经过大家的共同努力，各项工作都有了新的进展，"
        "大冶铜壶专业镇产值12亿元。\n\n汪仁镇老酒项目完成投资4.7亿元。"
    )
    assert [read(text)[printed][0] for printed in ("12亿元", "4.7亿元")] == ["大冶铜壶", ""]


def test_clusters_that_are_counted_have_their_tier_together_and_not_each(read):
    text = (
        "湖北特色产业集群见闻\n到2023年底，全省共培育省级特色产业集群112个。这些集群产值900亿元。\n"
        "大冶铜器集群产值60亿元。"
    )
    rows = read(text)
    assert rows["900亿元"] == ("", "provincial", "420000")
    assert rows["60亿元"][:2] == ("大冶铜器", "")


def test_a_township_that_the_title_names_is_told_by_the_text(read):
    text = (
        "殷祖：一把铜壶\n大冶融媒 2024年5月20日\n\n大冶市的山里，走进殷祖镇，先听见锤声。\n\n"
        "殷祖铜壶起于元代。如今，殷祖铜壶产值12亿元。"
    )
    assert read(text)["12亿元"] == ("殷祖铜壶", "", "420281")


def test_the_whole_city_in_a_text_on_a_county_is_the_city_above_it(read):
    text = "阳新苎麻记\n2024年5月20日\n\n阳新县的阳新苎麻专业镇产值5亿元。局长说：“全市现在有17个专业镇。”"
    assert read(text)["17个"][2] == "420200"
