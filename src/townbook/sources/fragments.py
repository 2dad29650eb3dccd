"""Fragments of the title that were shuffled into sentences: taken out where they surely do not belong."""

from __future__ import annotations

import re
from collections.abc import Collection

from townbook.sources.copies import letters_of
from townbook.sources.offsets import MappedText

_SHORTEST = 4


def without_fragments(
    mapped: MappedText, *, fragments: Collection[str], title: str
) -> tuple[MappedText, list[int]]:
    """Take out fragments that a comparison of two copies found in one of them; say where they stood.

    What skips letters of the title (特色为展 of 特色镇为高质量发展) is no language and goes wherever it
    stands. A word of the title goes where it stands twice running, as in 望海望海市; alone it may be meant.
    """
    letters = letters_of(title)
    patterns = [re.escape(f) for f in fragments if f not in letters and len(f) >= _SHORTEST]
    patterns += [
        f"{re.escape(f)}(?={re.escape(f)})" for f in fragments if f in letters and f + f not in letters
    ]
    if not patterns:
        return mapped, []
    anywhere = re.compile("|".join(sorted(patterns, key=len, reverse=True)))
    spans = [match.span() for match in anywhere.finditer(mapped.text)]
    return mapped.without(spans), [mapped.starts[start] for start, _ in spans]
