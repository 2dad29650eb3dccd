"""Pages and cards on disk."""

import json

import pytest
from bs4 import BeautifulSoup

from townbook.publishing.book import open_book
from townbook.publishing.evidence.pages import Cited, Shown, wrap_card, write_evidence
from townbook.publishing.plain_pages import Report, mark_chinese

GROWTH = "shangdang-herbs-revenue-growth-2024-h1"
REPORT = Report("The report", "book/index.html", "Edition 2024", "provisional", "provisional")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    book, folder = open_book("2024"), tmp_path_factory.mktemp("evidence")
    (folder / "evidence").mkdir()
    (folder / "evidence" / "gone.html").write_text("of an earlier build", encoding="utf-8")
    shown = Shown([{"id": "bars", "findings": [], "observations": [GROWTH]}], {"bars": "Figure 3"})
    write_evidence(
        book,
        report=REPORT,
        shown=shown,
        cite=lambda card: Cited([("Plain", f"cite {card.ref} <1>")], '<meta name="x" content="y">'),
        folder=folder,
    )
    return folder


def open_page(folder, name):
    return BeautifulSoup((folder / "evidence" / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def open_card(folder, name):
    script = (folder / "evidence" / f"{name}.js").read_text(encoding="utf-8")
    call, _, rest = script.partition("(")
    assert call == "townbookEvidence"
    return BeautifulSoup(json.loads(rest.removesuffix(");\n").replace("<\\/", "</")), "html.parser")


def test_a_page_holds_figure_print_place_uses_and_citation(folder):
    page = open_page(folder, GROWTH)
    assert page.h1.text.startswith("Revenue (growth): Shangdang medicinal herbs")
    assert page.select_one(".evidence-number strong").text == "22%"
    assert page.select_one("dd a")["href"] == "../book/documents.html#changzhi-article-2024"
    assert "townbook show" in page.select_one(".evidence-hint").text
    assert page.select_one('a[href="../exhibits/bars/bars.html"]').text == "Figure 3"
    assert page.select_one('head meta[name="x"]')["content"] == "y"
    assert page.select_one("details.citation pre").text == f"cite {GROWTH} <1>"
    assert page.select_one(f'a[data-ref="margin-{GROWTH}"]')["href"] == f"margin-{GROWTH}.html"


def test_chinese_is_marked(folder):
    assert "上党中药材" in [span.text for span in open_page(folder, GROWTH).select('h1 span[lang="zh-Hans"]')]
    assert mark_chinese("a <b> 长治市, c") == 'a &lt;b&gt; <span lang="zh-Hans">长治市</span>, c'


def test_what_an_earlier_build_left_is_gone(folder):
    assert not (folder / "evidence" / "gone.html").exists()


def test_a_card_is_short_where_its_page_is_long(folder):
    card, page = open_card(folder, "observations"), open_page(folder, "observations")
    total = len(page.select(".evidence-steps a"))
    assert total > 90
    assert len(card.select(".evidence-steps a")) == 8
    assert card.select_one(".evidence-more a")["href"] == "observations.html"
    assert str(total) in card.select_one(".evidence-more a").text


def test_a_card_cannot_end_its_script():
    script = wrap_card("<p>a</p> </script>\n<p>“b”</p>")
    assert "</" not in script
    assert script == 'townbookEvidence("<p>a<\\/p> <\\/script> <p>“b”<\\/p>");\n'
