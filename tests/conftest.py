import fcntl
import gc
import hashlib
import io
import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from townbook import cli
from townbook.dataset.proposals import PROPOSAL_COLUMNS, read_proposals, save_decisions, write_proposals
from townbook.publishing.fonts import prepare_fonts

# No test of time, and the same cases each time.
settings.register_profile("townbook", deadline=None, derandomize=True)
settings.load_profile("townbook")

ROOT = Path(__file__).parents[1]
# What of the project a build reads; a fresh clone has nothing else that matters to it.
_PARTS = ("_config.yml", "_toc.yml", "book", "notebooks", "data")
_INCLUDED = ("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "README.md", "pyproject.toml")
# Made from the texts of the project and named by their hash, so a copy may use what the project has made.
_MADE = ("build/fonts", "build/matplotlib")
# Kept by content and written whole, so copies share it: what one has rendered, the next need not.
_SHARED = "build/pictures"
# Without these Chromium calls home, which a machine without a network answers with noise.
_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Made up: an article about Changzhi in the year after the last edition, and a figure of it.
_ARTICLE = {
    "id": "changzhi-news-2026",
    "title": "长治市2025年专业镇建设综述",
    "title_en": "Changzhi's specialized towns in 2025",
    "publisher": "虚构日报",
    "publisher_en": "Made-up Daily",
    "type": "news",
    "published": "2026-02-10",
    "published_basis": "printed",
    "language": "zh",
    "script": "Hans",
    "file": "made-up.txt",
    "encoding": "utf-8",
    "sha256": hashlib.sha256(b"made up").hexdigest(),
}
_PROPOSAL = dict.fromkeys(PROPOSAL_COLUMNS, "") | {
    "observation_id": "changzhi-municipal-output-2025",
    "area": "140400",
    "tier": "municipal",
    "indicator": "output",
    "kind": "level",
    "period": "2025",
    "value": "26000000000",
    "unit": "CNY",
    "qualifier": "exact",
    "printed": "260.00亿元",
    "source": _ARTICLE["id"],
    "line": "1",
    "char_start": "10",
    "char_end": "18",
    "method": "extracted",
    "status": "A",
    "confidence": "0.90",
    "basis": "value=stated",
}


def pytest_collection_modifyitems(items):
    """Put the long files first: what builds the site, what builds else, what waits for the site."""
    waits = {item.path for item in items if "site" in item.fixturenames}
    builds = {item.path for item in items if {"copy_project", "walk"} & set(item.fixturenames)} - waits
    first = min(waits, default=None)
    items.sort(key=lambda item: (item.path != first, item.path not in builds, item.path not in waits))


def pytest_collection_finish():
    """Let the collector pass over the libraries and tests, which stay: a twentieth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def root():
    """The project."""
    return ROOT


@pytest.fixture(scope="session")
def copy_project():
    """A function that copies the project to a folder, so that a test may change and build it."""
    prepare_fonts(ROOT)  # once, and not in each copy

    def copy(target):
        ignored = shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__", "_build")
        for name in (*_PARTS, *_MADE):
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, target / name, ignore=ignored)
            elif (ROOT / name).is_file():
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, target / name)
        (ROOT / _SHARED).mkdir(parents=True, exist_ok=True)
        (target / _SHARED).parent.mkdir(parents=True, exist_ok=True)
        (target / _SHARED).symlink_to(ROOT / _SHARED)
        for name in _INCLUDED:
            shutil.copy(ROOT / name, target / name)
        return target

    return copy


@pytest.fixture(scope="session")
def townbook():
    """A function that runs the command line in a folder and returns what it said."""

    def run(*arguments, folder, **environment):
        command = [sys.executable, "-m", "townbook", *map(str, arguments)]
        return subprocess.run(
            command,
            cwd=folder,
            env=os.environ | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def townbook_here():
    """The same within this process, which has the libraries already."""

    def run(*arguments, folder):
        out, err = io.StringIO(), io.StringIO()
        with chdir(folder), redirect_stdout(out), redirect_stderr(err):
            try:
                status = cli.main([*map(str, arguments)])
            except SystemExit as end:  # how argparse ends on wrong usage
                status = end.code
        return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())

    return run


@pytest.fixture(scope="session")
def run_killed():
    """A function that does some work in a fork of this process, and tells whether it was killed at it."""

    def run(work):
        child = os.fork()
        if not child:
            try:
                work()
            finally:
                os._exit(0)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    return run


@pytest.fixture(scope="session")
def make_article():
    """A function that makes the entry of a made-up article, changed as asked."""
    return lambda **keys: _ARTICLE | keys


@pytest.fixture(scope="session")
def make_proposal():
    """A function that makes a proposed figure of the article, changed as asked; a text says its place."""

    def make(text="", /, **cells):
        place = {}
        if text:
            start = text.index(cells["printed"])
            line = text.count("\n", 0, start) + 1
            place = {"line": line, "char_start": start, "char_end": start + len(cells["printed"])}
        return _PROPOSAL | {column: str(number) for column, number in place.items()} | cells

    return make


@pytest.fixture(scope="session")
def write_accepted(make_proposal, make_article):
    """A function that writes a folder of proposals, all accepted: unless told otherwise, the figure alone."""

    def write(folder, *, figures=None, towns=(), article=None):
        figures, article = figures or [make_proposal()], article or make_article()
        write_proposals(folder, observations=figures, towns=towns, sources=[article])
        found = read_proposals(folder)
        tables = [
            replace(table, rows=tuple(row.with_cells(decision="accept") for row in table.rows))
            for table in (found.observations, found.towns)
        ]
        save_decisions(replace(found, observations=tables[0], towns=tables[1]))

    return write


@pytest.fixture(scope="session")
def site(tmp_path_factory, copy_project, townbook_here):
    """The folder into which both editions are published, built once whatever the number of processes."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    project = shared / "project-of-the-site"
    output = project / "build" / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the others wait here for the one that builds
        said = project / "build" / "said"
        if not said.exists():
            done = townbook_here(
                "build", "--edition", "all", "--output", output, folder=copy_project(project)
            )
            said.write_text(done.stderr if done.returncode else "", encoding="utf-8")
    if complaint := said.read_text(encoding="utf-8"):
        pytest.fail(f"the book does not build:\n{complaint}", pytrace=False)
    return output


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium here, and CI must not skip: apt-get install chromium")
        pytest.skip("no chromium here: install it to test the built pages in a browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_QUIET)
        yield chromium
        chromium.close()
