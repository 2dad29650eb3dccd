"""What a later edition says otherwise: the note of a page, the line beneath an exhibit, the list."""

from dataclasses import replace
from datetime import date

import pytest

from townbook.analysis.findings import Finding, Registry
from townbook.dataset.editions import Edition
from townbook.publishing.coverage import cover_page

LIST = "# List\n\n```{errata}\n```\n"


@pytest.fixture
def earlier(book, monkeypatch):
    """Let the edition of the tests be followed by one in which a margin is lower and a count is the same."""

    def follow(*findings):
        newest = Edition("2025", date(2026, 3, 31), "provisional")
        dataset = replace(book.dataset, editions=(book.edition, newest))
        brief = replace(book.brief, data=dataset.cut(book.edition))
        followed = replace(book, dataset=dataset, brief=brief)
        made = {one.id: one for one in (*book.brief.registry.values(), *findings)}
        registry = Registry("2025", made.values())
        monkeypatch.setattr("townbook.publishing.later_editions.build_registry", lambda _: registry)
        monkeypatch.setattr("townbook.publishing.sphinx.edition.open_book", lambda *_, **__: followed)

    return follow


def test_a_page_says_at_its_top_what_a_later_edition_gives(build, earlier):
    earlier(Finding("margin", 0.05, None, "pp", "met", about={"area": "140400"}))
    built = build("# Page\n\nA margin of {num}`margin`.\n")
    note = built.soup().select_one("aside.later-edition")
    assert note.find_previous_sibling().name == "h1"
    assert note.p.get_text() == "Edition 2025 says otherwise of some of the findings on this page."
    [item] = note.select("li")
    assert item.get_text().startswith("Growth minus target: Changzhi 长治市: here 12\N{NO-BREAK SPACE}points")
    assert "; the 2025 edition gives 5\N{NO-BREAK SPACE}points, met. " in item.get_text()
    assert [(link.get("href"), link.get("data-there")) for link in note.select("a")] == [
        ("../../index.html", "../../2025/en/page.html"),
        ("evidence/margin.html", None),
        (None, "../../2025/en/evidence/margin.html"),
    ]
    there = note.select("li a")[-1]
    assert (there["class"], there["data-ref"], there["data-edition"]) == (["num"], "margin", "2025/en")
    assert cover_page(f'<article class="bd-article">{note}</article>').strays == ()
    assert note.details.has_attr("open")
    assert built.warnings == ""


def test_a_page_that_rests_on_nothing_that_changed_says_nothing(build, earlier):
    earlier(Finding("margin", 0.05, None, "pp", "met", about={"area": "140400"}))
    assert build("# Page\n\n{num}`several` towns.\n").soup().select(".later-edition") == []


def test_an_exhibit_says_beneath_it_which_of_its_findings_changed(build, earlier):
    earlier(Finding("margin", 0.05, None, "pp", "met", about={"area": "140400"}))
    built = build("# Page\n\n```{exhibit} bars\n```\n\n```{sources}\n```\n")
    line = built.soup().select_one("figure#bars p.later-edition")
    assert line.get_text() == "Edition 2025 says otherwise of: Growth minus target: Changzhi 长治市."


def test_the_page_of_an_exhibit_says_it_at_its_top_and_shows_the_line(build, earlier):
    earlier(Finding("margin", 0.05, None, "pp", "met", about={"area": "140400"}))
    page = build("# Page\n\n```{exhibit} bars\n```\n\n```{sources}\n```\n").soup("exhibits/bars/bars")
    note = page.select_one("main > aside.later-edition")
    assert note.find_next_sibling().name == "h1"
    assert "; the 2025 edition gives 5 points, met." in " ".join(note.li.get_text().split())
    assert [(link.get("href"), link["data-there"]) for link in note.select("a")] == [
        ("../../../../index.html", "../../../../2025/en/page.html"),
        (None, "../../../../2025/en/evidence/margin.html"),
    ]
    [line] = page.select("figure p.later-edition")
    assert line.a["data-there"] == "../../../../2025/en/evidence/margin.html"
    assert not line.a.has_attr("href")
    assert page.select_one('script[src="../../../../editions.js"]')


def test_the_page_of_a_number_says_it_at_its_top_and_others_say_nothing(build, earlier):
    earlier(Finding("margin", 0.05, None, "pp", "met", about={"area": "140400"}))
    built = build("# Page\n\n```{sources}\n```\n")
    [edition, link] = built.soup("evidence/margin").select("main > aside.later-edition a")
    assert (edition.get_text(), edition["href"]) == ("Edition 2025", "../../../index.html")
    assert link["data-there"] == "../../../2025/en/evidence/margin.html"
    assert built.soup("evidence/several").select(".later-edition") == []


def test_the_list_has_both_values_and_the_cause(build, earlier):
    earlier(Finding("several", 4, None, "towns"))
    built = build(LIST)
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in built.soup().select("tr")]
    assert rows[0] == ["What", "Edition 2024", "Edition 2025", "Cause"]
    assert [row[:3] for row in rows[1:]] == [["Several", "3", "4"]]
    assert rows[1][3].strip()
    assert built.soup().select("aside.later-edition") == []


def test_where_a_later_edition_says_the_same_the_list_says_so(build, earlier):
    earlier()
    assert "Edition 2025 says the same of all that is on these pages." in build(LIST).text()


def test_the_newest_edition_says_that_it_is(build):
    assert "This is the newest edition: there is no later one to say otherwise." in build(LIST).text()
