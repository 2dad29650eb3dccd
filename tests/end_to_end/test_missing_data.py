"""An edition for which the data of a chapter did not come: the book is built, and the chapter says so."""

import json

import pytest
import yaml
from bs4 import BeautifulSoup

from townbook.publishing.book import open_book

EDITION = "2023"
FRONT = "book/index.html"
GROWTH = "notebooks/02_growth_against_targets.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory, copy_project, townbook_here, change_observations):
    """The folder of an edition whose documents state no growth, without area briefs."""
    project = copy_project(tmp_path_factory.mktemp("missing-data") / "project")
    toc = yaml.safe_load((project / "_toc.yml").read_text(encoding="utf-8"))
    toc["parts"] = [part for part in toc["parts"] if part["caption"] != "Area briefs"]
    (project / "_toc.yml").write_text(yaml.safe_dump(toc, sort_keys=False), encoding="utf-8")
    known = {source.id for source in open_book(EDITION, root=project).brief.data.sources}
    change_observations(
        project, lambda row: None if row["kind"] == "growth" and row["source"] in known else row
    )
    done = townbook_here("build", "--edition", EDITION, folder=project)
    assert done.returncode == 0, done.stderr
    return project / "build" / "site" / EDITION / "en"


def _read_text(folder, page):
    article = BeautifulSoup((folder / page).read_text(encoding="utf-8"), "html.parser").article
    return " ".join(article.get_text(" ").split())


def test_an_edition_without_any_growth_is_built_and_says_so(root, built):
    document = json.loads((built / "data" / "findings.json").read_text(encoding="utf-8"))
    verdicts = {finding["id"]: finding["verdict"] for finding in document["findings"]}
    assert verdicts["headline-margin"] == "not_reported"
    assert "no document of this edition states a growth rate" in _read_text(built, FRONT)
    words = open_book(EDITION, root=root).brief.words
    assert words.label("verdicts", "not_reported") in _read_text(built, GROWTH).lower()
