"""Numbers that answer and exhibits that can be cited, as readers meet them in a browser."""

import functools
import http.server
import json
import threading
import zipfile
from io import BytesIO

import openpyxl
import pandas as pd
import pikepdf
import pytest
from PIL import Image
from test_browser import WIDTHS, open_tab, show

DERIVED = "headline-comparison"  # rests on figures of two cities, each with its own document
_LIMIT = 60 * 1024
_SHOWS = "page => document.querySelector('.evidence-card').dataset.page === page"


@pytest.fixture(scope="module")
def folder(site):
    """The newest edition as published."""
    return max(path.parents[1] for path in site.glob("*/*/book/index.html"))


@pytest.fixture(scope="module")
def server(folder):
    """The edition behind a server on loopback, which stops with the tests."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    handler.log_message = lambda *_: None
    serving = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=serving.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    thread.join()
    serving.server_close()


def open_by_keyboard(tab, ref):
    number = tab.locator(f'main a[data-ref="{ref}"]').first
    number.focus()
    tab.keyboard.press("Enter")
    card = tab.locator(".evidence-card")
    card.wait_for()
    return number, card


@pytest.mark.parametrize("width", WIDTHS)
def test_a_number_opens_its_card_by_keyboard_and_gives_the_focus_back(browser, folder, width):
    with open_tab(browser, width=width) as tab:
        show(tab, folder / "book" / "index.html")
        number, card = open_by_keyboard(tab, "headline-margin")
        assert "12 points" in card.inner_text()
        assert tab.evaluate("document.activeElement.className").startswith("evidence-card")
        box, (w, _) = card.bounding_box(), WIDTHS[width]
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= w
        tab.keyboard.press("Escape")
        assert card.count() == 0
        assert number.evaluate("number => number === document.activeElement")


@pytest.mark.parametrize("served", [False, True])
def test_a_derived_number_leads_to_two_documents(browser, folder, server, served):
    with open_tab(browser) as tab:
        if served:
            tab.goto(f"{server}/book/index.html", wait_until="load")
        else:
            show(tab, folder / "book" / "index.html")
        _, card = open_by_keyboard(tab, DERIVED)
        documents = set()

        def follow():
            """Open each input in turn, down to the figures, and note their documents."""
            steps = card.locator(".evidence-steps a")
            if steps.count() == 0:
                documents.update(
                    card.locator('dd a[href*="documents.html#"]').evaluate_all("all => all.map(a => a.href)")
                )
                return
            for index in range(steps.count()):
                here, there = card.get_attribute("data-page"), steps.nth(index).evaluate("step => step.href")
                steps.nth(index).click()
                tab.wait_for_function(_SHOWS, arg=there)
                follow()
                card.get_by_role("button", name="Back").click()
                tab.wait_for_function(_SHOWS, arg=here)

        follow()
        assert len(documents) >= 2
        card.get_by_role("button", name="Close").click()
        assert card.count() == 0


def test_without_scripts_a_number_leads_to_its_page_and_on_to_the_document(browser, folder):
    with open_tab(browser, java_script_enabled=False) as tab:
        show(tab, folder / "book" / "index.html")
        tab.locator('main a[data-ref="headline-margin"]').first.click()
        assert tab.url.endswith("/evidence/headline-margin.html")
        for _ in range(2):
            tab.locator(".evidence-steps a").first.click()
        assert "Printed as" in tab.locator("main").inner_text()
        tab.locator('dd a[href*="documents.html#"]').click()
        assert "/book/documents.html#" in tab.url


@pytest.mark.parametrize("published", [True, False])
def test_the_note_on_a_later_edition_leads_there_where_that_is_published(browser, pages, published):
    page = next(page for page in pages if page.soup.select("aside.later-edition li a[data-there]"))
    with open_tab(browser) as tab:
        if not published:
            tab.route("**/editions.js", lambda route: route.abort())
        show(tab, page.path)
        links = tab.locator("a[data-there]")
        addresses = links.evaluate_all("links => links.map(link => link.href)")
    there = [link["data-there"] for link in page.soup.select("a[data-there]")]
    resolved = [(page.path.parent / link).resolve().as_uri() for link in there]
    assert addresses == (resolved if published else [""] * len(there))


def test_a_citation_is_copied(browser, folder, server):
    with open_tab(browser, permissions=["clipboard-read", "clipboard-write"]) as tab:
        for page in ("book/index.html", "exhibits/headline-growth/headline-growth.html"):
            tab.goto(f"{server}/{page}", wait_until="load")
            panel = tab.locator("#headline-growth .exhibit-panel > summary")
            if panel.count():
                panel.click()
            block = tab.locator("details.citation").first
            block.hover()
            block.locator("button.copybtn").click()
            tab.wait_for_function(
                "navigator.clipboard.readText().then(text => text.includes('headline-growth'))"
            )
            assert (
                tab.evaluate("navigator.clipboard.readText()").strip()
                == block.locator("pre").inner_text().strip()
            )


def test_every_file_of_an_exhibit_can_be_loaded_and_opened(browser, server):
    with open_tab(browser, accept_downloads=True) as tab:
        tab.goto(f"{server}/book/index.html", wait_until="load")
        tab.locator("#headline-growth .exhibit-panel > summary").click()
        loaded = {}
        for link in tab.locator("#headline-growth .exhibit-downloads a.site-file").all():
            with tab.expect_download() as download:
                link.click()
            path = download.value.path()
            loaded[download.value.suggested_filename.rpartition(".")[2]] = path.read_bytes()
    assert set(loaded) == {"png", "svg", "pdf", "csv", "xlsx", "zip"}
    with Image.open(BytesIO(loaded["png"])) as picture:
        assert round(picture.info["dpi"][0]) == 300
    assert loaded["svg"].startswith(b"<?xml")
    with pikepdf.open(BytesIO(loaded["pdf"])) as pdf:
        assert len(pdf.pages) == 1
    assert len(pd.read_csv(BytesIO(loaded["csv"]))) >= 1
    assert openpyxl.load_workbook(BytesIO(loaded["xlsx"])).sheetnames == ["Data", "Columns", "About"]
    with zipfile.ZipFile(BytesIO(loaded["zip"])) as whole:
        assert whole.testzip() is None
        assert "headline-growth.svg" in " ".join(whole.namelist())


def test_a_page_prints_without_cards_and_panels(browser, folder):
    with open_tab(browser) as tab:
        show(tab, folder / "book" / "index.html")
        open_by_keyboard(tab, "headline-margin")
        tab.emulate_media(media="print")
        assert not tab.locator(".evidence-card").is_visible()
        assert not tab.locator(".exhibit-panel").first.is_visible()
        assert tab.pdf(format="A4").startswith(b"%PDF")


def test_cards_and_panels_add_little_to_a_page(pages, folder):
    own = sum((folder / "_static" / name).stat().st_size for name in ("evidence.js", "evidence.css"))
    for page in pages:
        panels = sum(len(str(panel).encode()) for panel in page.soup.select("details.exhibit-panel"))
        bound = page.soup.select("main a[data-ref]")
        links = sum(len(link.get("href") or link["data-there"]) for link in bound)
        assert own + panels + links <= _LIMIT, page.name


def test_every_numeral_has_its_evidence(site, root):
    """What the pages say of themselves is counted anew in their own tests; here it is seen and told."""
    lines = []
    for path in sorted(site.glob("*/*/data/coverage.json")):
        coverage = json.loads(path.read_text(encoding="utf-8"))
        assert coverage["without_evidence"] == 0
        assert coverage["numerals"] == sum(coverage["counts"].values())
        assert coverage["counts"]["bound"] > 300
        edition = path.relative_to(site).parts[0]
        bound = coverage["counts"]["bound"]
        lines.append(f"edition {edition}: {coverage['numerals']} numerals, {bound} with evidence")
    assert lines
    told = root / "build" / "numerals.txt"
    told.parent.mkdir(exist_ok=True)
    told.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_pages_say_how_many_numerals_they_hold(pages):
    for page in pages:
        if page.name.endswith("04_data_quality.html"):
            shown = page.soup.select_one('[data-coverage="bound"]').text.replace(",", "")
            assert int(shown) > 300
