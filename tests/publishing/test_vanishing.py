"""What was published and is no more: which addresses are kept, since when, why, and for how long."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from townbook.analysis.findings import Finding, Registry
from townbook.publishing.book import open_book
from townbook.publishing.landing import Card, write_card
from townbook.publishing.manifests.comparing import compare_manifests
from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import read_manifest
from townbook.publishing.manifests.sealing import seal_edition
from townbook.publishing.vanished import Vanished, read_vanished
from townbook.publishing.vanishing import keep_addresses

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book():
    return open_book("2024", root=ROOT)


@pytest.fixture
def make(tmp_path):
    """A function that makes an edition as built: pages of findings, and of exhibits that rest on some."""

    def make(name, edition, *findings, exhibits=(), shows=()):
        site = tmp_path / name
        registry = Registry(edition, [Finding(one, 1, None, "towns") for one in findings])
        pages = {f"evidence/{one}.html": f"<title>About &amp; {one} — Edition</title>" for one in findings}
        for one in exhibits:
            home = f"exhibits/{one}/{one}"
            described = {"id": one, "kind": "figure", "findings": list(shows), "observations": []}
            pages |= {f"{home}.html": f"<title>Figure 1: {one} — Edition</title>", f"{home}.csv": "n\n"}
            pages[f"{home}.json"] = json.dumps(described)
        for path, text in (pages | {"data/findings.json": registry.to_json()}).items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        card = Card(edition, "provisional", "2025-03-31", "en", "A report", "book/index", ("book/index",))
        write_card(card, folder=site)
        seal_edition(site, card=card, root=ROOT)
        return site

    return make


def keep(book, built, *, earlier=None, published=None, reason=""):
    """Keep the addresses for an edition that has the findings that are on its disk."""
    registry = Registry.from_json((built / "data" / "findings.json").read_text(encoding="utf-8"))
    own = replace(book, brief=replace(book.brief, registry=registry))
    folders = {} if earlier is None else {"2023": earlier}
    return keep_addresses(own, built=built, earlier=folders, published=published, reason=reason)


def read(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_what_an_earlier_edition_has_alone_gets_a_page_that_leads_there(book, make):
    old = make("old", "2023", "kept", "lost", exhibits=("lines",), shows=("lost",))
    built = make("new", "2024", "kept")
    gone = keep(book, built, earlier=old)
    assert [(one.path, one.title, one.since, one.last) for one in gone] == [
        ("evidence/lost.html", "About & lost", "2024", "2023"),
        ("exhibits/lines/lines.html", "Figure 1: lines", "2024", "2023"),
    ]
    assert {one.why for one in gone} == {"New documents: 2"}
    page = read(built / "exhibits" / "lines" / "lines.html")
    assert page.h1.text == "Figure 1: lines"
    link = page.select_one("a[data-edition]")
    assert (link["href"], link["data-edition"]) == ("../../../../index.html", "2023/en")
    assert link["data-there"] == "../../../../2023/en/exhibits/lines/lines.html"
    assert gone[1].why in page.main.text
    assert page.select_one("link[rel=stylesheet]")["href"] == "../../_static/townbook-faces.css"


def test_what_a_former_build_has_alone_keeps_its_address_without_a_link(book, make):
    published, built = make("www", "2024", "lost", "kept", exhibits=("lines",)), make("new", "2024", "kept")
    gone = {one.id: one for one in keep(book, built, published=published)}
    assert gone["lost"] == Vanished("lost", "number", "About & lost", "2024", gone["lost"].why, "")
    assert gone["lines"].why == ""
    page = read(built / "exhibits" / "lines" / "lines.html")
    assert "The report no longer shows it, or shows it under another name." in page.main.text
    assert page.select("main a[data-edition]") == []


def test_the_reason_for_a_replacement_stands_on_the_page(book, make):
    published, built = make("www", "2024", "lost", "kept"), make("new", "2024", "kept")
    keep(book, built, published=published, reason="It was <wrong>")
    assert "It was <wrong>." in read(built / "evidence" / "lost.html").main.text


def test_an_address_is_kept_from_build_to_build_until_it_is_back(book, make):
    first, second = make("first", "2024", "lost", "kept"), make("second", "2024", "kept")
    once = keep(book, second, published=first)
    third = make("third", "2024", "kept")
    assert keep(book, third, published=second) == once
    assert (third / "evidence" / "lost.html").read_bytes() == (second / "evidence" / "lost.html").read_bytes()
    fourth = make("fourth", "2024", "lost", "kept")
    assert keep(book, fourth, published=third) == []
    assert read_vanished(fourth) == []


def test_the_manifest_names_what_is_kept_and_a_comparison_leaves_it_out(book, make):
    old, built, fresh = (
        make(name, "2024", *more, "kept") for name, more in (("a", ["lost"]), ("b", []), ("c", []))
    )
    keep(book, built, published=old)
    manifest = read_manifest(built)
    assert set(manifest.kept) == {"evidence/lost.html", "vanished.json"}
    assert {name: hash_file(built / name) for name in manifest.files} == {
        name: one.sha256 for name, one in manifest.files.items()
    }
    assert {one.change for one in compare_manifests(manifest, read_manifest(fresh))} == {"same"}


def test_nothing_is_written_where_nothing_vanished_or_nothing_can_be_read(book, make, tmp_path):
    built = make("new", "2024", "kept")
    before = (built / "manifest.json").read_bytes()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "manifest.json").write_text("{", encoding="utf-8")
    assert keep(book, built, earlier=tmp_path / "broken", published=tmp_path / "none") == []
    assert (built / "manifest.json").read_bytes() == before
    assert not (built / "vanished.json").exists()


def test_where_findings_cannot_be_read_the_address_is_kept_all_the_same(book, make):
    old, built = make("old", "2023", "lost", "kept"), make("new", "2024", "kept")
    shutil.rmtree(old / "data")
    [gone] = keep(book, built, earlier=old)
    assert (gone.id, gone.why) == ("lost", "")
