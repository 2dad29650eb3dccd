"""The way into the published editions: each one's card, the landing page, the switcher's list."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from townbook.vocabulary.words import Words

CARD = "edition.json"
_LANGUAGES = {"en": "English", "zh": "中文"}
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:38rem;margin:12vh auto;padding:0 1.25rem}"
    "h1{font-size:1.75rem;line-height:1.25}li{margin:.4rem 0}"
    ".newest{font-weight:600;font-size:1.25rem}"
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


def find_cards(output: Path) -> list[Card]:
    """Return the cards of all editions published in a folder, the newest cutoff first."""
    cards = []
    for path in sorted(output.glob(f"[!.]*/[!.]*/{CARD}")):
        content = json.loads(path.read_text(encoding="utf-8"))
        cards.append(Card(**{**content, "pages": tuple(content["pages"])}))
    return sorted(cards, key=lambda card: (card.cutoff, card.edition), reverse=True)


def write_landing(output: Path) -> None:
    """Write `index.html` and `editions.js` for the editions that are published in a folder."""
    cards = find_cards(output)
    if not cards:
        return
    _write(output / "index.html", _landing(cards))
    text = json.dumps(_list_editions(cards), ensure_ascii=False, indent=1)
    _write(output / "editions.js", f"window.townbookEditions = {text};\n")


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


def _landing(cards: Sequence[Card]) -> str:
    newest, *others = cards
    items = "".join(f"<li>{_link(card)}, {_describe(card)}</li>" for card in others)
    earlier = f"<h2>Also published</h2><ul>{items}</ul>" if items else ""
    return _page(
        newest.title,
        f"<h1>{html.escape(newest.title)}</h1>"
        f'<p class="newest">{_link(newest, before="Read the ")}</p><p>{_describe(newest)}.</p>{earlier}',
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
    return f"{card.status}, from documents published up to {day} {month}"


def _page(title: str, body: str, *, head: str = "", language: str = "en") -> str:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{head}<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body><main>{body}</main></body>\n</html>\n"
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
