"""What an exhibit offers: its files, its page, its citations, the documents behind it."""

import pytest

from townbook.publishing.sphinx.panels import rebase


@pytest.fixture
def built(build):
    return build(
        {
            "page": "# P\n\n```{toctree}\nin/it\n```\n",
            "in/it": "# It\n\n```{exhibit} bars\n```\n\n```{exhibit} keys\n```\n",
        }
    )


def test_a_panel_offers_the_files_that_there_are(built):
    panel = built.soup("in/it").select_one("#bars details.exhibit-panel")
    files = {
        link.text.split()[0].rstrip(","): link["href"]
        for link in panel.select(".exhibit-downloads a.site-file")
    }
    assert files == {"SVG": "../exhibits/bars/bars.svg", "CSV": "../exhibits/bars/bars.csv"}
    assert all("kB)" in link.text for link in panel.select("a.site-file"))
    assert panel.select_one("a.permalink")["href"] == "../exhibits/bars/bars.html"


def test_a_panel_cites_in_every_style_and_names_the_documents(built):
    panel = built.soup("in/it").select_one("#bars details.exhibit-panel")
    assert [summary.text for summary in panel.select("details.citation > summary")] == [
        "GB/T 7714—2025",
        "GB/T 7714—2015",
        "APA",
        "BibTeX",
        "RIS",
        "CSL-JSON",
    ]
    assert "The margin is 12 points" in panel.select_one("details.citation pre").text
    assert len(panel.select("div.citation pre")) == 2  # the documents behind it


def test_the_page_of_an_exhibit_holds_it_with_all_that_it_offers(built):
    page = built.soup("exhibits/bars/bars")
    assert page.h1.text == "Figure 1: The margin is 12 points"
    assert page.select_one("figure img")["src"] == "bars.svg"
    assert page.select_one("figcaption a.num")["href"] == "../../evidence/margin.html"
    assert page.select_one('a[href="../../in/it.html#bars"]')
    assert page.select_one(".exhibit-downloads a")["href"] == "bars.svg"
    # One set for the exhibit, one for each of its two documents.
    assert len(page.select("details.citation")) == 18
    assert page.select_one("details.exhibit-panel") is None
    assert built.soup("exhibits/keys/keys").h1.text == "Table 1: Key numbers"


def test_a_page_that_is_not_written_again_keeps_its_exhibit(build, built):
    path = built.folder / "exhibits" / "bars" / "bars.html"
    before = path.read_text(encoding="utf-8")
    build(
        {
            "page": "# New\n\n```{toctree}\nin/it\n```\n",
            "in/it": "# It\n\n```{exhibit} bars\n```\n\n```{exhibit} keys\n```\n",
        }
    )
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("address", "moved"),
    [
        ("../evidence/x.html", "../../evidence/x.html"),
        ("it.html#a", "../../in/it.html#a"),
        ("#a", "../../in/it.html#a"),
        ("../exhibits/bars/bars.svg", "bars.svg"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("", ""),
    ],
)
def test_addresses_are_seen_from_another_page(address, moved):
    html = f'<a class="x" href="{address}">href="it"</a>'
    expected = f'<a class="x" href="{moved}">href="it"</a>'
    assert rebase(html, seen_from="in/it.html", to="exhibits/bars/bars.html") == expected
