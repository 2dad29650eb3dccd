from townbook.sources.noise import DATELINE, OTHERS, PEOPLE, split_lines, tell_lines
from townbook.sources.titles import find_title

PROSE = "2031年上半年，全市10个市级专业镇实现产值102.55亿元，增长8.7%，带动就业3.5万人。"


def kinds_of(*lines):
    return [line.kind for line in tell_lines(split_lines("\n".join(lines)))]


def read(*lines):
    return [line.words for line in tell_lines(split_lines("\n".join(lines))) if not line.kind]


def test_lines_are_those_that_hold_anything():
    lines = split_lines("  望海  \n\n \t\n市")
    assert [(line.start, line.end, line.words) for line in lines] == [(2, 4, "望海"), (11, 12, "市")]


def test_headlines_below_a_heading_of_links_are_left_out_until_the_article_goes_on():
    article = ("标题写在这里", PROSE, "推荐阅读", "· 东湾镇产值突破9亿元", "西岭新增企业12家", PROSE)
    assert read(*article) == ["标题写在这里", PROSE, PROSE]


def test_headlines_after_the_end_are_left_out():
    links = ["- 海南离岛免税货值超170亿元", "- 90分钟旋转90度 8桥同步转体", "专家：重视心理健康,加强早期干预"]
    assert read(PROSE, "责任编辑：某某", *links) == [PROSE]
    assert read(PROSE, *links) == [PROSE, *links]


def test_a_background_below_a_heading_of_links_is_read():
    assert read(PROSE, "相关链接", f"专业镇是集群经济的一种形式。{PROSE}") == [
        PROSE,
        f"专业镇是集群经济的一种形式。{PROSE}",
    ]


def test_an_annex_after_the_last_paragraph_is_read():
    annex = ["附件2", "首批市级专业镇", "1.东湾皮革专业镇(东湾区)", "2.西岭核桃专业镇(西岭县)"]
    assert read(PROSE, *annex, "扫一扫在手机打开当前页") == [PROSE, *annex]


def test_an_article_in_short_lines_has_no_end_before_its_last():
    lines = [
        "编辑：阿某",
        "今年1—11月,",
        "产值 61.3亿元,",
        "👇点个在看",
        "增长 9.6%;",
        "林农得啥?",
        "户均 3.8万元。",
    ]
    assert read(*lines) == [line for line in lines if line not in ("编辑：阿某", "👇点个在看")]


def test_people_and_days_are_told():
    people = ["组  长:陈某  市长", "成  员:王某  市工信局局长"]
    assert kinds_of("望海市专业镇实施方案", PROSE, "2031年3月31日", *people) == [
        "",
        "",
        DATELINE,
        PEOPLE,
        PEOPLE,
    ]
    assert kinds_of(PROSE, "相关链接", "[1] 名单公示(2031-11-20)")[2] == OTHERS


def test_the_title_is_the_first_heading_of_some_length():
    def title(*lines):
        return find_title(tell_lines(split_lines("\n".join(lines))))

    assert (
        title("首页 | 新闻 | 视频", "望海日报", "东湾皮革：小镇里的大产业", PROSE)
        == "东湾皮革：小镇里的大产业"
    )
    assert title("老手艺烧出新火候", "——东湾砂器专业镇走笔", PROSE) == "老手艺烧出新火候——东湾砂器专业镇走笔"
    letter = ("各县、区人民政府：", PROSE, "望海市人民政府办公室", "2031年3月31日", "(此件公开发布)")
    assert title(*letter, "望海市专业镇实施方案", PROSE) == "望海市专业镇实施方案"
    assert title("(2031年1月16日)", "[导读] 一句话", PROSE) == "[导读] 一句话"
    assert title() == ""


def test_a_page_that_was_put_on_one_line_is_parted():
    page = (
        f"首页 > 新闻 > 正文 东湾皮革：小镇里的大产业 2031-08-06 09:27 来源：望海网 {PROSE}{PROSE} "
        f"下一步，{PROSE}{PROSE} 责任编辑：某某 "
        "相关链接 · 西岭镇新增企业12家 · 南港产值突破9亿元 望海网版权所有 望ICP备12号"
    )
    assert read(page) == [
        "首页 > 新闻 > 正文 东湾皮革：小镇里的大产业",
        f"来源：望海网 {PROSE}{PROSE}",
        f"下一步，{PROSE}{PROSE}",
    ]
