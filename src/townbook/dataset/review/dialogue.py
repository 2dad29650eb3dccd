"""What a reader's keys do: each key, or line where something was asked, leads to the next state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from townbook.dataset.proposals import ACCEPTED, REJECTED
from townbook.dataset.review.fields import Field, UnreadableEntryError, find_field
from townbook.dataset.review.review import Review, is_town

KEYS = {
    "a": "accept",
    "r": "reject",
    "e": "edit a field",
    "s": "skip: leave it for later",
    "u": "undo the latest step",
    "A": "accept all the rest that are sure enough",
    "n": "next, decided or not",
    "p": "previous",
    "?": "help",
    "q": "quit; every decision is kept already",
}


@dataclass(frozen=True)
class Dialogue:
    """A review and what is said about it; `take` is given what was typed.

    Attributes
    ----------
    review : Review
    list_fields : function of a review
        Returns the fields of the proposal looked at that may be edited.
    doubt : function of a review and numbers of its proposals
        Returns those of them on which something has to be put right first.
    message : str
        One line for the reader about what happened last.
    question : str
        What is asked, so that a line is to be typed next; empty where a key is.
    offered : tuple of str
        Words that may answer it.
    helping, ended : bool
    """

    review: Review
    list_fields: Callable[[Review], tuple[Field, ...]]
    doubt: Callable[[Review, Sequence[int]], Collection[int]]
    message: str = ""
    question: str = ""
    offered: tuple[str, ...] = ()
    helping: bool = False
    ended: bool = False
    _answer: Callable[[Dialogue, str], Dialogue] | None = field(default=None, repr=False)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the proposal that is looked at."""
        return self.list_fields(self.review)

    def take(self, typed: str) -> Dialogue:
        """Return the dialogue after a key, or after a line where something was asked."""
        quiet = replace(self, message="", question="", offered=(), helping=False, _answer=None)
        if self._answer is not None:
            return self._answer(quiet, typed.strip())
        action = _ACTIONS.get(typed)
        return action(quiet) if action else _refuse(quiet, typed)

    def say(self, message: str) -> Dialogue:
        """Return the dialogue with a message."""
        return replace(self, message=message)

    def ask(
        self,
        question: str,
        answer: Callable[[Dialogue, str], Dialogue],
        *,
        message: str = "",
        offered: Iterable[str] = (),
    ) -> Dialogue:
        """Return the dialogue with a question, and what to do with the answer."""
        return replace(self, question=question, _answer=answer, message=message, offered=tuple(offered))


def _refuse(dialogue: Dialogue, typed: str) -> Dialogue:
    return dialogue.say(f"no key {typed!r}; ? lists the keys")


def _accept(dialogue: Dialogue) -> Dialogue:
    return _decide(dialogue, ACCEPTED, "accepted")


def _reject(dialogue: Dialogue) -> Dialogue:
    return _decide(dialogue, REJECTED, "rejected")


def _decide(dialogue: Dialogue, decision: str, said: str) -> Dialogue:
    before, review = dialogue.review, dialogue.review.decide(decision)
    parts = [f"{said} {before.current['printed']!r}"]
    if decision == ACCEPTED and dialogue.doubt(before, [before.number]):
        parts.append("`townbook accept` will refuse it as it stands: u takes back")
    if not review.left:
        parts.append("every proposal is decided: q ends, u takes back, p looks back")
    return replace(dialogue, review=review).say("; ".join(parts))


def _skip(dialogue: Dialogue) -> Dialogue:
    review = dialogue.review.skip()
    stays = review.position == dialogue.review.position
    return replace(dialogue, review=review).say("no other is left to decide" if stays else "skipped")


def _undo(dialogue: Dialogue) -> Dialogue:
    if not dialogue.review.steps:
        return dialogue.say("nothing to take back in this sitting")
    return replace(dialogue, review=dialogue.review.undo()).say("taken back")


def _next(dialogue: Dialogue) -> Dialogue:
    return _move(dialogue, 1, "this is the last")


def _previous(dialogue: Dialogue) -> Dialogue:
    return _move(dialogue, -1, "this is the first")


def _move(dialogue: Dialogue, places: int, end: str) -> Dialogue:
    review = dialogue.review.move(places)
    return replace(dialogue, review=review).say(end if review.position == dialogue.review.position else "")


def _help(dialogue: Dialogue) -> Dialogue:
    return replace(dialogue, helping=True)


def _quit(dialogue: Dialogue) -> Dialogue:
    return replace(dialogue, ended=True)


def _edit(dialogue: Dialogue) -> Dialogue:
    names = [field.column for field in dialogue.fields]
    return dialogue.ask("field, by number or name (empty: none): ", _choose_field, offered=names)


def _choose_field(dialogue: Dialogue, typed: str) -> Dialogue:
    if not typed:
        return dialogue.say("nothing edited")
    try:
        return _ask_entry(dialogue, find_field(dialogue.fields, typed))
    except UnreadableEntryError as error:
        return replace(_edit(dialogue), message=str(error))


def _ask_entry(dialogue: Dialogue, chosen: Field, *, message: str = "") -> Dialogue:
    cell = dialogue.review.current[chosen.column]
    ways = ["empty: keep"]
    if chosen.optional and cell:
        ways.append("-: none")
    if chosen.choices:
        ways.append("?word: list")
    return dialogue.ask(
        f"{chosen.column} [{cell}] ({', '.join(ways)}): ",
        lambda asked, typed: _enter(asked, chosen, typed),
        message=message,
        offered=chosen.choices,
    )


def _enter(dialogue: Dialogue, chosen: Field, typed: str) -> Dialogue:
    if not typed:
        return dialogue.say(f"{chosen.column} kept")
    if typed.startswith("?") and chosen.choices:
        near = chosen.suggest(typed[1:]) or [*chosen.choices][:20]
        listed = "; ".join(f"{code} {chosen.label(code)}".rstrip() for code in near)
        return _ask_entry(dialogue, chosen, message=listed)
    try:
        cell = chosen.read(typed)
    except UnreadableEntryError as error:
        return _ask_entry(dialogue, chosen, message=str(error))
    proposal = dialogue.review.current
    before = proposal[chosen.column]
    if cell == before:
        return dialogue.say(f"{chosen.column} kept")
    said = f"{chosen.column}: {before or 'none'} → {cell or 'none'}"
    if is_town(proposal) and chosen.column == "town" and before not in chosen.choices:
        review = dialogue.review.rename_town(cell)
        return replace(dialogue, review=review).say(f"{said}, here and wherever it stood")
    return replace(dialogue, review=dialogue.review.edit(chosen.column, cell)).say(said)


def _accept_sure(dialogue: Dialogue) -> Dialogue:
    return dialogue.ask("accept all the rest from which confidence on (0 to 1, empty: none): ", _bound)


def _bound(dialogue: Dialogue, typed: str) -> Dialogue:
    if not typed:
        return dialogue.say("nothing accepted")
    try:
        bound = float(typed)
    except ValueError:
        bound = -1.0
    if not 0 <= bound <= 1:
        return replace(_accept_sure(dialogue), message=f"no confidence {typed!r}; a number from 0 to 1")
    sure = dialogue.review.list_sure(bound)
    doubted = set(dialogue.doubt(dialogue.review, sure))
    chosen = [number for number in sure if number not in doubted]
    kept = f" ({len(doubted)} more carry a caution and stay)" if doubted else ""
    if not chosen:
        return dialogue.say(f"none left with confidence {bound:.2f} or more{kept}")
    question = f"accept {len(chosen)} with confidence {bound:.2f} or more{kept}? y or n: "
    return dialogue.ask(question, lambda asked, answer: _confirm(asked, chosen, answer))


def _confirm(dialogue: Dialogue, chosen: Collection[int], typed: str) -> Dialogue:
    if typed.casefold() not in ("y", "yes"):
        return dialogue.say("nothing accepted")
    review = dialogue.review.accept(chosen)
    return replace(dialogue, review=review).say(f"accepted {len(chosen)}; u takes all of them back")


_ACTIONS: dict[str, Callable[[Dialogue], Dialogue]] = {
    "a": _accept,
    "r": _reject,
    "e": _edit,
    "s": _skip,
    "u": _undo,
    "A": _accept_sure,
    "n": _next,
    "p": _previous,
    "?": _help,
    "q": _quit,
}
