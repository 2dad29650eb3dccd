"""The project with the plain tools: papermill alone, and jupyter-book alone after one value was changed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from townbook.publishing.book import open_book
from townbook.publishing.exhibit_files import MIME
from townbook.publishing.notebooks import read_notebook

EDITION = "2024"
FRONT = "book/index.html"
HEADLINE = "headline-growth"


@pytest.fixture(scope="module")
def brief(root):
    """The newest edition of the project's own data."""
    return open_book(EDITION, root=root).brief


@pytest.fixture(scope="module")
def project(tmp_path_factory, copy_project, brief, change_observations):
    """A copy of the project in which the growth of the headline is lower: one value, no other edit."""
    project = copy_project(tmp_path_factory.mktemp("plain") / "project")
    [headline] = brief.registry[HEADLINE].observations
    change_observations(
        project, lambda row: {**row, "value": "0.08"} if row["observation_id"] == headline else row
    )
    return project


@pytest.fixture(scope="module")
def built(project):
    """What jupyter-book made of it, with warnings as errors and without the notebooks' outputs."""
    done = _run(project, "jupyter-book", "build", ".", "-n", "-W", "--keep-going")
    assert "WARNING" not in done.stderr
    return project / "_build" / "html"


def _run(project, program, *arguments):
    command = [str(Path(sys.executable).parent / program), *map(str, arguments)]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done


def _read_text(folder):
    article = BeautifulSoup((folder / FRONT).read_text(encoding="utf-8"), "html.parser").article
    return " ".join(article.get_text(" ").split())


def _read_exhibit(folder, name):
    """Return caption as said on the front page, alternative text, and picture of a figure."""
    home = folder / "exhibits" / name
    description = json.loads((home / f"{name}.json").read_text(encoding="utf-8"))
    page = BeautifulSoup((folder / FRONT).read_text(encoding="utf-8"), "html.parser")
    [image] = [image for image in page.article.find_all("img") if f"{name}.svg" in image["src"]]
    assert image["alt"] == description["alt"]
    caption = " ".join(image.find_parent("figure").figcaption.get_text(" ").split())
    return caption, description["alt"], (home / f"{name}.svg").read_text(encoding="utf-8")


def test_papermill_runs_a_notebook_by_itself_with_the_edition_as_it_reads_it(project):
    output = project / "out.ipynb"
    _run(project, "papermill", "notebooks/02_growth_against_targets.ipynb", output, "-p", "edition", "2023")
    outputs = [output for cell in read_notebook(output).cells for output in cell.get("outputs", [])]
    shown = [output["data"] for output in outputs if MIME in output.get("data", {})]
    assert shown
    assert all("image/svg+xml" in data or "text/html" in data for data in shown)


def test_a_changed_figure_turns_sentence_verdict_figure_caption_and_alt_text(site, brief, built, project):
    folders = (site / EDITION / "en", built)
    changed = open_book(EDITION, root=project).brief
    verdicts = [each.registry["headline-margin"].verdict for each in (brief, changed)]
    assert verdicts == ["met", "missed"]
    labels = [brief.words.label("verdicts", verdict) for verdict in verdicts]
    printed = [brief.words.quantity(brief.registry[HEADLINE].quantity), "8%"]
    texts = [_read_text(folder) for folder in folders]
    for own, other in ((0, 1), (1, 0)):
        assert f"{printed[own]} against a target" in texts[own]
        assert f"is {labels[own]}" in texts[own]
        assert f"{printed[other]} against a target" not in texts[own]
        assert f"the target is {labels[other]}" not in texts[own]
    exhibits = [_read_exhibit(folder, HEADLINE) for folder in folders]
    for part in range(3):
        assert exhibits[0][part] != exhibits[1][part]
    assert "8%" in exhibits[1][0]
    assert "8%" in exhibits[1][1]
