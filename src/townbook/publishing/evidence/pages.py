"""The pages and cards of the evidence on disk: `evidence/<id>.html` and `evidence/<id>.js`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from townbook.publishing.addresses import exhibit_path
from townbook.publishing.book import Book
from townbook.publishing.evidence.cards import Card, Link
from townbook.publishing.evidence.edition import Uses, compose_cards, find_uses
from townbook.publishing.later_editions import LaterEdition
from townbook.publishing.later_words import note_number
from townbook.publishing.plain_pages import Report, open_templates, write_page

FOLDER = "evidence"
# What a card shows of a long list; its page shows all.
_MOST = 8


@dataclass(frozen=True)
class Shown:
    """The exhibits of a build: their descriptions, and by what name readers know each (`Figure 3`)."""

    descriptions: Sequence[Mapping[str, Any]]
    names: Mapping[str, str]


@dataclass(frozen=True)
class Cited:
    """How a number is cited: pairs of a style's name and a text, and what its page tells machines.

    That is in two parts: `metatags` for its head, `context_object` for its body.
    """

    citations: Sequence[tuple[str, str]]
    metatags: str
    context_object: str = ""


def write_evidence(  # noqa: PLR0913 (what a page says comes from all of these)
    book: Book,
    *,
    report: Report,
    shown: Shown,
    cite: Callable[[Card], Cited],
    folder: Path,
    later: LaterEdition | None = None,
) -> None:
    """Write page and card of every observation and finding into `folder/evidence`.

    `cite` says how to cite what a card answers for. What `later` says otherwise
    stands at the top of a page. What lies there of an earlier build is removed.
    """
    brief = book.brief
    templates = open_templates(book.root, language=brief.words.language)
    given = {"text": brief.words.text, "report": report, "language": brief.words.language}
    page, answer = templates.get_template("evidence.html"), templates.get_template("evidence_card.html")
    cards = compose_cards(brief, references=book.references)
    uses = find_uses(brief.registry, exhibits=shown.descriptions)
    home = folder / FOLDER
    shutil.rmtree(home, ignore_errors=True)
    for name, card in cards.items():
        used, cited = uses.get(name, Uses()), cite(card)
        html = page.render(
            given,
            up="../",
            title=card.title,
            card=card,
            note=note_number(name, brief, later),
            findings=[cards[one].step for one in used.findings],
            exhibits=list(_link_exhibits(used.exhibits, shown)),
            citations=cited.citations,
            metatags=cited.metatags,
            context_object=cited.context_object,
        )
        write_page(home / f"{name}.html", html)
        write_page(home / f"{name}.js", wrap_card(answer.render(given, card=card, most=_MOST)))


def wrap_card(html: str) -> str:
    """Return a card as the script that brings it to a page, which works from disk as well."""
    text = json.dumps(" ".join(html.split()), ensure_ascii=False).replace("</", "<\\/")
    return f"townbookEvidence({text});\n"


def _link_exhibits(exhibits: Sequence[str], shown: Shown) -> Iterable[Link]:
    """Link the exhibits that a page shows, in the order of the book."""
    for exhibit, name in shown.names.items():
        if exhibit in exhibits:
            yield Link(name, f"../{exhibit_path(exhibit)}")
