"""Who wrote the book and under which licences, as `CITATION.cff` says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from townbook.publishing.citations.author import Author, read_authors
from townbook.publishing.faults import BuildError

CITATION = "CITATION.cff"
REPORT = "preferred-citation"


@dataclass(frozen=True)
class Authorship:
    """Authors, what the work is in a few sentences, and licences as SPDX knows them.

    `licence` is that of the report and its data, `code_licence` that of the programs.
    """

    authors: tuple[Author, ...]
    abstract: str
    keywords: tuple[str, ...]
    licence: str
    code_licence: str


def read_authorship(root: Path) -> Authorship:
    """Read `CITATION.cff` of the project at `root`.

    Raises
    ------
    BuildError
        If it is not there, is no YAML, or names no authors or licences.
    """
    remedy = "see https://citation-file-format.github.io and the file as it was"
    try:
        content = yaml.safe_load((root / CITATION).read_text(encoding="utf-8"))
        report = content[REPORT]
        programs = [licence for licence in content["license"] if licence != report["license"]]
        return Authorship(
            authors=read_authors(report["authors"]),
            abstract=" ".join(str(content.get("abstract", "")).split()),
            keywords=tuple(map(str, content.get("keywords", ()))),
            licence=str(report["license"]),
            code_licence=str(programs[0] if programs else report["license"]),
        )
    except OSError as error:
        raise BuildError(f"{CITATION}:1: {error.strerror}, expected authors and licences; {remedy}") from None
    except (yaml.YAMLError, KeyError, TypeError, IndexError) as error:
        reason = " ".join(str(error).split())
        expected = f"authors and license there and under {REPORT}"
        raise BuildError(f"{CITATION}:1: found no {reason}, expected {expected}; {remedy}") from None
