"""The built site, page by page, and the verdicts that it may state."""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

sys.path.insert(0, str(Path(__file__).parent))  # prose.py is read by the tests of prose and of its scan

from prose import ORDINARY


@dataclass(frozen=True)
class Page:
    """One page of the site: `name` is its path in the site."""

    name: str
    path: Path
    soup: BeautifulSoup

    @property
    def beside(self) -> bool:
        """Whether it stands beside the book: made in bulk from a template, as evidence and exhibits are."""
        return bool({"evidence", "exhibits"} & set(self.path.parts))

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
    """Every page that somebody reads, not those that only lead on; of evidence, all alike, one in twenty."""
    evidence = [path for path in html_files if path.parent.name == "evidence"]
    left_out = set(evidence) - set(evidence[::20])
    read = []
    for path in (path for path in html_files if path not in left_out):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        leads_on = soup.find("meta", attrs={"http-equiv": lambda v: v and v.lower() == "refresh"})
        if not leads_on:
            read.append(Page(path.relative_to(site).as_posix(), path, soup))
    return read


@pytest.fixture(scope="session")
def labels(root: Path) -> list[str]:
    """The verdicts in words, but for words of everyday English."""
    with (root / "data" / "codelists" / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        known = [row["en"] for row in csv.DictReader(file)]
    return sorted({label for label in known if label not in ORDINARY}, key=len, reverse=True)
