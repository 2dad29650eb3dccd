import pytest

from townbook.sources import kinds
from townbook.sources.kinds import kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("首页 | 要闻 | 县域 | 产业 | 招商", kinds.MENU),
        ("登录 | 注册 | 手机版 | 无障碍 | 今日天气 -3℃~8℃", kinds.MENU),
        ("还没有帐号?注册", kinds.MENU),
        ("望海在线账号登录", kinds.MENU),
        ("• 微信", kinds.MENU),
        ("星期三", kinds.MENU),
        ("热门搜索：专业镇 2031高考 天气预报15天", kinds.MENU),
        ("您当前的位置：首页 > 产业", kinds.CRUMB),
        ("望海新闻网 > 东湾频道 > 时政要闻", kinds.CRUMB),
        ("望海日报版权所有  望ICP备12345678号-1", kinds.LICENCE),
        ("信息网络传播视听节目许可证:0401234", kinds.LICENCE),
        ("版权声明：凡注明“来源：望海网”的作品，未经授权不得转载。违者将追究法律责任。", kinds.LICENCE),
        ("本网转载稿件均注明出处，如涉及版权、侵权等问题，请与本网联系删除。", kinds.LICENCE),
        ("新闻热线 0123-8230000", kinds.CONTACT),
        ("投稿邮箱：news @ wanghai.cn", kinds.CONTACT),
        ("（编辑部电话 010-6000 0000　定价：28.00元）", kinds.CONTACT),
        ("责任编辑：小满", kinds.CREDIT),
        ("[编辑:小满]", kinds.CREDIT),
        ("(记者 高禾 通讯员 杜小满)", kinds.CREDIT),
        ("文/图 高禾", kinds.CREDIT),
        ("主持人：市政府新闻办 陆闻", kinds.CREDIT),
        ("原标题：【特色谋发展】望海：12个镇初露峥嵘", kinds.CREDIT),
        ("浏览次数：1325", kinds.COUNTER),
        ("8人已围观", kinds.COUNTER),
        ("阅读 1.2万 赞 186 在看 97", kinds.COUNTER),
        ("分享到：", kinds.SHARING),
        ("扫一扫在手机打开当前页", kinds.SHARING),
        ("【字体：大】", kinds.SHARING),
        ("👇点个在看，好运连连", kinds.SHARING),
        ("点击上方蓝字，关注“望海小满”", kinds.SHARING),
        ("相关链接", kinds.LINKS),
        ("[相关链接] 望海天气回顾 | 公交新增15条线路 | 菜价每斤3元", kinds.OTHERS),
        ("往期推荐：三分钟看懂大会|这10家花店值得打卡", kinds.OTHERS),
        ("■ 热门文章 ■", kinds.LINKS),
        ("大家都在看", kinds.LINKS),
        ("上一篇：东湾：12个村集体经济超百万元", kinds.LINKS),
        ("上一篇 下一篇", kinds.LINKS),
        ("ตรวจอาคารถล่ม อัยการสั่งฟ้อง 23 ราย", kinds.FOREIGN),
        ("Review: it is time for everybody to leave", kinds.FOREIGN),
        ("— 3 —", kinds.PAGE),
        ("第3页/共12页", kinds.PAGE),
        ("…………", kinds.PAGE),
    ],
)
def test_what_stands_around_articles_is_told(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "一、总体要求",
        "10.东湾皮革专业镇(东湾区)",
        "●产值：426.8亿元，同比增长5.4%",
        "涉及 13个 乡镇,",
        "产值 | 12.5亿元 | 8.7%",
        "东湾皮革\t12.5亿元\t8.7%",
        "农业 旅游 文化 三大产业产值12亿元",
        "12.5",
        "吸引游客63万人次参与,",
        "直播点赞 120万次,",
        "年产手机 120000部,",
        "打印机耗材产业集群",
        "关掉11家,",
        "产业“朋友圈”越来越大",
        "新发放食品生产许可证23张",
        "产值>10亿元的镇",
        "记者：请问东湾皮革转型情况如何？",
        "韩某：前三季度，全市26个特色产业集群完成产值3,482亿元，增长9.3%。",
        "策划生成项目33个",
        "LED",
        "2031年",
        "热线12345办结率98%",
        "全市打击侵权假冒，版权登记12件，作品授权增长8%，本市转载量居前。",
        "上篇成就",
    ],
)
def test_what_may_be_read_is_left(line):
    assert kind_of(line) == ""


@pytest.mark.parametrize(
    "bomb",
    [
        "首页|" * 20_000,
        ">" * 100_000,
        "记者" * 79,
        "a." * 79,
        " " * 150 + "x",
        "电话0355" + "1" * 150,
        "版权" * 90_000,
    ],
)
def test_long_lines_end(bomb):
    kind_of(bomb)
