"""Rules and goals: what words announce, and how long it holds."""

import pytest

PLAN = "黄石市产业集群培育方案"


def kinds(rows):
    return {printed: row["kind"] for printed, row in rows.items()}


def test_rules_that_a_heading_announces_hold_for_its_parts(read):
    text = (
        "三、认定条件\n\n(一)市级专业镇。\n\n1.产值：制造业不低于8亿元，特色轻工不低于4亿元，"
        "老区可放宽至2亿元。\n\n2.规上企业3家以上，跨县数不超过2个。\n\n四、发展基础\n\n"
        "2031年，全市专业镇产值90亿元。"
    )
    rows = read(text, title=PLAN)
    assert {p for p, row in rows.items() if row["kind"] == "threshold"} == set(rows) - {"90亿元"}
    assert rows["不低于8亿元"]["indicator"] == "output_manufacturing"
    assert rows["不低于4亿元"]["indicator"] == "output_light_industry_agriculture"
    assert rows["2亿元"]["indicator"] == "output_relaxed"
    assert (rows["不超过2个"]["indicator"], rows["不超过2个"]["unit"]) == ("counties_per_town", "counties")


def test_an_answer_about_a_threshold_states_rules_and_the_next_one_does_not(read):
    rows = read(
        "问：申报专业镇的门槛高不高？\n\n答：主导产业年产值要到10亿元以上。规上企业不少于8家。\n\n"
        "问：效益如何？\n\n答：2031年产值超过90亿元。"
    )
    assert kinds(rows) == {"10亿元以上": "threshold", "不少于8家": "threshold", "超过90亿元": "level"}


def test_an_answer_may_count_its_points_before_it_states_rules(read):
    rows = read("问：专业镇的评选标准有哪些？\n\n答：主要看4项。规上企业5家以上，吸纳就业500人以上。")
    assert (rows["5家以上"]["kind"], rows["500人以上"]["kind"]) == ("threshold", "threshold")


def test_rules_within_a_text_end_with_what_is_no_rule(read):
    rows = read(
        "全省的指导标准是年产值3亿元以上、规上企业不少于2家。2031年全市产值90亿元。带动就业2万人以上。"
    )
    assert kinds(rows) == {
        "3亿元以上": "threshold",
        "不少于2家": "threshold",
        "90亿元": "level",
        "2万人以上": "level",
    }
    assert (rows["3亿元以上"]["indicator"], rows["不少于2家"]["indicator"]) == (
        "output",
        "above_scale_enterprises",
    )


def test_who_has_crossed_a_threshold_states_no_rule(read):
    assert kinds(read("2031年，企业跨过门槛，营收突破2亿元。"))["突破2亿元"] != "threshold"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2031年，县财政补贴500万元。", "500万元"),
        ("2031年，银行贷款300万元。", "300万元"),
        ("2031年，企业不少于20户。", "不少于20户"),
        ("2031年，应用新机的企业不少于20户。", "不少于20户"),
    ],
)
def test_what_was_given_or_reached_is_no_rule(text, printed, read):
    assert read(text)[printed]["kind"] == "level"


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("预计2031年全县产值9亿元。", "9亿元", "level"),
        ("预计2032年全县产值9亿元。", "9亿元", "forecast"),
        ("协会估计，今年产值能到9亿元。", "9亿元", "forecast"),
        ("二期项目建成后可年产铜管3万吨。", "3万吨", "level"),
        ("二期项目明年底建成后可年产铜管3万吨。", "3万吨", "target"),
        ("力争二期项目建成后年产铜管3万吨。", "3万吨", "target"),
        ("协会统计，今年产值能到9亿元。", "9亿元", "level"),
        ("下一步，集群要再引进配套企业10家。", "10家", "target"),
        ("2031年，目标是产值9亿元，今年这个比重预计会到55%左右。", "55%左右", "forecast"),
        ("他们给出了今年的盘算：铜器销售额保140亿元。", "140亿元", "target"),
        ("他们算了今年的账：铜器销售额140亿元。", "140亿元", "level"),
        ("到2035年，产值9亿元；市财政每年安排专项资金5000万元。", "5000万元", "level"),
        ("2033—2035年，市财政每年安排专项资金5000万元。", "5000万元", "target"),
    ],
)
def test_what_is_over_or_set_aside_is_no_goal(text, printed, kind, read):
    assert read(text)[printed]["kind"] == kind


def test_a_time_that_counts_from_now_ends_with_the_plan(read):
    text = "三年内培训人才5000人次。"
    assert read(text, title="黄石市产业集群培育方案(2032—2034年)")["5000人次"]["period"] == "2034"
    assert read(text, title=PLAN)["5000人次"]["period"] == "2035"


def test_what_is_there_now_is_no_goal_in_whatever_section(read):
    rows = read("三、重点任务\n\n抓项目，目前已入库项目35个。2033年，力争入库项目45个。", title=PLAN)
    assert kinds(rows) == {"35个": "level", "45个": "target"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [("关于公布2032年度市级专业镇名单的通知", "level"), ("2032年度市级专业镇培育工作通知", "target")],
)
def test_a_notice_of_what_was_found_sets_no_goals(title, kind, read):
    assert read("2032年度，全市专业镇集聚企业35家。", title=title)["35家"]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("今年新建大棚的，每亩由县财政补助3000元。", "3000元"),
        ("保险每亩保费96元。", "96元"),
        ("银行推出“窑火贷”，单户最高可贷300万元。", "300万元"),
        ("年产值超过1亿元的企业，奖励50万元。", "50万元"),
        ("保险由财政补贴八成。", "八成"),
        ("企业与农户约定，保底价不低于2元。", "不低于2元"),
        ("计划应明确产值年均增长不低于10%。", "不低于10%"),
        ("对连片50亩以上的每亩给予800元。", "50亩以上"),
        ("企业不少于30家、产值不低于5亿元的，可申报市级专业镇。", "不少于30家"),
        ("入选的产值应在3亿元以上，企业不少于20户。", "不少于20户"),
        ("对首次升规的企业每家奖励10万元。", "10万元"),
        ("验收标准要求小镇累计投资不低于30亿元。", "不低于30亿元"),
        ("凡企业购置设备的，按12%给予补助。", "12%"),
        ("凡企业购置设备的，给予补助，单家不超过200万元。", "不超过200万元"),
    ],
)
def test_what_is_granted_to_whoever_fulfils_a_condition_is_a_rule(text, printed, read):
    assert read(text)[printed]["kind"] == "threshold"


def test_goals_that_a_sentence_announces_hold_to_its_full_stop(read):
    rows = read("主要预期目标是：产值增长8%；新增规上企业25家；研发经费投入增长18%。2031年税收2亿元。")
    assert kinds(rows) == {"8%": "target", "25家": "target", "18%": "target", "2亿元": "level"}


def test_goals_that_a_line_announces_hold_for_the_lines_below_it(read):
    rows = read("2033年的小目标：\n产值75亿元以上，\n新增规上企业6家\n\n去年税收2亿元。")
    assert kinds(rows) == {"75亿元以上": "target", "6家": "target", "2亿元": "level"}


def test_what_stands_in_a_chapter_that_looks_ahead_is_a_target(read):
    text = "二、2032年重点工作\n\n(三)壮大集群。\n\n——抓项目。新建标准厂房22万平方米，产值达到60亿元。"
    assert set(kinds(read(text)).values()) == {"target"}


def test_a_list_of_what_is_planned_goes_on(read):
    rows = read("今年，黄石计划新增规上企业3家，整治企业300家以上，产值增长7.5%，目前已有规上企业90家。")
    assert kinds(rows) == {"3家": "target", "300家以上": "target", "7.5%": "target", "90家": "level"}


def test_where_a_planned_change_begins_is_no_target(read):
    rows = read("到2035年，力争公共服务平台从去年底的38个增加到55个。")
    assert kinds(rows) == {"38个": "level", "55个": "target"}


def test_a_count_behind_another_sentence_of_changes_is_a_level(read):
    rows = read("2031年，规上企业净增15家；省级专精特新企业68家，高新技术企业80家。")
    assert kinds(rows) == {"15家": "change", "68家": "level", "80家": "level"}


def test_a_plan_sets_money_aside_asks_others_for_some_and_says_what_strikes_off(read):
    text = "市财政统筹安排专项资金5000万元，鼓励银行新增授信20亿元。连续两年规上企业不足10家的，予以摘牌。"
    assert kinds(read(text, title=PLAN)) == {
        "5000万元": "level",
        "20亿元": "target",
        "不足10家": "threshold",
    }


@pytest.mark.parametrize("verb", ["再引进", "新建设", "组织"])
def test_what_will_be_done_is_a_target(verb, read):
    assert kinds(read(f"今年，全镇将{verb}配套企业10家。")) == {"10家": "target"}


def test_sales_above_a_limit_are_of_enterprises(read):
    rows = read("2031年，年销售收入超10亿元企业5家。")
    assert rows["超10亿元"]["indicator"] == "enterprise_revenue"
    assert rows["5家"]["indicator"] == "enterprises_over_revenue_threshold"


@pytest.mark.parametrize(
    ("title", "kind"),
    [("黄石市铜器专业镇2032年工作要点", "target"), ("黄石市铜器专业镇2032年工作动态", "level")],
)
def test_the_points_of_a_year_are_its_plan(title, kind, read):
    assert (
        read("2032年，组织企业参加展会20场以上。", title=title, published="2032-04")["20场以上"]["kind"]
        == kind
    )


@pytest.mark.parametrize(("printed", "kind"), [("12%以上", "target"), ("12.4%", "growth")])
def test_what_a_year_that_has_just_begun_will_reach_at_least_is_a_target(printed, kind, read):
    assert read(f"2032年，集群营业收入增长{printed}。", published="2032-01")[printed]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("今年,要加快铜器专业镇扩容。实施重点项目15个,培训工匠900人次。", "15个", "target"),
        ("今年,要加快铜器专业镇扩容。实施重点项目15个,培训工匠900人次。", "900人次", "target"),
        ("下一步,我们主要抓三件事:一是引才,引进设计师50名;二是办展会12场。", "12场", "target"),
        ("各位代表,今年我们将做强铜业。重点抓好铜管等22个项目。", "22个", "target"),
        # another sentence that says what there is, and what was before the outlook
        ("今年,要加快铜器专业镇扩容。专业镇有规上企业15家。", "15家", "level"),
        ("去年镇上种植山楂7万亩,今年要往9万亩走。", "7万亩", "level"),
    ],
)
def test_what_is_to_be_done_is_told_on_verb_by_verb(text, printed, kind, read):
    assert read(text)[printed]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        # what is granted to each, and money that was paid
        ("县里给种植户每亩补80元。", "80元", "threshold"),
        ("2031年,县里还给养牛户每头补助300元。", "300元", "threshold"),
        ("检测费由财政补贴,单家企业每年不超过20万元。", "不超过20万元", "threshold"),
        ("2031年,县里安排贴息资金2000万元。", "2000万元", "level"),
        ("2031年,全县铜器企业不超过20家。", "不超过20家", "level"),
        # what is there once it is built, what was shut, and what is more than at another time
        ("煎配中心建成后每天可煎药3万剂。", "3万剂", "level"),
        ("2031年,镇里淘汰旧窑炉58座。", "58座", "level"),
        ("博览会参展企业412家,比上届多57家。", "57家", "change"),
        # where a share is to rise in the part that looks ahead
        ("二、2032年工作安排\n\n研发经费占比达到3.6%。", "3.6%", "target"),
        ("二、2031年工作回顾\n\n研发经费占比达到3.6%。", "3.6%", "share"),
    ],
)
def test_what_is_fixed_for_each_and_what_is_set_are_told_from_what_is(text, printed, kind, read):
    assert read(text)[printed]["kind"] == kind


def test_what_a_meeting_sets_as_hard_figures_is_a_target(read):
    rows = read("年初，会议给全市专业镇定下硬指标：全年产值突破90亿元。")
    assert rows["突破90亿元"]["kind"] == "target"
