"""Every link and anchor within the site leads somewhere, from disk and without a network."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement, HTMLParser, parse

# Where a page names another file.
_PLACES = {
    "href": ("a", "link", "area"),
    "src": ("img", "script", "iframe", "source"),
    "data": ("object",),
    "data-there": ("a",),  # to which a script leads where that edition is published
}
_UPWARDS = re.compile(r'(?:href|src)="(\.\./[^"#?]*)')
_OUTSIDE = ("http", "https", "mailto", "data")


def _read(path: Path) -> HtmlElement:
    return parse(path, HTMLParser(encoding="utf-8")).getroot()


def _list_links(page: HtmlElement) -> Iterator[str]:
    for attribute, tags in _PLACES.items():
        for tag in page.iter(*tags):
            if attribute in tag.attrib:
                yield tag.get(attribute)
    for tag in page.iter("meta"):
        if tag.get("http-equiv") == "refresh":
            yield tag.get("content").partition("url=")[2]


def find_dead_links(paths: list[Path]) -> list[str]:
    """Return the links of pages that lead to no file, or to no element of a page: `page: link`."""
    pages = {path.resolve(): _read(path) for path in paths}
    anchors: dict[Path, set[str]] = {}
    dead = []
    for path, page in pages.items():
        for link in set(_list_links(page)):
            parts = urlsplit(link)
            if parts.scheme in _OUTSIDE:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file():
                dead.append(f"{path.name}: {link}")
            elif parts.fragment:
                if target not in anchors:
                    read = pages[target] if target in pages else _read(target)
                    anchors[target] = set(read.xpath("//@id"))
                if unquote(parts.fragment) not in anchors[target]:
                    dead.append(f"{path.name}: {link}")
    return sorted(dead)


def test_dead_links_and_dead_anchors_are_found(tmp_path):
    (tmp_path / "fine.html").write_text(
        '<h1 id="上">Fine</h1><a href="fine.html?x=1#%E4%B8%8A">x</a><a href="#">y</a>'
    )
    (tmp_path / "more.html").write_text('<a href="https://example.org/">x</a><a href="#gone">y</a>')
    links = '<a href="fine.html">a</a> <a href="gone.html">b</a> <a href="fine.html#gone">c</a>'
    leads = '<meta http-equiv="refresh" content="0; url=away.html">'
    (tmp_path / "broken.html").write_text(f"{leads}<p>{links}</p><img src='no.png'><a href='tmp'>d</a>")
    assert find_dead_links([tmp_path / "fine.html"]) == []
    assert find_dead_links([tmp_path / "more.html"]) == ["more.html: #gone"]
    assert find_dead_links([tmp_path / "broken.html"]) == [
        f"broken.html: {link}" for link in ("away.html", "fine.html#gone", "gone.html", "no.png", "tmp")
    ]


def test_every_link_and_anchor_resolves(html_files):
    assert find_dead_links(html_files) == []


def test_without_scripts_nothing_leads_into_another_edition_that_need_not_be_there(site, html_files):
    assert len(list(site.glob("*/*/book/index.html"))) > 1, "the site of the tests holds both editions"
    outwards = set()
    for page in html_files:
        home = page.relative_to(site).parent
        for link in set(_UPWARDS.findall(page.read_text(encoding="utf-8"))):
            first = Path(os.path.normpath(home / link)).parts[0]
            outwards |= {first} if first != home.parts[0] else set()
    assert outwards == {"index.html", "editions.js"}
