"""The tutorial as it stands: from two made-up documents to an edition that says what they say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

SCRIPT = "examples/new_year/run.sh"
_BLOCK = re.compile(r"^```console\n(.*?)^```", flags=re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def walk(root, tmp_path_factory):
    """The walk of the tutorial: what was said, and the scratch copy that it was done in."""
    scratch = tmp_path_factory.mktemp("example") / "scratch"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", SCRIPT, str(scratch)],
        cwd=root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done, scratch


def _read(scratch, page):
    html = (scratch / "build/site/2025/en" / page).read_text(encoding="utf-8")
    return " ".join(BeautifulSoup(html, "html.parser").article.get_text(" ").split())


def test_the_page_shows_the_commands_of_the_script_in_their_order(root):
    script = (root / SCRIPT).read_text(encoding="utf-8")
    blocks = _BLOCK.findall((root / "book/tutorial.md").read_text(encoding="utf-8"))
    shown = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    assert shown[0] == "make example"
    places = [script.find(command) for command in shown[1:]]
    assert -1 not in places
    assert places == sorted(places)


def test_a_target_is_missed_and_the_front_page_says_so(walk):
    _, scratch = walk
    text = _read(scratch, "book/index.html")
    assert re.search(r"in 2025 was 8% against a target of 10%\s?: the target is missed", text)


def test_a_tier_grows_a_city_appears_and_a_figure_is_revised(walk):
    _, scratch = walk
    findings = json.loads((scratch / "build/site/2025/en/data/findings.json").read_text(encoding="utf-8"))
    values = {finding["id"]: finding["value"] for finding in findings["findings"]}
    assert values["towns-140400-municipal"] == 15
    assert values["towns-141000-municipal"] == 9
    assert "Linfen" in _read(scratch, "notebooks/briefs/141000.html")
    assert 'briefs/141000.html"' in (scratch / "build/site/2025/en/book/index.html").read_text(
        encoding="utf-8"
    )
    assert "10.42 billion" in _read(scratch, "book/changes.html")


def test_the_difference_names_verdicts_first_and_their_cause(walk):
    done, _ = walk
    said = done.stdout[done.stdout.index("Edition 2024") :]
    turned = said[said.index("Verdicts that turned") : said.index("Findings that became known")]
    assert re.search(r"headline-margin: .*met → .*missed .*new document changzhi-report-2026", turned)
    assert "1 revision" in done.stderr or "1 revised" in said
    assert "linfen-article-2026" in said


def test_the_data_of_the_project_are_untouched(walk, root):
    _, scratch = walk
    assert (scratch / "data/observations.csv").read_bytes() != (root / "data/observations.csv").read_bytes()
    assert "changzhi-report-2026" not in (root / "data/sources.yml").read_text(encoding="utf-8")
