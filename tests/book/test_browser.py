"""The built site in a browser, from disk, at desktop and phone width."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from townbook.publishing.sphinx.icons import SCRIPT

_UNREACHABLE = """
[...document.querySelectorAll("[data-scrolls]")].filter(
  (frame) => frame.scrollWidth > frame.clientWidth && (frame.tabIndex < 0 || !frame.getAttribute("role"))
).length
"""
WIDTHS = {"desktop": (1300, 900), "phone": (390, 844)}


@contextmanager
def open_tab(
    browser: Browser, *, width: str = "desktop", scheme: str = "light", **more: object
) -> Iterator[Tab]:
    w, h = WIDTHS[width]
    # Without motion a colour is at once what it will be: axe must not measure one that is still fading in.
    context = browser.new_context(
        viewport={"width": w, "height": h}, color_scheme=scheme, reduced_motion="reduce", **more
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def show(tab: Tab, path: Path) -> None:
    tab.goto(path.resolve().as_uri(), wait_until="load")


def leave_out_alike(pages) -> list:
    """All pages of the book, and of those made in bulk from one template the longest of each kind."""
    kinds: dict[tuple[bool, bool], list] = {}
    for page in (page for page in pages if page.beside):
        kind = "evidence" in page.path.parts, bool(page.soup.select(".evidence-hint, figure img"))
        kinds.setdefault(kind, []).append(page)
    longest = [max(alike, key=lambda page: page.path.stat().st_size) for alike in kinds.values()]
    return [page for page in pages if not page.beside] + longest


def test_pages_made_in_bulk_are_looked_at_one_of_a_kind(pages):
    chosen = [page.name for page in leave_out_alike(pages) if page.beside]
    assert len(chosen) == 4  # an observation, a finding, a figure, a table
    assert sum("/evidence/" in name for name in chosen) == 2


def list_front_pages(pages) -> list:
    """The front page and the first chapter of each edition."""
    chosen = [page for page in pages if page.name.endswith(("book/index.html", "01_tier_composition.html"))]
    assert chosen
    return chosen


def judge(tab: Tab, *, within: str | None = None) -> list[str]:
    """Return what axe calls serious or critical, in the whole page or within an element."""
    # Of what is in order nothing is told, and nothing is fetched again: that halves the time.
    options = {"resultTypes": ["violations"], "preload": False, "iframes": False}
    found = Axe().run(tab, context=within, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def test_axe_finds_what_is_wrong(browser, tmp_path):
    path = tmp_path / "bad.html"
    path.write_text('<html><title>x</title><h1>x</h1><img src="data:,"></html>', encoding="utf-8")
    with open_tab(browser) as tab:
        show(tab, path)
        assert any(line.startswith("image-alt") for line in judge(tab))


def is_judged(page, alike) -> bool:
    """Whether a page is of the newest edition and of the briefs the longest.

    Editions share templates, pages their frame, briefs a notebook: more would find the same, slowly.
    """
    newest = max(one.name.split("/")[0] for one in alike if "/" in one.name)
    briefs = [one for one in alike if one.name.startswith(newest) and "/briefs/" in one.name]
    longest = max(briefs, key=lambda one: one.path.stat().st_size)
    return page.name.startswith(newest) and (page not in briefs or page is longest)


@dataclass
class Visit:
    """A page as it was opened at a desk and turned to a phone.

    `faults` are what the browser complained of or asked of others, `too_wide` the pixels by width, `found`
    what axe says, None where it was not asked.
    """

    faults: list[str] = field(default_factory=list)
    too_wide: dict[str, int] = field(default_factory=dict)
    found: list[str] | None = None


@pytest.fixture(scope="module")
def visits(browser, pages) -> dict[str, Visit]:
    """Each page, of those made in bulk one of a kind, opened once."""
    chosen = leave_out_alike(pages)
    made: dict[str, Visit] = {}
    with open_tab(browser) as tab:
        now = Visit()
        tab.on("console", lambda m: now.faults.append(m.text) if m.type == "error" else None)
        tab.on("pageerror", lambda error: now.faults.append(str(error)))

        def note(request) -> None:
            # What the browser gave up itself, because the next page was asked for, is no fault.
            if request.failure != "net::ERR_ABORTED":
                now.faults.append(f"{request.url}: {request.failure}")

        tab.on("requestfailed", note)

        def watch(request) -> None:
            if not request.url.startswith(("file:", "data:", "blob:")):
                now.faults.append(request.url)

        tab.on("request", watch)
        for page in chosen:
            now = made[page.name] = Visit()
            tab.set_viewport_size(dict(zip(("width", "height"), WIDTHS["desktop"], strict=True)))
            show(tab, page.path)
            if is_judged(page, chosen):
                now.found = judge(tab, within="main")
            for width, (w, h) in WIDTHS.items():
                tab.set_viewport_size({"width": w, "height": h})
                now.too_wide[width] = tab.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return made


def test_pages_load_nothing_from_outside_and_say_no_error(visits):
    assert {name: visit.faults for name, visit in visits.items() if visit.faults} == {}


def test_pages_do_not_overflow(visits):
    assert [name for name, visit in visits.items() if max(visit.too_wide.values()) > 0] == []


def test_pages_of_the_newest_edition_are_accessible(visits):
    judged = {name: visit.found for name, visit in visits.items() if visit.found is not None}
    assert len(judged) > 10
    assert {name: found for name, found in judged.items() if found} == {}


# Colours hang on the scheme alone, what lies where on the width alone.
@pytest.mark.parametrize(("width", "scheme"), [("phone", "light"), ("desktop", "dark")])
def test_main_pages_are_accessible_in_whole_on_phones_and_in_the_dark(browser, pages, width, scheme):
    with open_tab(browser, width=width, scheme=scheme) as tab:
        for page in list_front_pages(pages)[-2:]:  # editions share what is around the text
            show(tab, page.path)
            assert judge(tab) == [], page.name


def test_every_icon_is_drawn(browser, site, pages):
    script = site / list_front_pages(pages)[0].name.split("/book/")[0] / SCRIPT
    assert script.stat().st_size < 150_000  # of the 1.5 MB that the theme has
    with open_tab(browser) as tab:
        for page in list_front_pages(pages)[-2:]:
            show(tab, page.path)
            icons = tab.locator("[class*='fa-'][class*='svg-inline']")
            drawn = icons.evaluate_all("icons => icons.map(icon => icon.querySelectorAll('path').length)")
            assert len(drawn) > 5
            assert min(drawn) > 0
            assert tab.locator("i[class*='fa-']").count() == 0


def test_editions_lead_to_the_same_page_of_the_other(browser, site, pages):
    editions = {path.parents[2].name for path in site.glob("*/*/book/index.html")}
    assert len(editions) > 1, "the site of the tests holds both editions"
    with open_tab(browser) as tab:
        for page in list_front_pages(pages):
            show(tab, page.path)
            summary = tab.locator(".edition summary")
            summary.focus()
            tab.keyboard.press("Enter")
            links = tab.locator(".edition li a")
            addresses = links.evaluate_all("links => links.map(link => link.href)")
            own, language, rest = page.name.split("/", 2)
            others = [
                (site / other / language / rest).resolve() for other in sorted(editions - {own}, reverse=True)
            ]
            landing = (site / "index.html").resolve()
            assert addresses == [path.as_uri() for path in (*others, landing)], page.name
            tab.keyboard.press("Escape")
            assert not links.first.is_visible()


def test_without_scripts_the_edition_leads_to_the_landing_page(browser, site, pages):
    with open_tab(browser, java_script_enabled=False) as tab:
        for page in list_front_pages(pages):
            show(tab, page.path)
            tab.locator(".edition a").click()
            assert tab.url == (site / "index.html").resolve().as_uri()


def test_what_scrolls_on_a_phone_can_be_reached_by_keyboard(browser, pages):
    with open_tab(browser, width="phone") as tab:
        for page in list_front_pages(pages):
            show(tab, page.path)
            unreachable = tab.evaluate(_UNREACHABLE)
            assert unreachable == 0, page.name


def test_paper_shows_the_title_and_no_frame(browser, pages):
    with open_tab(browser, scheme="dark") as tab:
        tab.emulate_media(media="print", color_scheme="dark")
        for page in list_front_pages(pages):
            show(tab, page.path)
            assert tab.locator("article h1").is_visible(), page.name
            for frame in (".bd-sidebar-primary", ".bd-header-article", ".prev-next-footer"):
                assert not tab.locator(frame).first.is_visible(), (page.name, frame)
            assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
