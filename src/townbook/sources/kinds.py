"""What a line of a web page is, where its form alone tells: a menu, a licence, a credit, a heading of links.

Only the general vocabulary of Chinese pages is known here. Prose with a full stop is never any of these but
for a licence.
"""

from __future__ import annotations

import re

MENU, CRUMB, LICENCE, CONTACT, CREDIT = "a menu", "a breadcrumb", "a licence line", "a contact", "a credit"
COUNTER, SHARING, LINKS, FOREIGN, PAGE = (
    "counters",
    "sharing",
    "links",
    "foreign script",
    "page numbers and rules",
)
ENDS_ARTICLE = frozenset({LICENCE, CREDIT, SHARING, LINKS, COUNTER})

_LONGEST = 160
_FEW = 40
_STOP = re.compile("[。；？?]")
FIGURE = re.compile(
    r"\d[\d,.]*\s*(?:[万亿]|元|%|个|家|户|吨|亩|人|项|件|倍)|[一二三四五六七八九十百]+[家户个项亿万]"
)
_LICENCE = re.compile(
    r"ICP备|ICP证|网安备|版权所有|All Rights Reserved|Copyright|©|备案(?:序)?号|许可证(?:编?号)?[:：]"
    r"|许可注册|经营许可[^，。]{0,4}[:：]|举报(?:电话|邮箱|专区)|不良信息|网站标识码|建议使用.{0,16}浏览|法律顾问[:：]",
    re.I,
)
_NOTICE = re.compile(
    r"[【\[(（※*]?\s*(?:版权|免责|郑重|特别|重要|转载|本[站网])?(?:声明|提示|说明)\s*[】\])）]?\s*[:：]"
)
_RIGHTS = re.compile("版权|转载|摘编|注明|侵权|删除|法律责任|授权|著作权|本[站网]|免责|出处|稿件|作品")
_RIGHT = re.compile("版权|转载|法律责任|著作权")
_CONTACT = re.compile(
    r"(?:电话|热线|传真|邮编|手机|QQ群?|微信号?|Tel|Fax)\s*[:：]?\s*[+(（]?\d[\d\s\-—()（）转/、]{4,}"
    r"|(?:地址|网址|邮箱|E-?mail)\s*[:：]|[\w.]+ ?@ ?\w+\.\w+|https?://|www\.",
    re.I,
)
_CREDIT = re.compile(
    r"[【\[(（●▌◎/\s]*(?:责任|执行|本期|本版|值班|美术|视觉|微信|网络|新媒体|图文|文字|见习|实习|特约|本报|首席|融媒体?)*"
    r"(?:编辑|责编|编审|编校|校对|审核|初审|复审|终审|一审|二审|三审|[一二三]校|监制|总监制|签发|记者|通讯员|作者|撰文|撰稿"
    r"|文/|图/|摄影|供图|供稿|图片|图源|出品|统筹|策划|制作|编排"
    r"|主编|主播|主持人|发布人|发布机构|录入|投稿|文案|编/|审/|校/"
    r"|原标题|原题|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|技术支持|信息来源|稿源|供稿单位|关键词|标签)"
    r"\s*(?:[:：丨|/／]|[ \t]{1,4}\S)"
)
_BYLINE = re.compile(
    r"[(（](?:本报|本刊|本网|实习|见习|新华社|通讯员)*(?:记者|通讯员|作者|文/|图/|来源)[^。)）]{0,40}[)）]?"
)
_COUNTER = re.compile(
    r"(?:浏览|阅读|点击|访问|播放|评论|点赞|收藏|转发|在看|人气|热度|赞|阅)(?:次数|量|数|人数)?\s*[:：(（]?\s*\d[\d,.]*\s*[万w]?\s*[次人]?"
    r"|\d[\d,.]*\s*[万w]?\s*[人次]+(?:已)?(?:围观|浏览|阅读|点赞|评论|参与|收藏)|很赞哦?",
    re.I,
)
_SHARING = re.compile(
    r"^\W*(?:分享(?:到|至|给|让|按钮)?|扫一扫|扫码|扫描|长按|打印|关闭|字号|字体|返回|收藏|关注我们|点击(?:上方|下方|蓝字|关注)"
    r"|点个|喜欢(?:此|本)文|阅读原文|下载|用微信|微信扫|二维码|朋友圈|复制链接|回到顶部"
    r"|更多精彩|欢迎关注|转载请|THE END|END$)"
    r"|(?:二维码|朋友圈|在手机(?:上)?打开|点个?[“\"]?在看|点个?[“\"]?赞|关注[“\"「])|【?字(?:体|号)[:： ]",
    re.I,
)
_LINKS = re.compile(
    r"[◆■●▲★☆·•>》【\[\s]*(?:相关|热门|热点|推荐|最新|精彩|猜你喜欢|更多|友情|延伸|站长|图片|今日|本月|本周|一周|本站|往期|大家都在看"
    r"|您可能|你可能|编辑|网友|随机|为您|热文|头条|新闻|点击|阅读|文章|人气|上榜|专题|频道)"
    r"(?:相关|热门|热点|推荐|最新|精彩|更多|还?喜欢|感兴趣|的|文章|阅读|新闻|链接|文档|资讯|内容|排行榜?|报道|专题|视频|评论|图片|信息"
    r"|看点|回顾|稿件|导航|网站|精选|话题|排名|关注|栏目|动态|列表|TOP\d*|\d+|[>》…\]】:： ])*",
    re.I,
)
_LINKS_WORD = re.compile(
    "链接|文章|阅读|新闻|文档|资讯|排行|报道|推荐|喜欢|专题|视频|精选|看点|稿件|热文|感兴趣|都在看|回顾"
)
_NEIGHBOUR = re.compile(r"^\W*(?:上|下|前|后)一?[篇条页则章](?:[:： \W]|$|文章|新闻)")
_NAVIGATION = (
    "首页|主页|登[录陆]|注册|退出|网站首页|当前位置|所在位置|手机版|电脑版|移动端|客户端|无障碍(?:阅读|浏览)?|长者(?:版|模式)|关怀版"
    "|简体(?:中文|版)?|繁体(?:中文|版)?|繁體(?:中文|版)?|English|中文|要闻|新闻(?:中心|资讯|动态|频道)?|政务(?:公开|服务|信息)?|政民互动|互动交流|办事服务|信息公开"
    "|公告|通知公告|专题(?:专栏)?|专栏|图片|视频|直播|评论|微信(?:公众号)?|微博|新浪(?:微博)?|抖音|头条|搜索|热门搜索|网站地图|关于我们|联系我们|广告服务"
    "|人才招聘|法律声明|加入收藏|设为首页|收藏本站|返回|返回首页|返回顶部|关闭(?:窗口)?|打印|分享|邮箱|订阅|帮助|导航|菜单|更多|正文|国内|国际|社会"
    "|经济|财经|科技|文化|体育|娱乐|教育|旅游|时政|地方|县域|产业|招商|便民服务|便民|服务|党建|论坛|理论|健康|汽车|房产|农业|三农|法治|军事|生活|数字报"
    "|展会|价格行情|天气|今日天气|本网|总编信箱|读者来信|上一[篇页条]|下一[篇页条]|大|中|小|默认|A[+-]?|TAGS?|RSS"
)
_CELL = re.compile(rf"\W*(?:{_NAVIGATION})\W*(?:-?\d+℃.*)?", re.I)
_ACCOUNT = re.compile(
    r"\S{0,8}(?:[帐账][号户]登[录陆]|没有[帐账][号户]|忘记密码|立即注册|请登[录陆]|[帐账]号注册).{0,6}"
)
_WEEKDAY = re.compile(r"(?:今天是?)?\W*(?:星期|周|礼拜)[一二三四五六日天]?\W*")
_SEPARATOR = re.compile(r"\s*[|｜丨│/\t]\s*|\s{1,}|\s*[·•]\s*")
_ARROW = re.compile(r"\s*(?:>+|»|›|→|＞+|》(?=[^《]*$))\s*")
_HERE = re.compile(r"(?:当前|所在|现在|您的|你的)(?:的)?位置")
_PAGE = re.compile(r"[-—–·\s]+\d{1,4}[-—–·\s]+|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_STRANGE = re.compile(r"[\u0250-\u1fff\u3040-\u30ff\uac00-\ud7af\ufb1d-\ufdff\ufe70-\ufefc]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def kind_of(line: str) -> str:
    """Return what a line is beside the article, empty where it may be part of the article."""
    if _is_licence(line):
        return LICENCE
    if len(line) > _LONGEST:
        return FOREIGN if _is_foreign(line) else ""
    if not _LETTER.search(line):
        return PAGE if _PAGE.fullmatch(line) or not _DIGIT.search(line) else ""
    if _ACCOUNT.fullmatch(line):
        return MENU
    if _STOP.search(line.rstrip("。；？?")) or line.endswith(("。", "；", "？")):
        return ""
    return next((kind for kind, holds in _TESTS if holds(line)), "")


def _is_licence(line: str) -> bool:
    if _NOTICE.match(line):
        return len(set(_RIGHTS.findall(line))) >= 2
    if _STOP.search(line):
        return bool(_RIGHT.search(line)) and len(set(_RIGHTS.findall(line))) >= 4 and not FIGURE.search(line)
    return len(line) <= _LONGEST and bool(_LICENCE.search(line))


def _is_menu(line: str) -> bool:
    if _WEEKDAY.fullmatch(line) or _CELL.fullmatch(line):
        return True
    cells = [cell for cell in _SEPARATOR.split(line) if cell]
    known = sum(1 for cell in cells if _CELL.fullmatch(cell))
    if line.startswith(("热门搜索", "热搜")):
        return True
    return len(cells) >= 3 and known * 2 >= len(cells) and known >= 2


def _is_crumb(line: str) -> bool:
    if _HERE.search(line[:12]):
        return True
    cells = [cell for cell in _ARROW.split(line) if cell.strip()]
    if len(cells) < 2 or not _ARROW.search(line):
        return False
    return all(len(cell) <= 15 and not re.search(r"\d|[,，]", cell) for cell in cells)


def _is_contact(line: str) -> bool:
    return bool(_CONTACT.search(line)) and not _STOP.search(line)


def _is_credit(line: str) -> bool:
    if len(line) > 100 or (FIGURE.search(line) and not line.startswith(("原标题", "原题"))):
        return False
    return bool(_CREDIT.match(line) or _BYLINE.fullmatch(line))


def _is_counter(line: str) -> bool:
    left = _COUNTER.sub("", line)
    return left != line and len(_HAN.findall(left)) <= 8


def _is_sharing(line: str) -> bool:
    return len(line) <= 50 and bool(_SHARING.search(line)) and not FIGURE.search(line)


def _is_links(line: str) -> bool:
    if _NEIGHBOUR.match(line):
        return True
    return len(line) <= 20 and bool(_LINKS.fullmatch(line)) and bool(_LINKS_WORD.search(line))


def _is_foreign(line: str) -> bool:
    if not _STRANGE.search(line) and _HAN.search(line, 0, _FEW):
        return False
    letters = len(_LETTER.findall(line))
    if len(_STRANGE.findall(line)) * 10 > 3 * letters:
        return letters > 3
    return not _HAN.search(line) and len(_WORD.findall(line)) >= 4


_TESTS = (
    (MENU, _is_menu),
    (CRUMB, _is_crumb),
    (LINKS, _is_links),
    (SHARING, _is_sharing),
    (COUNTER, _is_counter),
    (CONTACT, _is_contact),
    (CREDIT, _is_credit),
    (FOREIGN, _is_foreign),
)
