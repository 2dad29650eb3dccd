"""The screen of a review: lines of text for one proposal, pure."""

from __future__ import annotations

from collections.abc import Iterator

from townbook.dataset.proposals import ACCEPTED, DECISION, REJECTED
from townbook.dataset.review.basis import Basis, read_basis
from townbook.dataset.review.desk import Desk
from townbook.dataset.review.dialogue import KEYS, Dialogue
from townbook.dataset.review.fields import Field
from townbook.dataset.review.paint import Paint
from townbook.dataset.review.quotation import quote
from townbook.dataset.review.review import UNDECIDED, Cells, Review, is_town, read_confidence
from townbook.dataset.review.values import say_shortly, say_value
from townbook.dataset.review.widths import measure, pad, shorten, show_plainly, wrap_words

_TALL = 34
_KEYS = "a accept  r reject  e edit  s skip  u undo  A all sure  n p move  ? help  q quit"
_SAID = {ACCEPTED: ("accepted", "good"), REJECTED: ("rejected", "bad"), UNDECIDED: ("not decided", "quiet")}
_NUMBER, _NAME, _CELL, _MEANING, _HOW = 2, 14, 23, 12, 9
_QUANTITIES = ("value", "value_high")


def draw(dialogue: Dialogue, desk: Desk, *, width: int, height: int, paint: Paint) -> list[str]:
    """Return the screen, none of its lines wider than `width`; where it is low, empty fields are left out."""
    proposal = dialogue.review.current
    lines = [*_draw_heading(dialogue.review, width=width, paint=paint), ""]
    if dialogue.helping:
        lines += _draw_help(width)
    else:
        lines += _draw_place(proposal, desk, width=width, height=height, paint=paint)
        lines += ["", *_draw_fields(dialogue.review, desk, width=width, tall=height >= _TALL, paint=paint)]
        lines += _draw_remarks(dialogue.review, desk, width=width, paint=paint)
    lines += ["", *(paint(line, "strong") for line in wrap_words(show_plainly(dialogue.message), width))]
    if not dialogue.question:
        lines.append(paint(shorten(_KEYS, width), "quiet"))
    return lines


def _draw_heading(review: Review, *, width: int, paint: Paint) -> Iterator[str]:
    proposal = review.current
    said, manner = _SAID[proposal[DECISION]]
    kind = "town" if is_town(proposal) else "figure"
    place = (
        f"{review.position + 1} of {len(review.order)}: {kind}, confidence {read_confidence(proposal):.2f}, "
    )
    counts = f"accepted {review.count(ACCEPTED)}, rejected {review.count(REJECTED)}, left {review.left}"
    space = width - measure(place) - measure(said) - measure(counts)
    if space < 1:
        yield shorten(place + said, width)
        yield shorten(counts, width)
    else:
        yield place + paint(said, manner) + " " * space + counts
    yield paint("─" * width, "quiet")


def _draw_place(proposal: Cells, desk: Desk, *, width: int, height: int, paint: Paint) -> Iterator[str]:
    source = show_plainly(proposal["source"])
    title = show_plainly(desk.titles.get(proposal["source"], ""))
    yield shorten(f"{source}, line {proposal['line']}: {title}".rstrip(": "), width)
    found = desk.look_up(proposal)
    if isinstance(found, str):
        for line in wrap_words(show_plainly(found), width - 2):
            yield "  " + paint(line, "caution")
        yield shorten(f"  printed on line {proposal['line']}: {show_plainly(proposal['printed'])}", width)
    else:
        yield from quote(found, width=width, reach=120 if height >= _TALL else 60, paint=paint)


def _draw_fields(review: Review, desk: Desk, *, width: int, tall: bool, paint: Paint) -> Iterator[str]:
    proposal = review.current
    basis = read_basis(proposal["basis"])
    for number, field in enumerate(desk.list_fields(review), start=1):
        if tall or proposal[field.column] or not field.optional:
            yield _draw_field(proposal, field, desk, basis=basis, number=number, width=width, paint=paint)


def _draw_field(  # noqa: PLR0913 (a row is made of all of these)
    proposal: Cells, field: Field, desk: Desk, *, basis: Basis, number: int, width: int, paint: Paint
) -> str:
    cell, meaning = _say(proposal, field, desk)
    label = f"{number:>{_NUMBER}} {pad(field.column, _NAME)} "
    room = width - measure(label) - _HOW - 1
    how = basis.explain(field.column)
    if not meaning or measure(cell) > _CELL or room < _CELL + _MEANING:
        text = pad(f"{cell}  {meaning}".rstrip(), room)
    else:
        text = pad(cell, _CELL) + " " + paint(pad(meaning, room - _CELL - 1), "quiet")
    return label + text + " " + paint(how, "caution" if how in ("inherited", "inferred") else "quiet")


def _say(proposal: Cells, field: Field, desk: Desk) -> tuple[str, str]:
    """Return what stands in a field and what it means."""
    cell = proposal[field.column]
    if field.column in _QUANTITIES and cell:
        number = say_value(proposal, field.column, units=desk.units)
        short = say_shortly(proposal, field.column, units=desk.units)
        return show_plainly(number), short
    return show_plainly(cell) or "·", show_plainly(field.label(cell))


def _draw_remarks(review: Review, desk: Desk, *, width: int, paint: Paint) -> Iterator[str]:
    remarks = read_basis(review.current["basis"]).remarks
    for line in wrap_words(show_plainly("; ".join(remarks)), width - 3):
        yield f"   {line}"
    [cautions] = desk.judge(review, [review.number])
    for caution in cautions:
        for index, line in enumerate(wrap_words(show_plainly(caution), width - 3)):
            yield paint(f"{' ! ' if index == 0 else '   '}{line}", "caution")


def _draw_help(width: int) -> Iterator[str]:
    for key, does in KEYS.items():
        yield shorten(f"  {key}  {does}", width)
    yield ""
    text = (
        "Every decision is written to the file at once, so that a review may be broken off at any time and "
        "goes on where it stopped. What was known from the words of the document is stated; what was taken "
        "over from words further off is inherited; the rest is inferred and needs the closest look."
    )
    for line in wrap_words(text, width - 2):
        yield f"  {line}"
