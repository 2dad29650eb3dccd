"""Lists of people and their posts: members of leading groups, signatories, delegates. They are never read."""

from __future__ import annotations

import re
from collections.abc import Sequence

# The most frequent surnames; one that is missing only makes one line of a list uncertain.
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚庞樊兰"
    "殷施陶洪翟颜倪严牛温芦季俞章鲁葛韦申毕聂焦柳邢岳齐梅莫庄辛祝左谷祁舒耿牟卜路詹苗凌费纪靳童欧甄项"
    "曲裴席卫屈鲍覃霍翁甘景宁柯阮楼娄宫"
)
# Surnames that are words or ends of words as well.
_ALSO_WORDS = (
    "高肖于付闫万向常易文安伍尤柴管涂时关苟盛成游阳查位隋植薄单包司柏桂闵解强丛华车冉房边宗奚尚和原智"
    "药连郎都冀师弓上官"
)
_DOUBLE = "欧阳|司马|诸葛|上官|慕容|令狐|皇甫|司徒|夏侯|尉迟"
_NAME = (
    rf"(?:[{SURNAMES}{_ALSO_WORDS}][\u4e00-\u9fff]{{1,2}}|[{SURNAMES}{_ALSO_WORDS}] {{1,2}}[\u4e00-\u9fff]"
    rf"|(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}})"
)
_POST = (
    "(?:书记|主任|局长|市长|县长|区长|镇长|乡长|厅长|处长|科长|院长|校长|行长|关长|台长|会长|秘书长|部长|"
    "主席|委员|组长|经理|董事长"
    "|总裁|理事长|主编|所长|站长|馆长|社长|队长|常委|总监|教授|研究员|调研员|专员|巡视员|负责人|厂长|场长|"
    "村长|州长|盟长|旗长|检察长|总工程师|工程师|干部)"
)
_LABEL = (
    r"(?:(?:常务)?副? ?组 {0,4}[长员]|(?:第一)?组 {0,4}长|成 {0,4}员|副? ?主 ?任|秘 ?书 ?长|副?总 ?指 ?挥"
    r"|召集人|顾 {0,4}问|联 ?络 ?员|出席|列席|参会)"
)
_ENTRY = re.compile(
    rf"(?:{_LABEL}[:：]? *)?(?:{_NAME}(?: +|[(（:：,，\t、—-]+)[^。]{{0,40}}{_POST}[^。\d]{{0,16}}"
    rf"|[^。:：\s\d]{{2,30}}{_POST}[^。:：\s\d]{{0,8}}(?: +|[:：\t、]){_NAME}[,，;；、]?)"
)
_NAMES = re.compile(
    rf"{_LABEL}[:：] *{_NAME}(?:(?: +|[、,，;；] *){_NAME})*(?:\s*等)?[。;；]?"
    rf"|{_NAME}(?:(?:  +|、){_NAME}){{3,}}"
)
_HAS_POST = re.compile(_POST)  # which entries have, and most lines have not
_LABELLED = re.compile(rf"{_LABEL}[:：] *{_NAME}(?: |[(（,，\t、]|$)")
_LONGEST = 60
_SHORTEST_RUN = 3


def find_people(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that list people: three or more in a row, or one that is labelled."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate(lines):
        if len(line) <= _LONGEST and _HAS_POST.search(line) and _ENTRY.fullmatch(line):
            run.append(number)
            continue
        if run:
            found.update(_keep_run(run, lines))
            run = []
        if len(line) <= 4 * _LONGEST and _NAMES.fullmatch(line):
            found.add(number)
    return found.union(_keep_run(run, lines))


def _keep_run(run: Sequence[int], lines: Sequence[str]) -> Sequence[int]:
    """Return a run of lines that may each name a person, where it is long enough or one is labelled."""
    listed = len(run) >= _SHORTEST_RUN or any(_LABELLED.match(lines[entry]) for entry in run)
    return run if listed else ()
