"""What a line of a web page is, where its form alone tells: a menu, a licence, a credit, a heading of links.

Prose with a full stop is never any of these but for a licence, and a line with a figure hardly ever.
"""

from __future__ import annotations

import re
from functools import lru_cache

from townbook.sources import page_words as words

MENU, CRUMB, LICENCE, CONTACT, CREDIT = "a menu", "a breadcrumb", "a licence line", "a contact", "a credit"
COUNTER, SHARING, LINKS = "a counter", "a call to share", "a heading of links"
OTHERS = "a headline of another page"
FOREIGN, PAGE = "a line without Chinese", "a page number or rule"
ENDS_ARTICLE = frozenset({LICENCE, CREDIT, SHARING, LINKS, COUNTER})

_LONGEST = 160
_LONGEST_ACCOUNT = 20  # more than what is asked of an account has
_FEW = 40
_LONGEST_CELL = 10
_SEPARATOR = re.compile(r"\s*[|｜丨│/\t]\s*|\s{1,}|\s*[·•]\s*")
_CRUMB_MARK = re.compile("[位>»›→＞》]")  # a breadcrumb has one of these
_ARROW = re.compile(r"\s*(?:>+|»|›|→|＞+|》(?=[^《]*$))\s*")
_NO_CRUMB = re.compile(r"\d|[,，:：]")
_TWO_CELLS_END = re.compile(r"[|｜丨│/\s·•][^|｜丨│/\s·•]+[|｜丨│/\s·•]")
_CONTACT_MARK = re.compile(r"[电热传手微邮地网A-Za-z@]")  # a contact has one of these
_PAGE = re.compile(r"[-—–·\s]+\d{1,4}[-—–·\s]+|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?")
_DIGIT = re.compile(r"\d")
_COUNTER_MARK = re.compile("[浏阅击访播评藏转看气热赞围]")  # a counter has one of these
_ANYTHING = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")
_STRANGE = re.compile(r"[\u0250-\u1fff\u3040-\u30ff\uac00-\ud7af\ufb1d-\ufdff\ufe70-\ufefc]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MOST_BESIDE_COUNTERS = 8


def kind_of(line: str) -> str:
    """Return what a line is beside the article, empty where it may be part of the article."""
    if len(line) <= _LONGEST:
        return _kind_of_short(line)
    if _is_licence(line):
        return LICENCE
    return FOREIGN if _is_foreign(line) else ""


@lru_cache(maxsize=8192)  # the pages of one site share their menus
def _kind_of_short(line: str) -> str:
    if _is_licence(line):
        return LICENCE
    if _PAGE.fullmatch(line) or not _ANYTHING.search(line):
        return PAGE
    if len(line) <= _LONGEST_ACCOUNT and words.ACCOUNT.fullmatch(line):
        return MENU
    if not _LETTER.search(line) or words.STOP.search(line):
        return ""
    for kind, holds in _TESTS:
        if holds(line):
            return kind
    return ""


def without_counters(line: str) -> str:
    """Return a line without the numbers of its readers and their applause."""
    return words.COUNTER.sub("", line)


def _is_licence(line: str) -> bool:
    if words.NOTICE.match(line):
        return len(set(words.RIGHTS.findall(line))) >= 2
    if not words.STOP.search(line):
        return len(line) <= _LONGEST and bool(words.LICENCE.search(line))
    if not words.RIGHT.search(line):
        return False
    return len(set(words.RIGHTS.findall(line))) >= 4 and not words.FIGURE.search(line)


def _is_menu(line: str) -> bool:
    if words.CONTROL.fullmatch(line) or line.startswith(words.HOT_SEARCH) or words.WEEKDAY.fullmatch(line):
        return True
    if not _TWO_CELLS_END.search(line):
        return False
    cells = [cell for cell in _SEPARATOR.split(line) if cell]
    if len(cells) < 3 or words.FIGURE.search(line) or max(map(len, cells)) > _LONGEST_CELL:
        return False
    known = sum(1 for cell in cells if words.CELL.fullmatch(cell))
    return known * 2 >= len(cells) and known >= 2


def _is_crumb(line: str) -> bool:
    if not _CRUMB_MARK.search(line):
        return False
    if words.HERE.search(line[:12]):
        return True
    if not _ARROW.search(line):
        return False
    cells = [cell for cell in _ARROW.split(line) if cell.strip()]
    return len(cells) >= 2 and all(len(cell) <= 15 and not _NO_CRUMB.search(cell) for cell in cells)


def _is_contact(line: str) -> bool:
    if not _CONTACT_MARK.search(line):
        return False
    left = words.CONTACT.sub("", line)
    return left != line and not words.FIGURE.search(left.partition("定价")[0])


def _is_credit(line: str) -> bool:
    if len(line) > 100 or not (words.CREDIT.match(line) or words.BYLINE.fullmatch(line)):
        return False
    return line.startswith(words.ORIGINAL_TITLE) or not words.FIGURE.search(line)


def _is_counter(line: str) -> bool:
    if not (_COUNTER_MARK.search(line) and _DIGIT.search(line)) or line.endswith(("，", ",", "、")):
        return False
    sure = words.SURE_COUNTER.search(line) or len(words.COUNTER.findall(line)) > 1
    return bool(sure) and len(_HAN.findall(without_counters(line))) <= _MOST_BESIDE_COUNTERS


def _is_sharing(line: str) -> bool:
    return len(line) <= 60 and bool(words.SHARING.search(line)) and not words.FIGURE.search(line)


def _is_links(line: str) -> bool:
    if words.NEIGHBOUR.match(line):
        return True
    return len(line) <= 20 and bool(words.LINKS.fullmatch(line)) and bool(words.LINKS_WORD.search(line))


def _is_linked(line: str) -> bool:
    return words.LINKED.match(line) is not None


def _is_foreign(line: str) -> bool:
    if _HAN.search(line, 0, _FEW) and not _STRANGE.search(line, 0, _LONGEST):
        return False
    letters = len(_LETTER.findall(line))
    if len(_STRANGE.findall(line)) * 10 > 3 * letters:
        return letters > 3
    return not _HAN.search(line) and len(_WORD.findall(line)) >= 4


_TESTS = (
    (CRUMB, _is_crumb),
    (MENU, _is_menu),
    (LINKS, _is_links),
    (OTHERS, _is_linked),
    (SHARING, _is_sharing),
    (COUNTER, _is_counter),
    (CONTACT, _is_contact),
    (CREDIT, _is_credit),
    (FOREIGN, _is_foreign),
)
