"""The published figures, and which of them a picture is, also where it was cropped, resized or re-saved.

A picture is laid over each figure at every scale at which it could be a part of it, first coarsely over all
figures, then finely over those that it resembles most; how alike the two are is the normalised correlation
of their ink. Measured over both editions of the book, each figure re-saved as JPEG of quality 60, halved
and cropped by a tenth on one side or on all: the figure itself 0.957 or more (half of them 0.98), the same
figure of the other edition 0.781 or less, another figure 0.707 or less unless the two are drawn alike, which
then is 0.98 for both. Fifty pictures of others: charts in the style of ours 0.59 or less, all else 0.56.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image

from townbook.publishing.recognition.correlation import Sheaf
from townbook.publishing.recognition.ink import Array, scale_ink

# Widths in pixels at which pictures are compared.
FINE = 256
_COARSE = 64
# A likeness from which a picture is said to be a figure, and by how much it must be more like one than
# another for the other not to be named.
CLAIMED = 0.9
TOLD_APART = 0.03
# Where it is as likely as not, half way between the figures themselves and all else, and how steep.
_EVEN, _STEEP = 0.87, 40.0
# The part of a figure's width and height that a picture of it shows at least.
_LEAST_PART = 0.6
_OVERSIZE = 1.04
_SCALES = np.arange(_LEAST_PART, 1.021, 0.03)
# The survey may miss the scale by two of its own steps.
_NEAR = (0.03, 0.03, 0.01, 0.01)
_NEARER = (0.005, 0.0025, 0.00125)
# What is less like by then stays so: the figures themselves are 0.92 or more there, all else 0.58 or less.
_HOPELESS = 0.75
# More would take time; another edition and a figure drawn alike leave room for two.
_KEPT = 4


@dataclass(frozen=True)
class Match:
    """How like a picture is to the figure at a place of the gallery, 1 for the same."""

    place: int
    likeness: float

    @property
    def certainty(self) -> float:
        """How likely it is that figure, between 0 and 1; a logistic curve through what was measured."""
        return 1.0 / (1.0 + math.exp(-_STEEP * (self.likeness - _EVEN)))


class Gallery:
    """Published figures by their ink, ready to be compared with a picture."""

    def __init__(self, inks: Sequence[Image.Image]) -> None:
        self._ratios = [ink.height / ink.width for ink in inks]
        coarse, fine = ([_scale(ink, width) for ink in inks] for width in (_COARSE, FINE))
        self._coarse = Sheaf(coarse, softness=0.7, margin=2)
        self._fine = Sheaf(fine, softness=1.0, breadth=4.0, margin=6)

    def recognise(self, ink: Image.Image) -> list[Match]:
        """Return the figures that a picture may be, the likeliest first; none where it is like none.

        More than one is returned where they are too much alike to be told apart.
        """
        matches = self.compare(ink)
        best = matches[0].likeness if matches else 0.0
        return [one for one in matches if one.likeness >= max(CLAIMED, best - TOLD_APART)]

    def compare(self, ink: Image.Image) -> list[Match]:
        """Return how like a picture is to the figures that it resembles most, the likeliest first."""
        scale = cache(lambda part: scale_ink(ink, width=part * FINE))
        found = [self._settle(scale, place, part) for place, part in self._survey(ink)]
        return sorted(found, key=lambda match: (-match.likeness, match.place))

    def _survey(self, ink: Image.Image) -> list[tuple[int, float]]:
        """Return the places of the figures that resemble it most, and what part of the width it shows."""
        best: dict[int, tuple[float, float]] = {}
        for part in _SCALES:
            among = list(self._list_fitting(ink, part))
            small = scale_ink(ink, width=part * _COARSE)
            for place, likeness in (
                self._coarse.find(small, among=among) if small is not None else {}
            ).items():
                best[place] = max(best.get(place, (-1.0, 0.0)), (likeness, part))
        ranked = sorted(best, key=lambda place: -best[place][0])
        return [(place, best[place][1]) for place in ranked[:_KEPT]]

    def _list_fitting(self, ink: Image.Image, part: float) -> Iterable[int]:
        height = part * ink.height / ink.width
        for place, ratio in enumerate(self._ratios):
            if _LEAST_PART * ratio <= height <= _OVERSIZE * ratio:
                yield place

    def _settle(self, scale: Callable[[float], Array | None], place: int, part: float) -> Match:
        """Return the best likeness to a figure, searching finely around a scale."""

        @cache  # some scales are come by twice
        def measure(part: float) -> float:
            scaled = scale(part)
            return self._fine.find(scaled, among=[place]).get(place, 0.0) if scaled is not None else 0.0

        at = round(part, 5)
        for steps in (_NEAR, _NEARER):
            for step in steps:
                at = max((round(at + way * step, 5) for way in (0, -1, 1)), key=measure)
            if measure(at) < _HOPELESS:
                break
        return Match(place, measure(at))


def _scale(ink: Image.Image, width: int) -> np.ndarray:
    scaled = scale_ink(ink, width=width)
    if scaled is None:
        raise ValueError(f"a picture of {ink.width} by {ink.height} pixels is too flat to be compared")
    return scaled
