"""The way into the published editions: each one's card, the landing page, the switcher's list."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from townbook.publishing.errata import ERRATA_PAGE, list_errata, read_errata
from townbook.vocabulary.words import Words

CARD = "edition.json"
_LANGUAGES = {"en": "English", "zh": "中文"}
# The colours and faces of the book's pages, which have a stylesheet each in their own edition.
_STYLE = (
    ":root{color-scheme:light dark;--ink:#1c2430;--blue:#1f4e79;--quiet:#525b67;--paper:#fff}"
    "@media(prefers-color-scheme:dark){"
    ":root{--ink:#dfe3e8;--blue:#9cc4ea;--quiet:#aab3be;--paper:#14181e}}"
    "body{font:17px/1.6 'Noto Sans','Source Sans 3','Segoe UI','Helvetica Neue',Arial,sans-serif;"
    "color:var(--ink);background:var(--paper);max-width:40rem;margin:0 auto;padding:12vh 1.25rem 3rem}"
    "h1,h2{font-family:Charter,'Source Serif 4',Georgia,serif;line-height:1.25}"
    "h1{font-size:1.9rem;padding-bottom:.8rem;border-bottom:2px solid var(--blue)}h2{font-size:1.15rem}"
    "a{color:var(--blue)}ul{padding-left:1.1rem}.quiet{color:var(--quiet)}"
    ".newest a{display:inline-block;padding:.55rem 1rem;border-radius:.25rem;"
    "background:var(--blue);color:var(--paper);font-weight:600;text-decoration:none}"
)


@dataclass(frozen=True)
class Card:
    """What a published edition says of itself, one card per language.

    `front` and `pages` are names of pages, without suffix.
    """

    edition: str
    status: str
    cutoff: str
    language: str
    title: str
    front: str
    pages: tuple[str, ...]


def write_card(card: Card, *, folder: Path) -> None:
    """Write a card into the folder of its pages, and the page that leads to the front page."""
    text = json.dumps(asdict(card), ensure_ascii=False, indent=1) + "\n"
    _write(folder / CARD, text)
    # jupyter-book writes such a page too, without a title or a link to follow.
    _write(folder / "index.html", _redirect(card))


def read_card(folder: Path) -> Card:
    """Return the card of an edition in a language."""
    content = json.loads((folder / CARD).read_text(encoding="utf-8"))
    return Card(**{**content, "pages": tuple(content["pages"])})


def find_cards(output: Path) -> list[Card]:
    """Return the cards of all editions published in a folder, the newest cutoff first."""
    cards = [read_card(path.parent) for path in sorted(output.glob(f"[!.]*/[!.]*/{CARD}"))]
    return sorted(cards, key=lambda card: (card.cutoff, card.edition), reverse=True)


def write_landing(output: Path) -> None:
    """Write `index.html`, `editions.js` and the errata for the editions that are published in a folder."""
    cards = find_cards(output)
    if not cards:
        return
    errata = read_errata(output)
    for name, text in compose_landing(cards, errata).items():
        _write(output / name, text)


def compose_landing(cards: Sequence[Card], errata: Sequence[Mapping[str, Any]] = ()) -> dict[str, str]:
    """Return by name what leads into editions: the landing page, the switcher's list, the errata."""
    text = json.dumps(_list_editions(cards), ensure_ascii=False, indent=1)
    files = {
        "index.html": _landing(cards, has_errata=bool(errata)),
        "editions.js": f"window.townbookEditions = {text};\n",
    }
    if errata:
        body = f"<h1>Errata</h1>{list_errata(errata)}"
        files[ERRATA_PAGE] = _page(f"Errata. {cards[0].title}", body)
    return files


def _list_editions(cards: Sequence[Card]) -> list[dict[str, object]]:
    editions: dict[str, dict[str, object]] = {}
    for card in cards:
        own = [other for other in cards if other.edition == card.edition]
        editions[card.edition] = {
            "id": card.edition,
            "status": card.status,
            "languages": [other.language for other in own],
            "pages": {other.language: list(other.pages) for other in own},
        }
    return list(editions.values())


def _landing(cards: Sequence[Card], *, has_errata: bool) -> str:
    newest, *others = cards
    items = "".join(f"<li>{_link(card)}. {_describe(card)}</li>" for card in others)
    earlier = f"<h2>Also published</h2><ul>{items}</ul>" if items else ""
    errata = f'<p><a href="{ERRATA_PAGE}">Errata of final editions</a></p>' if has_errata else ""
    return _page(
        newest.title,
        f"<h1>{html.escape(newest.title)}</h1>"
        f'<p class="newest">{_link(newest, before="Read the ")}</p>'
        f'<p class="quiet">{_describe(newest)}</p>{earlier}{errata}',
    )


def _redirect(card: Card) -> str:
    address = f"{card.front}.html"
    return _page(
        card.title,
        f'<p><a href="{address}">{html.escape(card.title)}</a></p>',
        head=f'<meta http-equiv="refresh" content="0; url={address}">',
        language=card.language,
    )


def _link(card: Card, *, before: str = "") -> str:
    address = f"{card.edition}/{card.language}/{card.front}.html"
    language = _LANGUAGES.get(card.language, card.language)
    name = html.escape(f"{before}{card.edition} edition")
    return f'<a href="{html.escape(address)}">{name} ({language})</a>'


def _describe(card: Card) -> str:
    month = Words("en", {}).period(card.cutoff[:7])
    day = int(card.cutoff[8:])
    return f"{card.status.capitalize()}; rests on documents published up to {day} {month}."


def _page(title: str, body: str, *, head: str = "", language: str = "en") -> str:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{head}<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body><main>{body}</main></body>\n</html>\n"
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
