"""Why something vanished, as its address says it: of a small edition that is published, and the next."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from townbook.analysis.findings import Finding, Registry
from townbook.dataset.downloads import publish_tables
from townbook.dataset.editions import Dataset, Edition
from townbook.dataset.schema import TOWN_COLUMNS
from townbook.figures.exhibits import Brief
from townbook.publishing import build
from townbook.publishing.book import Book
from townbook.publishing.landing import Card, write_card
from townbook.publishing.manifests.hashes import hash_file
from townbook.publishing.manifests.manifest import read_manifest
from townbook.publishing.manifests.sealing import seal_edition
from townbook.publishing.vanished import read_vanished
from townbook.sources.catalogue import Source
from townbook.vocabulary.words import Words

ROOT = Path(__file__).parents[2]
EDITIONS = (Edition("2023", date(2023, 12, 31), "final"), Edition("2024", date(2025, 3, 31), "provisional"))
# Each document with the day of its publication: the first edition knows one, the second all.
DAYS = {"paper": "2023-08-06", "later": "2024-08-06", "plan": "2023-05-01"}
GONE = {
    "number": "evidence/lost.html",
    "observation": "evidence/seen.html",
    "exhibit": "exhibits/lines/lines.html",
    "page": "notebooks/briefs/140400.html",
}
WITHDRAWN = "Withdrawn document: Daily of the paper, 6 August 2023"


def describe(name):
    return Source(
        id=name,
        title="示例",
        title_en=f"Sample {name}",
        publisher="示例报",
        publisher_en=f"Daily of the {name}",
        type="news",
        published=DAYS[name],
        published_basis="printed",
        language="zh",
        script="Hans",
        file=f"{name}.txt",
        encoding="utf-8",
        sha256="0" * 64,
    )


def figure(source, value, **cells):
    """One printed figure, by default the output of Changzhi in 2022."""
    row = {"area": "140400", "tier": "municipal", "town": "", "indicator": "output", "kind": "level"}
    row |= {"period": "2022", "value": value, "value_high": float("nan"), "unit": "CNY", "source": source}
    row |= {"qualifier": "exact", "printed": f"{value / 1e8:g}亿元", "line": 1, "char_start": 0}
    row |= {"char_end": 3, "method": "hand", "status": "A", "note": "", "low": value, "high": value}
    return row | {"first": 24264, "last": 24275} | cells


@pytest.fixture(scope="module")
def codelists():
    return build.open_book("2023", root=ROOT).dataset.codelists


@pytest.fixture
def open_made(codelists):
    """A function that opens an edition of a dataset: figures by id, documents, findings."""

    def open_made(edition, figures, documents, findings):
        rows = pd.DataFrame(figures.values(), index=pd.Index(figures, name="observation_id"))
        sources = tuple(describe(name) for name in documents)
        dataset = Dataset(rows, pd.DataFrame(columns=TOWN_COLUMNS), sources, EDITIONS, codelists)
        chosen = dataset.find_edition(edition)
        registry = Registry(edition, findings)
        return Book(ROOT, dataset, chosen, Brief(dataset.cut(chosen), registry, Words("en", codelists)))

    return open_made


def write_pages(book, site, *, exhibits=(), pages=()):
    """Write an edition as a build without notebooks would: its data, its numbers, exhibits and pages."""
    data, registry = book.brief.data, book.brief.registry
    publish_tables(data, folder=site / "data")
    written = {"data/findings.json": registry.to_json(), "book/index.html": "<title>Start — Towns</title>"}
    for name in (*registry, *data.observations.index):
        written[f"evidence/{name}.html"] = f"<title>Of {name} — Edition {book.edition.id}</title>"
    for name, behind in dict(exhibits).items():
        home = f"exhibits/{name}/{name}"
        described = {"id": name, "kind": "figure", "findings": list(behind), "observations": []}
        written |= {f"{home}.html": f"<title>Figure 1: {name} — Edition</title>", f"{home}.csv": "n\n"}
        written[f"{home}.json"] = json.dumps(described)
    for name, said in dict(pages).items():
        numbers = "".join(f'<a data-ref="{one}">1</a>' for one in said)
        written[f"{name}.html"] = f"<title>Page of {name[-6:]} &#8212; Towns</title>{numbers}"
    for path, text in written.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    edition, names = book.edition, ("book/index", *dict(pages))
    facts = (edition.id, edition.status, edition.cutoff.isoformat(), "en", "Towns", "book/index", names)
    card = Card(*facts)
    write_card(card, folder=site)
    seal_edition(site, card=card, root=ROOT)


@pytest.fixture
def publish(tmp_path, monkeypatch):
    """A function that builds and publishes an edition as `townbook build` does, but without notebooks."""
    root, output = tmp_path / "project", tmp_path / "www"
    (root / "book").mkdir(parents=True)
    (root / "book" / "index.md").write_text("# Towns\n", encoding="utf-8")
    (root / "_toc.yml").write_text("format: jb-book\nroot: book/index\n", encoding="utf-8")
    monkeypatch.setattr(build, "prepare_fonts", lambda _: None)

    def publish(book, *, reason="", **made):
        def write_sites(_root, volumes, _contents, **_):
            for volume in volumes:
                write_pages(book, volume.workplace.site, **made)

        monkeypatch.setattr(build, "_run_volumes", write_sites)
        monkeypatch.setattr(build, "open_book", lambda *_, **__: book)
        edition = book.edition.id
        [folder] = build.build_books(
            *(root,), edition=edition, language="en", output=output, stream=StringIO(), replace=reason
        )
        build.clear_workplace(build.Workplace(root, edition, "en"))
        return folder

    return publish


def read(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_a_number_an_exhibit_and_a_page_of_an_earlier_edition_keep_addresses_with_the_reason(
    publish, open_made
):
    figures = {"kept": figure("plan", 1e8), "seen": figure("paper", 2e8, indicator="revenue")}
    lost, sum_ = Finding("lost", 2e8, observations=("seen",)), Finding("sum", 1e8, observations=("kept",))
    first = publish(
        open_made("2023", figures, ["plan", "paper"], [lost, sum_]),
        exhibits={"lines": ["lost"], "bars": ["sum"]},
        pages={"notebooks/briefs/140400": ["lost", "seen", "sum"], "notebooks/one": ["sum"]},
    )
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    book = open_made("2024", {"kept": figures["kept"]}, ["plan"], [sum_])
    made = {"exhibits": {"bars": ["sum"]}, "pages": {"notebooks/one": ["sum"]}}
    second = publish(book, **made)
    assert {one.path: (one.why, one.since, one.last) for one in read_vanished(second)} == dict.fromkeys(
        GONE.values(), (WITHDRAWN, "2024", "2023")
    )
    titles = {kind: read(second / path).h1.text for kind, path in GONE.items()}
    assert titles == {
        "number": "Of lost",
        "observation": "Of seen",
        "exhibit": "Figure 1: lines",
        "page": "Page of 140400",
    }
    for path in GONE.values():
        page = read(second / path)
        assert f"{WITHDRAWN}." in page.main.text
        assert (second / path).parent.joinpath(
            page.select_one("main a")["data-there"]
        ).resolve() == first / path
        assert (second / path).parent.joinpath(page.select_one("main a")["href"]).resolve().is_file()
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before
    hashes = {name: one.sha256 for name, one in read_manifest(second).files.items()}
    assert hashes == {name: hash_file(second / name) for name in hashes}
    again = publish(book, **made)
    assert [one.path for one in read_vanished(again)] == sorted(GONE.values())


KEPT = {"kept": figure("plan", 1e8, indicator="revenue")}
OLD = KEPT | {"seen": figure("paper", 2e8)}
NEWER = {"newer": figure("later", 3e8)}
OTHER = {"other": figure("later", 3e8, period="2023")}
REASONS = {
    # What the second edition has, its documents, and why it has no finding that sums up or rests on `seen`.
    "new document": (
        OLD | OTHER,
        ["plan", "paper", "later"],
        "New document: Daily of the later, 6 August 2024",
    ),
    "revision": (
        OLD | NEWER,
        ["plan", "paper", "later"],
        "Revised figure: Daily of the later, 6 August 2024",
    ),
    "correction": (KEPT, ["plan", "paper"], "Correction: Daily of the paper, 6 August 2023"),
    "withdrawal": (KEPT, ["plan"], WITHDRAWN),
    "cutoff": (OLD, ["plan", "paper"], "The cutoff moved"),
}


@pytest.mark.parametrize("reason", REASONS)
def test_a_finding_and_its_exhibit_say_why_the_next_edition_has_neither(publish, open_made, reason):
    figures, documents, why = REASONS[reason]
    lost = Finding("lost", 2e8, observations=("seen",))
    exhibits = {"lines": ["lost"], "print": ["seen"]}
    publish(open_made("2023", OLD, ["plan", "paper"], [lost]), exhibits=exhibits)
    folder = publish(open_made("2024", figures, documents, []))
    said = {one.id: one.why for one in read_vanished(folder)}
    # An observation stays as long as its document has it, also where another one prints it anew.
    of_print = "" if reason in ("new document", "cutoff") else why
    assert said == {"print": of_print} | dict.fromkeys(["lost", "lines", *({"seen"} - set(figures))], why)
    assert f"{why}." in read(folder / GONE["number"]).main.text


def test_a_finding_that_is_computed_no_longer_says_so_to_those_who_know_it_from_a_former_build(
    publish, open_made
):
    lost = Finding("lost", 2e8, observations=("seen",))
    publish(open_made("2024", OLD, ["plan", "paper"], [lost]))
    folder = publish(open_made("2024", OLD, ["plan", "paper"], []))
    assert [(one.id, one.why, one.last) for one in read_vanished(folder)] == [("lost", "Method", "")]


def test_what_a_final_edition_lost_says_for_what_reason_it_was_replaced(publish, open_made):
    lost = Finding("lost", 2e8, observations=("seen",))
    publish(open_made("2023", OLD, ["plan", "paper"], [lost]), exhibits={"lines": ["lost"]})
    folder = publish(open_made("2023", KEPT, ["plan"], []), reason="The paper is a hoax")
    said = {one.id: one.why for one in read_vanished(folder)}
    assert said == dict.fromkeys(["lost", "seen", "lines"], "The paper is a hoax")


def test_a_page_that_few_of_its_numbers_left_does_not_take_their_reason_for_its_own(publish, open_made):
    findings = [Finding(name, 1e8, observations=("kept",)) for name in ("one", "two")]
    lost = Finding("lost", 2e8, observations=("seen",))
    pages = {"notebooks/briefs/140400": ["one", "two", "lost"]}
    publish(open_made("2023", OLD, ["plan", "paper"], [*findings, lost]), pages=pages)
    folder = publish(open_made("2024", KEPT, ["plan"], findings))
    assert {one.kind: one.why for one in read_vanished(folder)} == {"number": WITHDRAWN, "page": ""}
    assert "The report no longer has this page" in read(folder / GONE["page"]).main.text
