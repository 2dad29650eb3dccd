"""Which lines of a document are read: the article, without what a page puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from townbook.sources.datelines import find_dispatch, is_dateline
from townbook.sources.kinds import ENDS_ARTICLE, LINKS, OTHERS, kind_of
from townbook.sources.page_words import ORIGINAL_TITLE, PARTING
from townbook.sources.people import find_people

PEOPLE, DATELINE = "a person with a post", "a date line"

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_SPACES = re.compile(" {4,}")
_BULLET = re.compile(r"\s*(?:[-*·•●■◆▪►▶>○–—+]|\[\d{1,3}\]|\d{1,2}[.、 ](?!\d))\s*")
_NAMES = r"[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{1,4}){0,3}(?<!拍)"
_PHOTOGRAPHER = re.compile(
    rf"[(（]?[^。，,！？]{{0,8}}(?:记者|通讯员|摄影)[:： ]?{_NAMES} ?摄\s*[)）]?$|[(（]{_NAMES}[ /]?摄[)）]$"
)
_ROW = re.compile(r"\t|\S {2,}\S+ {2,}\S")
_TOP = 15
_SHORTEST_PROSE = 30
_LONGEST_LINE = 200
_LONGEST_HEADLINE = 70


class Line(NamedTuple):
    """One line that holds anything: `text[start:end]` without spaces around it, and what it is."""

    start: int
    end: int
    words: str
    kind: str = ""


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text that hold anything; a page that was put on one line is parted."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        words = match[0]
        if len(words) > _LONGEST_LINE and PARTING.search(words):
            lines += _part(match.start(), words)
        else:
            lines.append(Line(*match.span(), words))
    return lines


def _part(first: int, words: str) -> Iterator[Line]:
    """Yield the parts of a long line on which a whole page was put."""
    last = 0
    cuts = [match.span() for match in PARTING.finditer(words)]
    for start, end in (*cuts, (len(words), len(words))):
        piece = words[last:start]
        if part := piece.strip():
            place = first + last + len(piece) - len(piece.lstrip())
            yield Line(place, place + len(part), part)
        last = end


def tell_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with what each is; an empty kind is to be read."""
    lines = [_narrow(line) if "     " in line.words else line for line in lines]
    people = find_people([line.words for line in lines])
    kinds = [
        PEOPLE if number in people else _tell(line.words, at_top=number < _TOP)
        for number, line in enumerate(lines)
    ]
    _tell_links(lines, kinds)
    _tell_tail(lines, kinds)
    return [
        Line(line.start, line.end, line.words, kind) if kind else line
        for line, kind in zip(lines, kinds, strict=True)
    ]


def _narrow(line: Line) -> Line:
    """Return a line without long runs of spaces, which tell no more than short ones."""
    return line._replace(words=_SPACES.sub("    ", line.words))


def without_credit(line: Line) -> int:
    """Return where a line ends without the photographer's name behind a caption."""
    if "摄" not in line.words[-3:] or len(line.words) > 200:
        return line.end
    match = _PHOTOGRAPHER.search(line.words[-40:])
    if match is None:
        return line.end
    kept = line.words[: len(line.words) - len(match[0])].rstrip()
    return max(line.start, line.end - len(line.words) + len(kept))


def dispatch_end(line: Line) -> int:
    """Return where the place and day end with which a report opens; the line's start where there is none."""
    return line.start + find_dispatch(line.words[:60])


def _tell(words: str, *, at_top: bool) -> str:
    return DATELINE if is_dateline(words, at_top=at_top) else kind_of(words)


def _is_prose(words: str) -> bool:
    """Tell whether a line is a paragraph of an article: it ends sentences and is no bulleted headline."""
    return len(words) >= _SHORTEST_PROSE and "。" in words


def _tell_links(lines: Sequence[Line], kinds: list[str]) -> None:
    """Tell the headlines that stand below a heading of links, up to the next paragraph.

    Above the article, where its own title stands, only those with a bullet.
    """
    below, before = False, True
    for number, line in enumerate(lines):
        if kinds[number] == LINKS:
            below = True
        elif below and kinds[number] == DATELINE:
            kinds[number] = DATELINE if before else OTHERS
        elif not kinds[number]:
            below = below and _is_headline(line.words) and (not before or bool(_BULLET.match(line.words)))
            kinds[number] = OTHERS if below else ""
            before = before and not _is_prose(line.words)


def _is_headline(words: str) -> bool:
    if len(words) > _LONGEST_HEADLINE or _ROW.search(words):
        return False
    return not _is_prose(words) or (bool(_BULLET.match(words)) and words.count("。") < 2)


def _tell_tail(lines: Sequence[Line], kinds: list[str]) -> None:
    """Tell the headlines after the article's last words, once a credit or a licence has ended it."""
    last = len(lines) - 1
    while last >= 0 and (kinds[last] or not _goes_on(lines[last].words)):
        last -= 1
    ended = False
    for number in range(last + 1 if last >= 0 else len(lines), len(lines)):
        kind, words = kinds[number], lines[number].words
        ended = ended or (kind in ENDS_ARTICLE and not words.startswith(ORIGINAL_TITLE))
        if ended and not kind and _is_headline(words):
            kinds[number] = OTHERS


def _goes_on(words: str) -> bool:
    """Tell whether a line is part of running text, be it in short lines: no headline ends in a comma."""
    return _is_prose(words) or words.endswith(("，", ",", "、", "。", "；", ";"))
