"""Tables in a text: each row is told as a sentence, so that its numbers stand with their headers.

`阳城陶瓷  76.3  8.8` below `专业镇  产值(亿元)  比上年增长(%)` is read as
`阳城陶瓷专业镇产值76.3亿元,比上年增长8.8%。`; what was put in has the place of the number that it is told of.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from townbook.sources.offsets import MappedText

_GAP = re.compile(r"\t+|[ \u3000]{2,}")
_SPACES, _GAPS = " \u3000", ("\t", "  ", "\u3000\u3000", " \u3000", "\u3000 ")
_NUMBER = re.compile(r"(?P<sign>[-−－])?\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?P<unit>[^\d\s.,]{0,6})")
_SERIAL = re.compile(r"\d{1,3}")
_IN_BRACKETS = re.compile(r"\s*[(（](?P<unit>[^()（）\d]{1,6})[)）]\s*$")
_UNIT_OF_ALL = re.compile(r"单位[:：]\s*(?P<unit>[^\s()（）:：]{1,5})")
_NUMBERS = ("序号", "编号", "#", "No.")
_KINDS = ("专业镇", "产业集群", "特色产业集群", "集群", "特色小镇", "小镇")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?:末|底)?[\u4e00-\u9fff()（）]{0,6}")
_TIME = re.compile(
    r"(?:19|20)\d\d年(?:(?:上|下)半年|前?[一二三四1-4]季度|\d{1,2}\s?[-—－~～至]\s?\d{1,2}月)?"
)
# 2025年省级专业镇主要指标: the tier of all rows, unless the caption tells several.
_TIER = re.compile(
    "^(?!.*[省市县]级?[、和与及][省市县]级)[^\\n]*?(?P<tier>[省市县]级)(?:重点|特色)?(?:专业镇|产业集群|集群)"
)
_RISE = re.compile("(?:增长|增速|增幅|±)率?$")
_RATE = "%％"
_LONGEST_CAPTION, _LONGEST_LINE, _LEAST_ROWS = 40, 400, 2


@dataclass(frozen=True)
class _Cell:
    """A cell with where it stands in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_Row = Sequence[_Cell]
_Piece = tuple[str, int, int]  # a text, and the place in the original text of its first and last character


def tell_tables(mapped: MappedText) -> tuple[MappedText, list[int]]:
    """Put the words of their headers to the numbers of tables; say where the tables stand."""
    if not _GAP.search(mapped.text):
        return mapped, []
    text, last = mapped.text, 0
    pieces: list[_Piece] = []
    places: list[int] = []
    for start, end, told in _find_tables(text):
        pieces += [(text[last:start], last, start - 1), *told]
        places.append(mapped.starts[start])
        last = end
    if not places:
        return mapped, []
    pieces.append((text[last:], last, len(text) - 1))
    starts = array("I")
    for piece, first, stop in pieces:
        whole = len(piece) == stop - first + 1
        starts.extend(mapped.starts[first + place if whole else first] for place in range(len(piece)))
    starts.append(mapped.starts[len(text)])
    return MappedText("".join(piece for piece, _, _ in pieces), starts), places


def _find_tables(text: str) -> Iterator[tuple[int, int, list[_Piece]]]:
    """Yield where a table with its header begins and ends, and its rows as they are told."""
    block: list[_Row] = []
    above: list[str] = []  # the short lines right above
    place = 0
    for line in [*text.split("\n"), ""]:
        inner = line.strip(_SPACES) if len(line) <= _LONGEST_LINE else ""
        cells = _split(line, place) if any(gap in inner for gap in _GAPS) else []
        if len(cells) > 1:
            block.append(cells)
        else:
            if (rows := _read_block(block)) is not None:
                told = list(_tell_rows(*rows, above=above))
                yield block[0][0].start, block[-1][-1].end, told
                above = []
            elif block:  # 表3  2024年主要指标 has a wide space too
                above = [text[block[-1][0].start : block[-1][-1].end]]
            if line.strip():
                above = [*above[-1:], line] if len(line) <= _LONGEST_CAPTION else []
            block = []
        place += len(line) + 1


def _split(line: str, place: int) -> list[_Cell]:
    """Return the cells of a line, which tabs or wide spaces part."""
    cells, last = [], 0
    for gap in [*_GAP.finditer(line), None]:
        stop = len(line) if gap is None else gap.start()
        piece = line[last:stop]
        if text := piece.strip():
            cells.append(_Cell(place + last + piece.index(text), text))
        last = stop if gap is None else gap.end()
    return cells


def _read_block(block: Sequence[_Row]) -> tuple[_Row, list[_Row]] | None:
    """Return header and rows of a table, without their serial numbers; None where lines are no table."""
    if len(block) <= _LEAST_ROWS:
        return None
    header, *rows = block
    if any(_NUMBER.fullmatch(cell.text) and not _YEAR.fullmatch(cell.text) for cell in header):
        return None
    header = header[1:] if header[0].text in _NUMBERS else header
    rows = [row[1:] if len(row) > len(header) and _SERIAL.fullmatch(row[0].text) else row for row in rows]
    fits = all(
        len(row) == len(header) and not _NUMBER.fullmatch(row[0].text) and any(map(_is_number, row[1:]))
        for row in rows
    )
    return (header, rows) if fits and len(header) > 1 else None


def _is_number(cell: _Cell) -> bool:
    return _NUMBER.fullmatch(cell.text) is not None


def _tell_rows(header: _Row, rows: Sequence[_Row], *, above: Sequence[str]) -> Iterator[_Piece]:
    """Yield the rows of a table as sentences."""
    years = [_YEAR.fullmatch(cell.text) for cell in header[1:]]
    unit = _UNIT_OF_ALL.search(" ".join(above))
    caption = next((line for line in reversed(above) if not _UNIT_OF_ALL.search(line)), "")
    of_all = unit["unit"] if unit else ""
    for row in rows:
        if any(years):
            yield from _tell_years(row, [year["year"] if year else "" for year in years], of_all=of_all)
        else:
            yield from _tell_columns(row, header, caption=caption, of_all=of_all)
        if row is not rows[-1]:
            yield "\n", row[-1].end, row[-1].end


def _tell_years(row: _Row, years: Sequence[str], *, of_all: str) -> Iterator[_Piece]:
    """Yield a row whose columns are years: 2025年网络零售额为2.1亿元,2030年网络零售额为6亿元."""
    name, unit = _name(row[0].text, of_all)
    lead = ""
    for cell, year in zip(row[1:], years, strict=True):
        if year and _is_number(cell):
            yield from _tell(cell, f"{lead}{year}年{name}为", unit)
            lead = ","
    yield "。", row[-1].end - 1, row[-1].end - 1


def _tell_columns(row: _Row, header: _Row, *, caption: str, of_all: str) -> Iterator[_Piece]:
    """Yield a row whose columns are what is measured: 2024年,阳城陶瓷专业镇产值76.3亿元,比上年增长8.8%."""
    subject, kind = row[0], _IN_BRACKETS.sub("", header[0].text)
    if time := _TIME.search(caption):
        yield f"{time[0]},", subject.start, subject.start
    yield subject.text, subject.start, subject.end - 1
    if kind in _KINDS and not subject.text.endswith(_KINDS):
        tier = _TIER.search(caption)
        yield f"{tier['tier'] if tier else ''}{kind}", subject.end - 1, subject.end - 1
    lead = ""
    for cell, head in zip(row[1:], header[1:], strict=True):
        if _is_number(cell):
            name, unit = _name(head.text, of_all)
            yield from _tell(cell, lead + name, unit)
            lead = ","
    yield "。", row[-1].end - 1, row[-1].end - 1


def _name(head: str, of_all: str) -> tuple[str, str]:
    """Return name and unit of a header: 产值(亿元), 同比增长(%)."""
    match = _IN_BRACKETS.search(head)
    if match is None:
        return head, of_all
    return head[: match.start()], match["unit"].replace("％", "%")


def _tell(cell: _Cell, words: str, unit: str) -> Iterator[_Piece]:
    """Yield the words before a number, it, and its unit; a fall is told as one."""
    number = _NUMBER.fullmatch(cell.text)
    first, last = cell.start, cell.end - 1
    rate = unit in _RATE and unit != ""
    if number is not None and number["sign"]:
        yield _RISE.sub("", words), first, first
        yield "下降", first, first
        first += 1
    elif rate and _RISE.search(words):
        yield _RISE.sub("增长", words), first, first
    else:
        yield words, first, first
    yield cell.text[first - cell.start :], first, last
    if unit and not (number and number["unit"]):
        yield unit, last, last
