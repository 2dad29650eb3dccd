"""The refusal of a document that cannot be read."""

from __future__ import annotations


class UnreadableError(Exception):
    """A document cannot be read; one line such as `a.pdf:1: found …, expected …; what to do`."""


def refuse(name: str, *, found: str, expected: str, remedy: str, line: int = 1) -> UnreadableError:
    """Return the error that names a document, what was found in it, what was expected, and what to do."""
    return UnreadableError(f"{name}:{line}: found {found}, expected {expected}; {remedy}")
