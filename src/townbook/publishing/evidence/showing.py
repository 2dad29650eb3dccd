"""What `townbook show` says: a number with all that it rests on, down to the sentences that print it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from townbook.dataset.review.paint import Paint
from townbook.dataset.review.quotation import quote
from townbook.dataset.review.surroundings import find_surroundings
from townbook.figures.tables.subjects import read_observation
from townbook.publishing.book import Book
from townbook.publishing.citations.opening import find_close
from townbook.publishing.evidence.cards import Card, add_formula
from townbook.publishing.evidence.edition import compose_cards
from townbook.sources.documents import NotAtHandError, read_located

_WIDTH, _REACH = 100, 120
_INDENT = "  "


def show_number(book: Book, name: str, *, sources: Path, paint: Paint) -> Iterator[str]:
    """Yield the lines about an observation or a finding, then about each that it rests on, once each.

    Observations come with their sentence where `sources` has the document, else with why they do not.

    Raises
    ------
    LookupError
        If the edition has neither of this id, naming what is close.
    """
    cards = compose_cards(book.brief, references=book.references)
    if name not in cards:
        close = find_close(name, cards)
        remedy = "the pages under evidence/ and data/findings.json name the ids"
        hint = f"did you mean {' or '.join(close)}?" if close else remedy
        raise LookupError(f"no finding or observation {name!r} in edition {book.edition.id}; {hint}")
    seen: set[str] = set()

    def tell(ref: str, depth: int) -> Iterator[str]:
        card = cards[ref]
        again = ref in seen
        seen.add(ref)
        yield from (_INDENT * depth + line for line in _tell_head(card, paint, again=again))
        if again:
            return
        if card.kind == "observation":
            yield from (_INDENT * (depth + 1) + line for line in _quote(book, ref, sources, paint))
        for step in card.inputs:
            yield from tell(step.ref, depth + 1)

    yield from tell(name, 0)


def _tell_head(card: Card, paint: Paint, *, again: bool) -> Iterator[str]:
    ends = f" ({card.interval})" if card.interval else ""
    judged = f", {card.verdict}" if card.verdict and card.verdict != card.value else ""
    yield paint(f"{card.value}{ends}{judged}", "strong") + f"  {add_formula(card.title, card.formula)}"
    yield paint(f"{card.ref}{', as above' if again else ''}", "quiet")


def _quote(book: Book, name: str, sources: Path, paint: Paint) -> Iterator[str]:
    row = read_observation(book.brief, name)
    source = next(one for one in book.brief.data.sources if one.id == row["source"])
    yield f"{source.title} ({source.publisher}, {source.published}), line {row['line']}: {row['printed']}"
    try:
        text = read_located(source, folder=sources)
    except NotAtHandError as error:
        yield paint(str(error), "caution")
        return
    start, end = int(row["char_start"]), int(row["char_end"])
    found = find_surroundings(text, start=start, end=end, printed=str(row["printed"]))
    if found is None:
        yield paint("the document does not print it at this place", "bad")
        return
    yield from quote(found, width=_WIDTH, reach=_REACH, paint=paint)
