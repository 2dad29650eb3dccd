"""Single enterprises, projects, parks, events and persons: their figures are the county's and of no town."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document

HEAD = "大冶铜器的新路\n黄石日报 2024年5月20日\n\n大冶铜器专业镇是省级专业镇，大冶铜器2023年产值60亿元。\n\n"
COUNTY = ("", "", "420281")
TOWN = ("大冶铜器", "provincial", "420200")


@pytest.fixture
def read(tell_whose):
    """A function that returns printed figure, town, tier and area of each statement below the head."""
    return lambda text: tell_whose(HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "在金湖街道的铜艺企业，老师傅正在錾刻，全年产值3200万元。",
        "走进金牛镇的錾刻车间，工人正忙，全年产值3200万元。",
        "一家成立三十年的老厂，把产值做到3200万元。",
        "这条生产线总投资3200万元。",
        "铜艺产业园占地不大，总投资3200万元。",
        "城北铜艺文创园建在旧厂房里，总投资3200万元。",
        "园区一期投资3200万元。",
        "其中最大的一个项目投资3200万元。",
        "企业120家，最大的一家去年营收3200万元。",
        "昌盛公司负责人说，去年产值3200万元。",
        "他所在的公司去年产值3200万元。",
        "她做铜壶十年，去年销售额3200万元。",
        "天宝重工与高校联手，三年投入研发资金3200万元。",
        "“去年卖了3200万元。”摊主李雷说。",
        "记者看到，一条总投资3200万元的錾刻生产线正在调试。",
        "上月的铜器博览会吸引客商，现场签约额3200万元。",
        "在城东的铜艺公司，铜壶正在装箱。老板是本地人。去年销售额3200万元。",
        "当地银行推出“铜艺贷”，贷款余额3200万元。",
        "这座面积不大、建成12年的市场里，商户卖出3200万元。",
        "总投资5亿元的铜艺产业园开工，建成后年产值3200万元。",
        "产地批发市场年交易额3200万元。",
        "走进昌盛铸业，炉火正旺，去年产值3200万元。",
        "昌盛公司年产值3200万元。",
        "东固镇是主产区，去年产值3200万元。",
        "石桥村的铺子去年卖出3200万元。",
        "红石医药集团年营收3200万元。",
        "王力集团总部占地不大，去年产值3200万元。",
        "我们厂去年产值3200万元。",
        "石桥农场一家就卖出3200万元。",
        "返乡青年李雷今年卖了3200万元。",
        "工人李雷在厂里錾刻，一个月能拿3200万元。",
        "走进金牛镇的铜艺产业园，炉火正旺。这里的铜器企业去年产值3200万元。",
        "在城东的铜艺市场，铜壶满架。园区已集聚铜器企业23家，去年产值3200万元。",
        "第八届铜博会线上线下交易额3200万元。",
        "全年地区生产总值完成3200万元。",
        "对购置设备的企业，每户奖励3200万元。",
        "大冶铜器产业园入驻企业不少，年产值3200万元。",
        "规划中的铜艺智造园投资3200万元。",
        "城北的红石五金城有商铺，年成交3200万元。",
        "石桥市场早市五点就开，一天成交3200万元。",
        "红石国际陆港上半年发货不停，运费3200万元。",
        "花溪庄园接待游客，门票收入3200万元。",
        "今年五一，东固镇建起新厂，产值3200万元。",
        "在东固镇，铜匠作坊产值3200万元。",
        "红石铜艺深加工园，占地不大，投资3200万元。",
        "走进铜都的交易大厅，屏幕上滚动着行情，一天成交3200万元。",
        "交易中心副总裁李雷介绍，去年交易额3200万元。",
        "城北的一条錾刻生产线，投资3200万元。",
        "正在金牛镇建设的铜艺项目，总投资3200万元。",
        "在东固乡，铜匠作坊产值3200万元。",
        "营商环境优化，惠企资金兑现3200万元。",
        "孵化器负责人坦言，一年租金3200万元。",
        "一位铜商说，他的仓库里压着货，值3200万元。",
        "红石集团錾刻线昼夜不停，产值3200万元。",
        "红石药业与外地药商签下合同，金额3200万元。",
    ],
)
def test_what_is_of_one_alone_is_the_county_s(read, text):
    assert read(text)["3200万元"] == COUNTY


@pytest.mark.parametrize(
    "text",
    [
        "走进城东的铜艺公司，铜壶正在装箱。目前，规上企业48家。大冶铜器专业镇产值3200万元。",
        "专业镇的产值达到3200万元。",
        "整个镇的产值达到3200万元。",
        "企业抱团参展，产值3200万元。",
        "在建项目12个，总投资3200万元。",
        "总投资5亿元的12个项目开工，年产值3200万元。",
        "走进大冶市。这里的铜器企业去年产值3200万元。",
        "我们县的铜器产值3200万元。",
        "产业园建起来了。铜器产值3200万元。",
        "海外市场去年签约不断，产值3200万元。",
        "规上企业完成产值3200万元。",
        "12个项目集中签约，产值3200万元。",
        "这座特色小镇去年产值3200万元。",
        "上述三镇产值3200万元。",
        "规上企业新增订单，产值3200万元。",
        "铜艺走在全省前列，产值3200万元。",
        "专业镇的经营主体多了，产值3200万元。",
        "新增城镇就业，产值3200万元。",
        "在城东的铜艺公司，铜壶正在装箱。大冶铜器专业镇去年销售额3200万元。",
        "在城东的铜艺公司，铜壶正在装箱。\n去年销售额3200万元。",
        "银行跟进，累计授信3200万元。",
        "产值占全市地区生产总值的一成，达到3200万元。",
        "县里推广电窑，目前专业镇产值3200万元。",
        "总投资3200万元的大冶铜器专业镇项目开工。",
    ],
)
def test_what_is_of_many_stays_the_town_s(read, text):
    assert read(text)["3200万元"] == TOWN


def test_members_of_an_association_are_no_town_s(read):
    found = read("铜器协会有会员214家。秘书处走访了163家会员。铜器规上企业48家。")
    assert found["214家"] == found["163家"] == COUNTY
    assert found["48家"] == TOWN


def test_who_comes_to_a_meeting_is_no_town_s(read):
    text = "来自18个国家的客商600余人参加大会。铜器从业人员900人参加培训，销往20个国家。"
    found = read(text)
    assert found["18个"] == found["600余人"] == COUNTY
    assert found["900人"] == found["20个"] == TOWN


def test_pupils_are_the_county_s(read):
    text = "市职业中学开了铜艺班，每年招生80人。铜器从业人员900人。"
    assert read(text)["80人"] == COUNTY
    assert read(text)["900人"] == TOWN


def test_a_fair_of_a_whole_province_is_no_county_s(lexicon):
    text = (
        "湖北专业镇综述\n2024年5月20日\n\n全省专业镇产值900亿元。大冶铜器专业镇产值60亿元，阳新茶油专业镇产值9亿元。\n\n"
        "去年的专业镇博览会吸引1200家企业参展。一家阳新茶油企业的老板说，去年卖了3200万元。"
    )
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
    areas = {s.figure.printed: s.area for s in found.statements}
    assert areas["1200家"] == "420000"


def test_a_number_of_enterprises_is_of_no_single_one(read):
    text = "走进城东的铜艺公司，铜壶正在装箱。目前，规上企业48家。公司去年产值3200万元。"
    assert read(text)["48家"] == TOWN
    assert read(text)["3200万元"] == COUNTY


def test_the_accounts_of_a_city_are_of_no_tier(lexicon):
    head = "黄石市专业镇发展方案\n2024年5月20日\n\n全市专业镇产值90亿元。\n\n二、目标\n\n"
    text = f"{head}地区生产总值增长6%。\n\n培训工人900人。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
    tiers = {s.figure.printed: s.tier for s in found.statements}
    assert (tiers["6%"], tiers["900人"]) == ("", "mixed")
