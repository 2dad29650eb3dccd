"""What the page of a review shows in a browser, from disk."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from townbook.dataset.review.page import compose_page
from townbook.dataset.review.values import say_value


def judge(tab):
    """Return the rules of axe that the page breaks; nothing is told of what is in order, to save time."""
    options = {"resultTypes": ["violations"], "preload": False}
    return [rule["id"] for rule in Axe().run(tab, options=options).response["violations"]]


def test_filters_leave_what_is_asked_for(show, press):
    with show() as tab:
        shown = tab.locator("#shown")
        tab.get_by_label("Confidence below").fill("0.65")
        assert shown.text_content() == "2 of 5 shown"
        tab.get_by_role("button", name="Show all").click()
        tab.get_by_label("Indicator").first.select_option("=enterprises")
        assert shown.text_content() == "1 of 5 shown"
        tab.get_by_label("Indicator").first.select_option("towns")
        assert shown.text_content() == "1 of 5 shown"
        tab.get_by_role("button", name="Show all").click()
        tab.get_by_text("5 of 5 shown").wait_for()
        tab.locator("#filters [name=decision]").select_option("")
        press(tab, ["Escape"])
        tab.locator("h1").click()
        press(tab, "na")
        assert shown.text_content() == "4 of 5 shown"


def test_a_value_is_said_as_on_a_terminal(show, open_review, folder, press):
    units = open_review(folder)[2].units
    with show() as tab:
        press(tab, "n")
        for value, unit in [("1068000000", "CNY"), ("-0.032", "ratio"), ("0.12", "pp"), ("35000", "persons")]:
            tab.locator("#f-unit").select_option(unit)
            tab.locator("#f-value").fill(value)
            tab.locator("#f-value").blur()
            said = tab.locator("#f-value-note").text_content().replace("\u202f", " ").partition(" = ")[0]
            assert said == say_value({"value": value, "unit": unit}, "value", units=units)


def test_what_a_document_says_stays_text(show, page, press):
    text = page.read_text(encoding="utf-8")
    assert text.count("</script>") == 2
    assert text.count("<script") == 2
    assert "alert(1)" in text
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, flags=re.DOTALL)[1])
    assert "</script><script>alert(1)</script>,\x1b[2J带动就业。" in data["proposals"][1]["quotation"]["tail"]
    with show() as tab:
        press(tab, "n")
        assert "</script><script>alert(1)</script>" in tab.locator("blockquote").text_content()
        assert tab.title() == f"Review of {page.parent.as_posix()}/proposals.csv"


# Colours hang on the scheme alone, what lies where on the width alone.
@pytest.mark.parametrize(("width", "scheme"), [("phone", "light"), ("desktop", "dark")])
def test_the_page_is_accessible_and_as_wide_as_the_screen(show, width, scheme, press):
    with show(width=width, scheme=scheme) as tab:
        press(tab, "nna")
        assert tab.evaluate("document.documentElement.scrollWidth") <= tab.viewport_size["width"]
        assert judge(tab) == []
        press(tab, "?")
        assert judge(tab) == []


def test_on_paper_there_is_the_list_alone(show, press):
    with show() as tab:
        press(tab, "nn")
        tab.emulate_media(media="print")
        assert not tab.locator("#filters").is_visible()
        assert not tab.locator("blockquote").is_visible()
        assert tab.locator(".summary").count() == 5


def test_without_the_document_the_page_says_so(browser, make_folder, open_review, tmp_path):
    folder = make_folder(tmp_path / "bare", document=False)
    proposals, review, desk = open_review(folder)
    path = folder / "review.html"
    path.write_text(compose_page(review, desk, proposals), encoding="utf-8", newline="")
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(path.as_uri())
    assert tab.get_by_text("'wanghai.txt' is not at hand").is_visible()
    context.close()


def test_the_same_proposals_give_the_same_page(page, folder, open_review):
    proposals, review, desk = open_review(folder)
    assert compose_page(review, desk, proposals) == page.read_text(encoding="utf-8")
