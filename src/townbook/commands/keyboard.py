"""Reading keys: one at a time on a terminal that can, line by line elsewhere."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

_END, _ESCAPE = "\x04", "\x1b"
_ARROWS = {"[A": "p", "[B": "n", "[C": "n", "[D": "p", "OA": "p", "OB": "n", "OC": "n", "OD": "p"}
_PAUSE = 0.05  # seconds; what a key sends after Escape follows at once
_PATIENCE = 0.2  # seconds, of a wait for a key


class Keyboard:
    """Gives keys and lines; a pipe of keys is read a line at a time, `aar` as three keys.

    It is to be entered with `with`, since a terminal is in another mode meanwhile. Both methods raise
    EOFError where the input ends.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._typed = stream.isatty()
        self._modes: Modes | None = None
        self._waiting = ""

    def __enter__(self) -> Keyboard:
        if self._typed:
            self._modes = _find_modes(self._stream.fileno())
        if self._modes is not None:
            self._modes.give_keys()
        return self

    def __exit__(self, *_: object) -> None:
        if self._modes is not None:
            self._modes.give_lines()

    def read_key(self) -> str:
        """Return the next key; line ends are none."""
        if self._modes is not None:
            return _read_press(self._stream.fileno())
        while not self._waiting:
            self._waiting = self._read_line()
        key, self._waiting = self._waiting[0], self._waiting[1:].lstrip()
        return key

    def read_line(self, question: str, *, offered: Sequence[str] = ()) -> str:
        """Ask a question and return the line that answers it: what is left of a line of keys, or the next.

        On a terminal the Tab key completes the words that are offered.
        """
        if self._modes is not None:
            self._modes.give_lines()
            try:
                _offer(offered)
                return input(question)
            finally:
                self._modes.give_keys()
        if self._typed and not self._waiting:
            return input(question)
        line, self._waiting = self._waiting or self._read_line(), ""
        # Nobody typed here what would otherwise stand behind the question.
        print(f"{question}{line}")
        return line

    def _read_line(self) -> str:
        line = self._stream.readline()
        if not line:
            raise EOFError
        return line.strip()


@dataclass(frozen=True)
class Modes:
    """The two modes of a terminal: keys as they are pressed, or lines as they are edited."""

    give_keys: Callable[[], None]
    give_lines: Callable[[], None]


def _find_modes(number: int) -> Modes | None:
    """Return the modes of a terminal, or None where the system has no such thing."""
    try:
        import termios
    except ImportError:  # as on Windows: lines will do
        return None
    before, keys = termios.tcgetattr(number), termios.tcgetattr(number)
    keys[3] &= ~(termios.ICANON | termios.ECHO)
    # What was typed ahead is kept in either direction: a hand is faster than a screen.
    return Modes(
        lambda: termios.tcsetattr(number, termios.TCSADRAIN, keys),
        lambda: termios.tcsetattr(number, termios.TCSADRAIN, before),
    )


def _read_press(number: int) -> str:
    """Wait for a key and return it; an arrow is the key that does the same."""
    # Ctrl-C that comes just before the system begins to wait is seen only when it has waited: never for long.
    while not select.select([number], [], [], _PATIENCE)[0]:
        pass
    key, rest = _read_character(number), ""
    while key == _ESCAPE and select.select([number], [], [], _PAUSE)[0]:
        rest += _read_character(number)
    if key in ("", _END):
        raise EOFError
    return _ARROWS.get(rest, rest) if rest else key


def _read_character(number: int) -> str:
    """Read one character as it is typed, and nothing of what a line typed next will hold."""
    content = os.read(number, 1)
    while content and len(content) < 4:
        with suppress(UnicodeDecodeError):
            return content.decode()
        content += os.read(number, 1)
    return content.decode(errors="replace")


def _offer(words: Sequence[str]) -> None:
    with suppress(ImportError):
        import readline

        def complete(begun: str, state: int) -> str | None:
            fitting = [word for word in words if word.startswith(begun)]
            return fitting[state] if state < len(fitting) else None

        readline.set_completer(complete)
        readline.set_completer_delims("")
        readline.parse_and_bind("tab: complete")
