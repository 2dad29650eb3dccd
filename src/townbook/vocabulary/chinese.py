"""Runs of Chinese in a text of another language."""

from __future__ import annotations

import re

_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff"
# Punctuation belongs to Chinese where it stands between or behind ideographs.
_RUN = re.compile(f"[“《（]?[{_IDEOGRAPHS}][{_IDEOGRAPHS}\u3000-\u303f\uff01-\uff5e“”‘’—·]*")


def split_chinese(text: str) -> list[tuple[str, bool]]:
    """Return the parts of a text in order, each with whether it is a run of Chinese."""
    parts: list[tuple[str, bool]] = []
    end = 0
    for match in _RUN.finditer(text):
        parts += [(text[end : match.start()], False), (match[0], True)]
        end = match.end()
    return [part for part in (*parts, (text[end:], False)) if part[0]]
