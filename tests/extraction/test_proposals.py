"""What whole texts propose: what, whom, when and how, and what one figure inherits from another."""

import labelled
import pytest

HUANGSHI = "420200"


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "kind"),
    [
        ("2031年，全市产值30亿元。", "30亿元", "output", "level"),
        ("2031年，共有企业120家。", "120家", "enterprises", "level"),
        ("2031年，培育出4家规上企业。", "4家", "above_scale_enterprises", "level"),
        ("2031年，带动就业2万人。", "2万人", "employment", "level"),
        ("2031年，税收1.2亿元。", "1.2亿元", "tax", "level"),
        ("2031年，新增企业12家。", "12家", "enterprises", "change"),
        ("2031年，产值增加30亿元。", "30亿元", "output", "change"),
        ("2031年，产值增至30亿元。", "30亿元", "output", "level"),
        ("2031年，出口额同比下降12.5%。", "下降12.5%", "exports", "growth"),
        ("2031年，产值翻番。", "翻番", "output", "growth"),
        ("2031年，铜器占全国市场份额的35%。", "35%", "market_share", "share"),
        ("预计2033年产值达到50亿元。", "50亿元", "output", "forecast"),
        ("力争到2035年，企业达到200家。", "200家", "enterprises", "target"),
        ("2031年，年产5万吨铜材项目开工。", "5万吨", "project_capacity_mass", "level"),
        ("2031年，组织36家企业参加灯具博览会。", "36家", "expo_enterprises", "level"),
    ],
)
def test_a_figure_is_of_its_noun_and_kind(text, printed, indicator, kind, read):
    row = read(text)[printed]
    assert (row["indicator"], row["kind"]) == (indicator, kind)


def test_an_indicator_that_the_codelist_has_not_is_proposed_as_new(read):
    assert read("2031年，全市有15个量子驿站。")["15个"]["indicator"] == "new:量子驿站"


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("2031年产值12亿元。", "12亿元", "2031"),
        ("2031年1—9月，产值12亿元。", "12亿元", "2031-01/2031-09"),
        ("截至2031年6月底，全市共有企业120家。", "120家", "2031-06"),
        ("目前，全市共有企业120家。", "120家", "2032-02"),
        ("去年产值12亿元。", "12亿元", "2031"),
        ("今年一季度，产值3亿元。", "3亿元", "2032-Q1"),
        ("到2035年，产值力争达到80亿元。", "80亿元", "2035"),
        ("“十六五”末，产值达到200亿元。", "200亿元", "2035"),
        ("2031年产值30亿元，比2028年增加10亿元。", "10亿元", "2031"),
        ("今年一季度，产值3亿元，去年同期为2亿元。", "2亿元", "2031-Q1"),
        ("2031年，投资3亿元。就业2万人。", "2万人", "2031-12"),
    ],
)
def test_a_figure_has_the_time_that_governs_it(text, printed, period, read):
    assert read(text)[printed]["period"] == period


def test_a_state_without_a_time_is_one_at_publication_and_says_so(read):
    row = read("全市共有企业120家。")["120家"]
    assert (row["period"], "period not printed: state at publication" in row["note"]) == ("2032-02", True)


def test_time_and_subject_are_inherited_across_sentences(read):
    row = read("2031年，省级产业集群产值30亿元。其中，带动就业2万人。")["2万人"]
    assert (row["tier"], row["period"]) == ("provincial", "2031-12")
    assert "area=inherited" in row["basis"]
    assert "period=inherited" in row["basis"]


def test_nothing_is_inherited_by_a_new_paragraph(read):
    row = read(
        "2031年，省级产业集群产值30亿元，发展势头良好。\n\n各地加大投入力度，实现税收2亿元，成效明显。"
    )["2亿元"]
    assert (row["tier"], row["period"]) == ("", "")


def test_growth_is_of_the_level_before_it(read):
    rows = read("2031年，全市产值30亿元，同比增长8%；税收1.2亿元，下降3%。")
    growth = {printed: (rows[printed]["indicator"], rows[printed]["period"]) for printed in ("8%", "下降3%")}
    assert growth == {"8%": ("output", "2031"), "下降3%": ("tax", "2031")}
    assert rows["下降3%"]["value"] == "-0.03"


def test_growth_is_handed_out_to_levels_in_their_order(read):
    rows = read("2031年，全市产值30亿元、税收2亿元，分别增长8%、6%。")
    assert [rows[printed]["indicator"] for printed in ("8%", "6%")] == ["output", "tax"]


def test_levels_are_handed_out_to_towns_in_their_order(read):
    rows = read("大冶铜器产业集群、阳新苎麻产业集群2031年产值分别为12亿元、8亿元。")
    assert [rows[printed]["town"] for printed in ("12亿元", "8亿元")] == ["daye-tongqi", "yangxin-zhuma"]
    assert {row["indicator"] for row in rows.values()} == {"output"}


def test_a_target_in_brackets_is_held_against_the_growth_before_it(read):
    rows = read("2031年，全市产值12亿元，同比增长9%，超市定(7%)2个百分点。")
    assert (rows["7%"]["kind"], rows["7%"]["indicator"], rows["7%"]["period"]) == ("target", "output", "")
    assert rows["2个百分点"]["indicator"] == "margin_over_target"


def test_a_number_of_projects_and_the_limit_on_them_are_two_facts(read):
    rows = read("2031年，全市投产28个亿元以上重点项目。")
    assert (rows["28个"]["indicator"], rows["28个"]["kind"]) == ("projects", "level")
    limit = rows["亿元以上"]
    assert (limit["indicator"], limit["kind"], limit["qualifier"]) == (
        "project_size",
        "threshold",
        "at_least",
    )


def test_enterprises_above_a_limit_are_counted_as_such(read):
    rows = read("2031年，产值超亿元的企业3家，其中超十亿元的1家。")
    assert {rows[printed]["indicator"] for printed in ("3家", "1家")} == {
        "enterprises_over_revenue_threshold"
    }
    assert rows["超亿元"]["indicator"] == "enterprise_revenue"


def test_one_noun_is_counted_twice(read):
    rows = read("2031年，种植户达到1.2万户、2.3万人。")
    assert rows["1.2万户"]["unit"] == "households"
    assert rows["2.3万人"]["unit"] == "persons"
    assert "indicator=inherited" in rows["2.3万人"]["basis"]


def test_towns_are_counted_by_tier(read):
    rows = read("2031年，全市共有省级产业集群3个、市级产业集群12个。")
    assert [rows[printed]["tier"] for printed in ("3个", "12个")] == ["provincial", "municipal"]


def test_the_figure_of_a_single_enterprise_is_of_no_town(read):
    row = read("某铜器公司2031年营业收入3亿元。")["3亿元"]
    assert (row["indicator"], row["town"], row["area"]) == ("enterprise_revenue", "", HUANGSHI)


def test_rules_of_certification_are_thresholds_of_the_tier_that_is_certified(read):
    text = "申报市级产业集群应具备以下条件：\n（一）年产值不低于5亿元；\n（二）企业不少于20家。"
    rows = read(text, title="黄石市产业集群认定管理办法")
    assert {(row["kind"], row["tier"], row["qualifier"]) for row in rows.values()} == {
        ("threshold", "municipal", "at_least")
    }


def test_what_a_report_plans_under_a_heading_is_a_target(read):
    text = "二、下一步工作安排\n产值增长8%，新增企业40家。"
    rows = read(text, title="黄石市2031年政府工作报告")
    assert {row["kind"] for row in rows.values()} == {"target"}


def test_money_planned_and_money_spent_are_told_apart(read):
    rows = read("计划投资6亿元，已完成2亿元。")
    assert (rows["6亿元"]["indicator"], rows["6亿元"]["kind"]) == ("annual_investment", "target")
    assert rows["2亿元"]["indicator"] == "invested"


def test_a_figure_that_is_repeated_is_proposed_once(extract):
    rows = extract("2031年，全市实现产值30亿元。\n\n2031年，全市产值30亿元，发展良好。").observations
    assert [row["printed"] for row in rows] == ["30亿元"]


def test_of_a_figure_in_the_title_and_the_text_the_text_is_kept(extract):
    found = extract("2031年，全市产值30亿元。", title="2031年黄石市产值30亿元")
    assert [row["line"] for row in found.observations] == ["3"]


def test_new_towns_are_proposed_and_never_merged(extract):
    towns = extract("大冶铜器产业集群产值12亿元。大冶铜产业集群产值3亿元。").towns
    assert [(row["zh"], row["area"], row["county"]) for row in towns] == [
        ("大冶铜器", HUANGSHI, "420281"),
        ("大冶铜", HUANGSHI, "420281"),
    ]
    assert len({row["town"] for row in towns}) == len(towns)


def test_a_town_of_the_roster_is_not_proposed_again(extract):
    known = labelled.open_lexicon(roster=True)
    town = known.towns[0]
    found = extract(f"{town.name}专业镇2031年产值12亿元。", title="山西省专业镇", lexicon=known)
    assert town.name not in {row["zh"] for row in found.towns}
    assert found.observations[0]["town"] == town.id


@pytest.mark.parametrize(
    "person",
    ["负责人李明华说", "“去年收入翻番，”王建国告诉记者", "省委书记张伟民强调", "（记者 陈丽 通讯员 刘洋）"],
)
def test_no_name_of_a_person_is_proposed(person, extract):
    found = extract(f"{person}，2031年大冶铜器产业集群产值12亿元。")
    cells = " ".join(cell for row in (*found.observations, *found.towns) for cell in row.values())
    for name in ("李明华", "王建国", "张伟民", "陈丽", "刘洋"):
        assert name not in cells


def test_every_proposal_says_how_it_is_known_and_how_sure_it_is(extract):
    for row in extract("2031年，全市产值30亿元，增长8%，建成量子驿站15个。").observations:
        assert 0 <= float(row["confidence"]) <= 1
        hows = [pair.partition("=")[2] for pair in row["basis"].split("; ")]
        assert set(hows) <= {"stated", "inherited", "inferred"}


def test_the_date_of_publication_is_inferred_where_nothing_prints_it_and_this_is_said(extract):
    found = extract("2031年，全市产值30亿元。今年发展更快，1月，产值3亿元。", published=None)
    assert (found.source["published"], found.source["published_basis"]) == ("2032-01", "inferred")
    assert any("inferred" in remark for remark in found.remarks)
