"""What is counted and measured: sorts of enterprises, posts, surfaces, rates by their own name."""

import pytest

from townbook.extraction.document import extract_document
from townbook.extraction.what.nouns import shorten_name
from townbook.sources.reading import read_document

HEAD = "大冶铜器专业镇见闻\n2024年5月20日\n\n大冶铜器专业镇2023年产值12亿元。"


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "unit"),
    [
        ("现有18家规上铸造企业。", "18家", "above_scale_enterprises", "enterprises"),
        ("规上铜器企业达到18家。", "18家", "above_scale_enterprises", "enterprises"),
        ("铜器企业达到18家。", "18家", "enterprises", "enterprises"),
        ("规上企业6家，新增就业岗位700个。", "700个", "employment", "persons"),
        ("全年瓷砖产量900万平方米。", "900万平方米", "output_quantity", "m2"),
        ("白酒产量9万千升。", "9万千升", "output_quantity", "kL"),
        ("年产铜板40万平方米。", "40万平方米", "output_quantity", "m2"),
        ("规上企业18家，镜架产量1.1亿副。", "1.1亿副", "pieces_produced", "pieces"),
        ("年产罐头3000万罐。", "3000万罐", "pieces_produced", "pieces"),
        ("新增小升规企业6家。", "6家", "above_scale_enterprises", "enterprises"),
        ("计划实施项目6个，年内完成投资3亿元。", "3亿元", "annual_investment", "CNY"),
        ("企业拿出3000万元改造窑炉。", "3000万元", "invested", "CNY"),
        ("线上销售2亿元，是专业镇增长最快的板块，同比增长46%。", "46%", "online_sales", "ratio"),
        ("出口占全国的85%。", "85%", "export_product_share", "ratio"),
        ("产值9亿元，其中三成销往海外。", "三成", "new:出口额占比", "ratio"),
        ("这个专业镇目前建成乡村工坊26个。", "26个", "new:乡村工坊", "items"),
        ("单位产品综合能耗比2020年下降18%。", "下降18%", "new:单位产品综合能耗", "ratio"),
        ("税金1亿元，生产线开机率恢复到87%。", "87%", "new:生产线开机率", "ratio"),
        ("税金1亿元，落实税费减免3000万元。", "3000万元", "new:落实税费减免", "CNY"),
    ],
)
def test_the_nearest_noun_and_its_sort_name_a_figure(lexicon, text, printed, indicator, unit):
    found = extract_document(read_document((HEAD + text).encode(), name="x.txt"), lexicon=lexicon)
    said = next(s for s in found.statements if s.figure.printed == printed)
    assert (said.unit, said.indicator[: len("new:")]) == (unit, indicator[: len("new:")])
    assert indicator.startswith("new:") or said.indicator == indicator


def test_a_fall_that_narrowed_is_a_fall(lexicon):
    text = f"{HEAD}今年一季度产值2亿元，同比降幅收窄至11.5%。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert [(s.figure.printed, s.kind, float(s.figure.value)) for s in found[-1:]] == [
        ("降幅收窄至11.5%", "growth", -0.115)
    ]


def test_the_most_that_is_granted_is_a_rule(lexicon):
    text = f"{HEAD}对新引进的企业，按投资额的5%给予奖补，最高1000万元。"
    found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).statements
    assert [s.kind for s in found if s.figure.printed == "1000万元"] == ["threshold"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("企业去年投入", "企业"),
        ("达成意向成交额", "意向成交额"),
        ("全区童装生产单位", "童装生产单位"),
        ("提高", ""),
    ],
)
def test_a_new_name_holds_neither_times_nor_verbs(words, name):
    assert shorten_name(words) == name


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "kind"),
    [
        # a pace that holds, returns or is named
        ("2031年出口120亿元,明年产值增速有望回到8%左右。", "8%左右", "output", "forecast"),
        ("2031年集群产值120亿元,而去年同期的增幅是11.9%。", "11.9%", "output", "growth"),
        # goods by the day, and those that are only ordered
        ("一条生产线每天能生产铜扣2000万粒。", "2000万粒", "pieces_produced", "level"),
        ("首条产线试产,拿到首批300万件订单。", "300万件", "new", "level"),
        ("2031年铜镜年出口4.5亿面,手套出口4.5亿双。", "4.5亿双", "new", "level"),
        ("2031年,集群申请专利186件,获得授权124件。", "124件", "patents", "level"),
        ("2031年出口铜器1860吨,货值1.2亿元。", "1.2亿元", "exports", "level"),
        ("公司2031年投入2300万元攻关铜泵。", "2300万元", "rd_spending", "level"),
        ("2031年新增规上柠檬加工企业5家。", "5家", "above_scale_enterprises", "change"),
        ("2031年建成智能工厂9家。", "9家", "new", "level"),
        ("2031年举办供应链对接活动8场。", "8场", "promotion_events", "level"),
        ("大会邀请采购商3000人次。", "3000人次", "visitors", "level"),
        ("种蔗的有2900户。", "2900户", "households_engaged", "level"),
        ("铜杆本地供应比例为35%。", "35%", "localisation_rate", "share"),
        # firms that something was done for, against those that are there
        ("2031年,县里协调银行为36家铜企发放贷款。", "36家", "new", "level"),
        ("2031年,36家企业拿到贷款。", "36家", "new", "level"),
        ("2031年,镇上36家企业以铜器为主业。", "36家", "enterprises", "level"),
        # what is grown, by the word for what is left or all together, or by the harvest
        ("2031年全县只剩下9.8万亩。", "9.8万亩", "planting_area", "level"),
        ("几个镇加起来有柑橘32万亩。", "32万亩", "planting_area", "level"),
        ("眼下,全县8万亩花椒陆续采摘。", "8万亩", "planting_area", "level"),
        ("2031年园区只流转9.8万亩。", "9.8万亩", "new", "level"),
        ("挑花蕾的活不重,一天90元。", "90元", "incomes", "level"),
        ("缺版型师。2031年全镇引进了21位。", "21位", "trained_technicians", "level"),
        ("2031年产值26亿元,出口占六成五。", "六成五", "new", "share"),
        ("2031年,在全市工业中的份额达到17.8%。", "17.8%", "output_share", "share"),
        ("2031年综合产值268亿元,品牌评估价值306亿元。", "306亿元", "new", "level"),
        ("铜管项目总投资2亿元,产能1.2万吨。", "1.2万吨", "project_capacity_mass", "level"),
        ("2031年组织企业赴广州等地参展8次。", "8次", "exhibitions", "level"),
        ("2031年镇里设立维权中心分站5个。", "5个", "service_centres_branch", "level"),
        ("获得铜艺大师称号的奖5万元。", "5万元", "special_funds", "threshold"),
    ],
)
def test_words_of_other_authors_name_a_figure(text, printed, indicator, kind, read):
    row = read(text)[printed]
    assert (row["indicator"].split(":")[0], row["kind"]) == (indicator, kind)


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "kind"),
    [
        ("2031年末,全镇有铜艺人4200人。", "4200人", "employment", "level"),
        ("采收季,2300名外地采摘工来到这里。", "2300名", "employment", "level"),
        ("以前一条线要20个人,现在6个就够了。", "6个", "employment", "level"),
        ("为赶订单,厂里临时加了22名工人。", "22名", "employment", "change"),
        ("2031年,学校招收学徒150人。", "150人", "trained_people", "level"),
        ("2031年,从业人员3万人,相当于全镇人口的六成。", "六成", "new", "share"),
        ("2031年,铜器产值9亿元,占农业总产值的62%。", "62%", "output_share", "share"),
        ("去年营收390万元,其中七成以上来自网上。", "七成以上", "new", "share"),
        ("去年营收390万元,其中七成以上来自老客户。", "七成以上", "new", "share"),
        ("镇上有铜坊74家。", "74家", "enterprises", "level"),
        ("全镇有家庭作坊230家。", "230家", "merchants", "level"),
        ("全镇有家庭作坊230户。", "230户", "merchants", "level"),
        ("全镇有机认证企业13家。", "13家", "new", "level"),
        ("全镇铜器企业13家。", "13家", "enterprises", "level"),
        ("42户企业中,产值下降的有11户。", "11户", "new", "level"),
        ("县里成立联盟,28家企业约定不打价格战。", "28家", "new", "level"),
        ("主播们42天带货3700万元。", "3700万元", "online_sales", "level"),
        ("农商行发放铜器贷186笔、3400万元。", "3400万元", "loans", "level"),
        ("一家厂去年花4500万元换了新线。", "4500万元", "project_size", "level"),
        ("作坊主老周说,去年卖铜壶收入42万元。", "42万元", "enterprise_revenue", "level"),
        ("作坊里的师傅,去年收入4.2万元。", "4.2万元", "incomes", "level"),
        ("铜壶的客单价提高了130元。", "130元", "new", "change"),
        ("农户老周承包了86亩地。", "86亩", "planting_area", "level"),
        ("全镇现有冬枣7.6万亩。", "7.6万亩", "planting_area", "level"),
        ("现有厂区用地300亩。", "300亩", "new", "level"),
        ("铜坊去年接待研学团队7200人次。", "7200人次", "visitors", "level"),
        ("夫妻俩干了两个半月,挣了3.8万元。", "3.8万元", "incomes", "level"),
        ("镇里为此先后投入7.6亿元。", "7.6亿元", "invested", "level"),
    ],
)
def test_words_of_tellers_name_a_figure(text, printed, indicator, kind, read):
    row = read(text)[printed]
    assert (row["indicator"].split(":")[0], row["kind"]) == (indicator, kind)
