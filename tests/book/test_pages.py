"""What stands on every page of the built site."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
_ROLE = re.compile(r"\{(?:num|interval|word|verdict|numref|ref|case|when|exhibit)\}")
_NOT_A_NUMBER = re.compile(r"\b(?:nan|NaN|NaT|inf)\b|^None$", re.MULTILINE)


def test_there_are_pages(pages):
    assert any(page.name.endswith("book/index.html") for page in pages)


def test_every_page_has_a_language_a_title_and_one_heading(pages):
    for page in pages:
        headings = [h.get_text() for h in page.article.select("h1")]
        assert page.soup.html.get("lang"), page.name
        assert page.soup.title.get_text(strip=True), page.name
        assert len(headings) == 1, (page.name, headings)


def test_every_image_has_alt_text(pages):
    for page in pages:
        assert [str(img) for img in page.soup.select("img") if img.get("alt") is None] == [], page.name
        # In the frame the logo stands beside its own name, where an empty alt text is right.
        assert [str(img) for img in page.article.select("img") if not img["alt"].strip()] == [], page.name


def test_no_page_shows_an_error(pages):
    shown = ".stderr, .traceback, .problematic, .system-message, .output.error"
    assert [(page.name, str(node)[:200]) for page in pages for node in page.soup.select(shown)] == []


def test_no_role_or_directive_is_left_unread(pages):
    for page in pages:
        for code in page.article.select("pre, code"):
            code.extract()
        assert _ROLE.findall(page.article.get_text()) == [], page.name


def test_no_missing_value_shows_as_a_programmers_word(pages):
    for page in pages:
        texts = (node.get_text().strip() for node in page.article.select("p, li, td, th, figcaption"))
        assert _NOT_A_NUMBER.findall("\n".join(texts)) == [], page.name


def test_no_cell_of_an_exhibit_is_blank(pages):
    for page in pages:
        for figure in page.soup.select("figure.exhibit-table"):
            blank = [cell for cell in figure.select("th, td") if not cell.get_text(strip=True)]
            assert blank == [], (page.name, figure["id"])


def test_exhibits_have_number_caption_sources_and_files(pages):
    for page in pages:
        for figure in page.soup.select("figure.exhibit"):
            where = (page.name, figure["id"])
            assert re.fullmatch(r"(Figure|Table) \d+ ", figure.select_one(".caption-number").get_text()), (
                where
            )
            assert figure.select_one(".caption-text").get_text(strip=True), where
            assert "Edition" in figure.select(".small-print")[-1].get_text(), where
            data = page.path.parent / figure.select_one("a.site-file")["href"]
            assert data.is_file(), where


def test_canonical_links_are_those_of_the_published_address(site, pages):
    base = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["html"].get("baseurl")
    for page in pages:
        links = [link["href"] for link in page.soup.select('link[rel="canonical"]')]
        in_a_book = page.name.count("/") > 1
        expected = [f"{base.rstrip('/')}/{page.name}"] if base and in_a_book else []
        assert links == expected, page.name


def test_nothing_comes_from_another_host(site):
    loads = re.compile(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//|(?:url\(|@import)\s*["']?(?:https?:)?//""")
    for path in site.rglob("*.css"):
        assert not loads.search(path.read_text(encoding="utf-8")), path
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        # Links that a reader follows may lead elsewhere; what a page loads by itself may not.
        tags = re.findall(r"<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*>", text)
        strange = [tag for tag in tags if loads.search(tag) and 'rel="canonical"' not in tag]
        assert strange == [], path
