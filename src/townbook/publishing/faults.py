"""What stops a build, in lines for the person who started it."""

from __future__ import annotations

from collections.abc import Iterable


class BuildError(Exception):
    """The book cannot be built; `lines` say what was found, what was expected and what to do."""

    def __init__(self, lines: str | Iterable[str]) -> None:
        self.lines = (lines,) if isinstance(lines, str) else tuple(lines)
        super().__init__("\n".join(self.lines))


class UnknownChoiceError(BuildError):
    """An edition or a language that there is not."""
