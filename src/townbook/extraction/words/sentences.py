"""Sentences: the stretch in which times and subjects govern the figures behind them."""

from __future__ import annotations

import re
from itertools import pairwise

_END = re.compile("[。!?！？;；\n]")
_PAUSE = re.compile("[,，、:：\\s]")
# A line of megabytes without a full stop is no sentence. It is cut, at a pause where there is one, so that
# what looks back to the beginning of a sentence takes bounded time.
_LONGEST = 500


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences between two places of a text, each with its closing mark."""
    bounds = [start, *[match.end() for match in _END.finditer(text, start, end)], end]
    if end - start <= _LONGEST:
        return [(first, last) for first, last in pairwise(bounds) if last > first]
    sentences = []
    for first, last in pairwise(bounds):
        begin = first
        while last - begin > _LONGEST:
            stop = _find_pause(text, begin)
            sentences.append((begin, stop))
            begin = stop
        if last > begin:
            sentences.append((begin, last))
    return sentences


def _find_pause(text: str, begin: int) -> int:
    """Return the end of the last pause in the second half of what a sentence may hold, else that size."""
    pauses = list(_PAUSE.finditer(text, begin + _LONGEST // 2, begin + _LONGEST))
    return pauses[-1].end() if pauses else begin + _LONGEST
