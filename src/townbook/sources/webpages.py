"""The text of an HTML page, laid out as a reader sees it, without its scripts, menus and lists of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from inscriptis import Inscriptis
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_properties import Display
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement
from lxml import etree, html  # type: ignore[import-untyped]

_OPENING = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|div|p|span|br|table|tr|td|script|style|ul|li|h[1-6]|a)\b[^<>]{0,500}>", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PROGRAMS = ("script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "audio", "video")
_CONTROLS = ("nav", "select", "button", "textarea")
_READINGS = ("rt", "rp")
_BLOCKS = frozenset({"ul", "ol", "dl", "div", "table", "p", "section", "aside", "footer", "header", "center"})
_LAYOUT = ("table", "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "section", "article")
_OWN_LINES = ("section", "dl", "dt", "dd", "form", "center", "fieldset", "ul", "ol", "tr", "caption", "body")
_LONGEST_CELL = 120
_DEEPEST = 200
_LINKED = 0.75
_BLANK = re.compile(r"[ \t]+$|\n(?=\n\n)", re.M)


class TooDeepError(ValueError):
    """A page whose elements are nested so deep that the parser leaves out the rest of it."""


def is_web_page(text: str) -> bool:
    """Tell whether a text is HTML: it opens as a page does, or tags stand all over its beginning."""
    head = text[:20_000]
    return bool(_OPENING.match(head)) or len(_TAG.findall(head)) * 200 > len(head) + 600


def lay_out_page(page: str) -> tuple[str, int]:
    """Return the text of a page, a block a line, and the number of blocks of links that were left out.

    The reading of a character (`ruby`) is left out too. A table that only places things on the page is taken
    apart, so that what stands side by side is not mixed line by line.

    Raises
    ------
    TooDeepError
        If elements are nested deeper than the parser goes.
    """
    tree = _parse(page)
    if tree is None:
        return "", 0
    for element in list(tree.iter(*_PROGRAMS, *_CONTROLS, *_READINGS)) + tree.xpath(
        "//*[@role='navigation' or @hidden]"
    ):
        _drop(element)
    farms = list(_link_farms(tree))
    for element in farms:
        _drop(element)
    _flatten(tree)
    _open_layout_tables(tree)
    text: str = Inscriptis(tree, _settings()).get_text()
    return _BLANK.sub("", text).strip("\n") + "\n", len(farms)


def _parse(page: str) -> html.HtmlElement | None:
    page = _DECLARATION.sub("", page).replace("\x00", "")
    parser = html.HTMLParser(huge_tree=True)
    try:
        tree = html.document_fromstring(page, parser=parser)
    except etree.ParserError:  # nothing but comments
        return None
    if parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        raise TooDeepError
    return tree


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _link_farms(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the blocks whose text is links for the most part: menus, lists of other pages."""
    open_counts = [[0, 0, 0]]  # characters, those of links, links
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            open_counts.append([_size(element.text), 0, 0])
            continue
        size, linked, links = open_counts.pop()
        if element.tag == "a":
            linked, links = size, 1
        elif links >= 3 and element.tag in _BLOCKS and linked >= _LINKED * size:
            yield element
        outer = open_counts[-1]
        outer[0] += size + _size(element.tail)
        outer[1] += linked
        outer[2] += links


def _size(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _flatten(tree: html.HtmlElement) -> None:
    """Lift what is nested deeper than any page needs, so that a page of tags in tags is still laid out."""
    depth, deep = 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth > _DEEPEST and isinstance(element.tag, str):
            deep.append(element)
    for element in deep:
        element.drop_tag()


def _open_layout_tables(tree: html.HtmlElement) -> None:
    for table in list(tree.iter("table")):
        rows = table.xpath("./tr | ./tbody/tr | ./thead/tr | ./tfoot/tr")
        cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
        if any(_is_layout(cell) for cell in cells):
            for part in [table, *table.iterchildren("tbody", "thead", "tfoot"), *rows, *cells]:
                part.tag = "div"


def _is_layout(cell: html.HtmlElement) -> bool:
    """Tell whether a cell holds a part of the page and not an entry of a table."""
    blocks = sum(1 for _ in islice(cell.iter(*_LAYOUT), 2))
    return blocks > 1 or cell.find(".//table") is not None or _is_long(cell)


def _is_long(cell: html.HtmlElement) -> bool:
    size = 0
    for text in cell.itertext():
        size += _size(text)
        if size > _LONGEST_CELL:
            return True
    return False


def _settings() -> ParserConfig:
    css = CSS_PROFILES["strict"].copy()
    for tag in _OWN_LINES:
        css[tag] = HtmlElement(tag, display=Display.block)
    return ParserConfig(css=css, table_cell_separator="\t")
