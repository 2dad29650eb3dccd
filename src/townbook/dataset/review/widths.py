"""Text in columns of a terminal, where a Chinese character is two wide and nothing moves the cursor."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_PICTURES = 0x2400  # the block of pictures of control characters begins with that of NUL
_UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
ELLIPSIS = "…"


def show_plainly(text: str) -> str:
    """Return a text in which every character that a terminal would obey, or hide, is one that it shows.

    A document may hold escape sequences, marks that turn the direction of writing, or spaces without
    width. Each becomes one visible character, so that offsets stay right.
    """
    return "".join(map(_show_character, text))


def measure(text: str) -> int:
    """Return how many columns a text takes: two for a wide character, none for a combining mark."""
    return sum(map(_measure_character, text))


def pad(text: str, width: int) -> str:
    """Return a text of exactly `width` columns, cut where it is longer."""
    text = shorten(text, width)
    return text + " " * (width - measure(text))


def shorten(text: str, width: int) -> str:
    """Return a text of at most `width` columns, with an ellipsis where something was cut."""
    if measure(text) <= width:
        return text
    return next(wrap(text, max(0, width - 1)), "") + ELLIPSIS if width > 0 else ""


def wrap(text: str, width: int) -> Iterator[str]:
    """Cut a text into pieces of at most `width` columns, at any character: Chinese has no spaces."""
    begin = taken = 0
    for index, character in enumerate(text):
        size = _measure_character(character)
        if taken + size > width and index > begin:
            yield text[begin:index]
            begin, taken = index, 0
        taken += size
    if begin < len(text):
        yield text[begin:]


def wrap_words(text: str, width: int) -> Iterator[str]:
    """Cut a text into lines of at most `width` columns, at spaces where there are any."""
    line = ""
    for word in text.split():
        if line and measure(line) + 1 + measure(word) > width:
            yield line
            line = ""
        *full, line = wrap(f"{line} {word}" if line else word, width)
        yield from full
    if line:
        yield line


def _show_character(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(_PICTURES + code)
    return _REPLACEMENT if unicodedata.category(character) in _UNPRINTABLE else character


def _measure_character(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
