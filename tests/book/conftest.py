"""The built site and a browser to walk it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

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


@dataclass(frozen=True)
class Page:
    """One page of the site: `name` is its path in the site."""

    name: str
    path: Path
    soup: BeautifulSoup

    @property
    def article(self) -> BeautifulSoup:
        """What a reader reads, without the theme's frame."""
        return self.soup.select_one("article.bd-article") or self.soup.main or self.soup.body


@pytest.fixture(scope="session")
def html_files(site: Path) -> list[Path]:
    """Every HTML file of the site but the templates that the theme leaves among its static files."""
    return sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)


@pytest.fixture(scope="session")
def pages(site: Path, html_files: list[Path]) -> list[Page]:
    """Every page that somebody reads: not those that only lead on."""
    read = []
    for path in html_files:
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        leads_on = soup.find("meta", attrs={"http-equiv": lambda v: v and v.lower() == "refresh"})
        if not leads_on:
            read.append(Page(path.relative_to(site).as_posix(), path, soup))
    return read


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
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
