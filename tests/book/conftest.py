"""The built site, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup


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
