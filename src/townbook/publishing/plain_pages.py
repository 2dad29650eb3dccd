"""Pages beside the book: made in bulk from templates, without the theme's frame, in the same looks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from townbook.vocabulary.chinese import split_chinese

TEMPLATES = Path("book") / "assets" / "templates"


@dataclass(frozen=True)
class Report:
    """What such a page says of the report: its title, its front page's path, the edition and its status."""

    title: str
    front: str
    edition: str
    status: str
    status_code: str


@cache
def open_templates(root: Path, *, language: str) -> Environment:
    """Return the project's templates; the filter `chinese` marks Chinese in pages of another language."""
    environment = Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["chinese"] = mark_chinese if language != "zh" else escape
    return environment


def mark_chinese(text: str) -> Markup:
    """Return a text as HTML in which each run of Chinese says that it is."""
    marked = Markup('<span lang="zh-Hans">{}</span>')
    return Markup("").join(marked.format(part) if run else escape(part) for part, run in split_chinese(text))


def write_page(path: Path, html: str) -> None:
    """Write a page, its folder where need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8", newline="\n")
