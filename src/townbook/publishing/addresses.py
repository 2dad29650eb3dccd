"""Addresses that readers keep: paths within an edition, and where the published book is served.

A path counts from the folder of an edition in a language. `html.baseurl` of `_config.yml` says where all
editions are served; as long as nobody serves them it is empty, and nothing has an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

REPORT_PATH = "index.html"
DATA_PATH = "book/data.html"
CHANGES_PATH = "data/changes.json"
COVERAGE_PATH = "data/coverage.json"
_SOURCES_PATH = "book/documents.html"


def exhibit_path(exhibit: str) -> str:
    """Return the path of an exhibit's own page, `exhibits/<id>/<id>.html`."""
    return exhibit_file(exhibit, suffix="html")


def exhibit_file(exhibit: str, *, suffix: str) -> str:
    """Return the path of one of an exhibit's files, `exhibits/<id>/<id>.svg` say."""
    return f"exhibits/{quote(exhibit)}/{quote(exhibit)}.{suffix}"


def number_path(number: str) -> str:
    """Return the path of the page that answers for an observation or a finding."""
    return f"evidence/{quote(number)}.html"


def source_path(source: str) -> str:
    """Return the path of what the book says of a document; the document itself is not there."""
    return f"{_SOURCES_PATH}#{quote(source)}"


def page_path(page: str) -> str:
    """Return the path of a page of the book, named without its suffix."""
    return f"{quote(page)}.html"


def locate(path: str, *, base: str, edition: str, language: str) -> str:
    """Return the absolute address of a path within an edition, "" where nobody serves the book."""
    home = locate_edition(base=base, edition=edition, language=language)
    return f"{home}{path}" if home else ""


def locate_edition(*, base: str, edition: str, language: str) -> str:
    """Return the absolute address of an edition's folder with its slash, "" where nobody serves the book."""
    return f"{base.rstrip('/')}/{quote(edition)}/{quote(language)}/" if base else ""


def read_base(settings: Mapping[str, Any]) -> str:
    """Return the address under which all editions are served, "" where the settings of the book name none."""
    return str((settings.get("html") or {}).get("baseurl") or "")
