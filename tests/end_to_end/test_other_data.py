import csv
import json

import pytest
import yaml
from bs4 import BeautifulSoup

from townbook.publishing.book import open_book

EARLIER, EDITION = "2023", "2024"
FRONT = "book/index.html"
GROWTH = "notebooks/02_growth_against_targets.html"
HEADLINE = "headline-growth"


@pytest.fixture(scope="module")
def rows(root):
    """`data/observations.csv` as it stands: its columns and rows."""
    with (root / "data" / "observations.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames), list(reader)


@pytest.fixture(scope="module")
def built(tmp_path_factory, copy_project, townbook, rows, headline):
    """The folders of both editions from other rows, without area briefs.

    In the newest the growth of the headline is lower; the documents of the one before state none.
    """
    project = copy_project(tmp_path_factory.mktemp("other-data") / "project")
    toc = yaml.safe_load((project / "_toc.yml").read_text(encoding="utf-8"))
    toc["parts"] = [part for part in toc["parts"] if part["caption"] != "Area briefs"]
    (project / "_toc.yml").write_text(yaml.safe_dump(toc, sort_keys=False), encoding="utf-8")
    known = {source.id for source in open_book(EARLIER, root=project).brief.data.sources}
    columns, printed = rows
    changed = [
        _lower(row) if row["observation_id"] == headline else row
        for row in printed
        if not (row["kind"] == "growth" and row["source"] in known)
    ]
    with (project / "data" / "observations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(changed)
    done = townbook("build", "--edition", "all", folder=project)
    assert done.returncode == 0, done.stderr
    site = project / "build" / "site"
    return {edition: site / edition / "en" for edition in (EARLIER, EDITION)}


def _read_text(folder, page):
    article = BeautifulSoup((folder / page).read_text(encoding="utf-8"), "html.parser").article
    return " ".join(article.get_text(" ").split())


def _read_findings(folder):
    document = json.loads((folder / "data" / "findings.json").read_text(encoding="utf-8"))
    return {finding["id"]: finding for finding in document["findings"]}


def _read_exhibit(folder, name):
    """Return caption as said on the front page, alternative text, and picture of a figure."""
    home = folder / "exhibits" / name
    description = json.loads((home / f"{name}.json").read_text(encoding="utf-8"))
    page = BeautifulSoup((folder / FRONT).read_text(encoding="utf-8"), "html.parser")
    [image] = [image for image in page.article.find_all("img") if f"{name}.svg" in image["src"]]
    assert image["alt"] == description["alt"]
    caption = " ".join(image.find_parent("figure").figcaption.get_text(" ").split())
    return caption, description["alt"], (home / f"{name}.svg").read_text(encoding="utf-8")


def _lower(row):
    """Suppose a growth below the target that it is held against: one value, no other edit."""
    return {**row, "value": "0.08"}


@pytest.fixture(scope="module")
def brief(root):
    """The newest edition of the project's own data."""
    return open_book(EDITION, root=root).brief


@pytest.fixture(scope="module")
def headline(brief):
    """The observation behind the growth of the headline."""
    [name] = brief.registry["headline-growth"].observations
    return name


def test_a_changed_figure_turns_sentence_verdict_figure_caption_and_alt_text(site, brief, built):
    before, after = site / EDITION / "en", built[EDITION]

    verdicts = [_read_findings(folder)["headline-margin"]["verdict"] for folder in (before, after)]
    assert verdicts == ["met", "missed"]
    labels = [brief.words.label("verdicts", verdict) for verdict in verdicts]
    printed = [
        brief.words.quantity(brief.registry["headline-growth"].quantity),
        "8%",
    ]
    texts = [_read_text(folder, FRONT) for folder in (before, after)]
    for own, other in ((0, 1), (1, 0)):
        assert f"{printed[own]} against a target" in texts[own]
        assert f"is {labels[own]}" in texts[own]
        assert f"{printed[other]} against a target" not in texts[own]
        assert f"the target is {labels[other]}" not in texts[own]
    exhibits = [_read_exhibit(folder, HEADLINE) for folder in (before, after)]
    for part in range(3):
        assert exhibits[0][part] != exhibits[1][part]
    assert "8%" in exhibits[1][0]
    assert "8%" in exhibits[1][1]


def test_an_edition_without_any_growth_is_built_and_says_so(brief, built):
    folder = built[EARLIER]
    assert _read_findings(folder)["headline-margin"]["verdict"] == "not_reported"
    assert "no document of this edition states a growth rate" in _read_text(folder, FRONT)
    assert brief.words.label("verdicts", "not_reported") in _read_text(folder, GROWTH).lower()
