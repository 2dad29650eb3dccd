"""Messages for a telephone: a noun on one line, its figure on the next; published in February 2032."""


def test_a_figure_alone_on_a_line_is_of_the_noun_above_it(read):
    rows = read("▌01 有多大\n去年\n鞋服集群总产值\n31.6亿元\n同比增长\n22.5%\n规上企业\n19家")
    assert rows["31.6亿元"]["indicator"] == "output"
    assert rows["31.6亿元"]["period"] == "2031"
    assert (rows["22.5%"]["indicator"], rows["22.5%"]["kind"]) == ("output", "growth")
    assert rows["19家"]["indicator"] == "above_scale_enterprises"


def test_a_figure_with_a_noun_behind_it_needs_none_from_above(read):
    assert read("鞋服集群税收\n45家企业加入了协会。")["45家"]["indicator"] == "enterprises"


def test_a_line_that_is_closed_gives_nothing_to_the_next(read):
    assert read("鞋服集群税收多少?\n12家,都在城东。")["12家"]["indicator"] != "tax"


def test_a_heading_with_a_year_dates_the_lines_below(read):
    rows = read("▌02 去年\n鞋服集群产值\n31亿元\n\n▌03 今年怎么干?\n目标已经定好——\n鞋服集群产值\n38亿元")
    assert (rows["31亿元"]["period"], rows["31亿元"]["kind"]) == ("2031", "level")
    assert (rows["38亿元"]["period"], rows["38亿元"]["kind"]) == ("2032", "target")
