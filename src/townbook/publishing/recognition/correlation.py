"""Normalised correlation of one picture, wherever it may lie, with each of many larger ones at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import fft, ndimage

from townbook.publishing.recognition.ink import Array

# Less variation than this a pixel, in levels of grey, is paper and no likeness.
_NOISE = 1e-3
_EDGE, _LEAST_SIDE = 4, 6


class Sheaf:
    """Pictures of one width, ready to be searched for a smaller one.

    Correlation is by Fourier transforms, all pictures in one; variances of the windows are by running sums.
    """

    def __init__(
        self, pictures: Sequence[Array], *, softness: float, breadth: float = 0.0, margin: int
    ) -> None:
        """Take pictures.

        Parameters
        ----------
        softness
            The blur in pixels, in which small shifts are lost.
        breadth
            What is wider than this many pixels is taken out: large areas are alike in many figures, letters
            and lines are not. 0: nothing is.
        margin
            The paper that is added around each.
        """
        self._softness, self._breadth = softness, breadth
        padded = [np.pad(picture, margin) for picture in pictures]
        self._shapes = [picture.shape for picture in padded]
        highest, widest = (max(shape[axis] for shape in self._shapes) for axis in (0, 1))
        self._size = fft.next_fast_len(highest, real=True), fft.next_fast_len(widest, real=True)
        stack = np.zeros((len(padded), *self._size), np.float32)
        for place, picture in enumerate(padded):
            stack[place, : picture.shape[0], : picture.shape[1]] = self._filter(picture)
        self._spectra = fft.rfft2(stack)
        self._sums, self._squares = (_run_sums(values) for values in (stack, np.square(stack)))

    def find(self, part: Array, *, among: Sequence[int]) -> Mapping[int, float]:
        """Return by place the best correlation with each picture of `among` in which `part` has room."""
        # What lies beyond the edges of a part is not known, so its edges are not compared.
        soft = self._filter(part)[_EDGE:-_EDGE, _EDGE:-_EDGE] if self._breadth else self._filter(part)
        height, width = soft.shape
        if min(height, width) < _LEAST_SIDE:
            return {}
        centred = soft - soft.mean()
        norm = float(np.sqrt(np.square(centred).sum()))
        fitting = [i for i in among if height <= self._shapes[i][0] and width <= self._shapes[i][1]]
        if not fitting or norm == 0.0:
            return {}
        product = self._spectra[fitting] * np.conj(fft.rfft2(centred, self._size))
        rows, columns = self._size[0] - height + 1, self._size[1] - width + 1
        raw = fft.irfft2(product, self._size)[:, :rows, :columns]
        likeness = raw / (self._deviate(fitting, soft.shape) * norm + _NOISE * soft.size)
        found = {}
        for place, own in zip(fitting, likeness, strict=True):
            high, wide = self._shapes[place]
            found[place] = float(own[: high - height + 1, : wide - width + 1].max())
        return found

    def _filter(self, picture: Array) -> Array:
        soft: Array = ndimage.gaussian_filter(picture, self._softness, mode="nearest")
        return (
            soft - ndimage.gaussian_filter(picture, self._breadth, mode="nearest") if self._breadth else soft
        )

    def _deviate(self, places: Sequence[int], shape: tuple[int, ...]) -> Array:
        """Return the root of the summed squares, about the mean, in each window of a shape."""
        height, width = shape
        total, square = (_sum_windows(sums[places], height, width) for sums in (self._sums, self._squares))
        deviation: Array = np.sqrt(np.maximum(square - np.square(total) / (height * width), 0.0))
        return deviation


def _run_sums(values: Array) -> Array:
    sums: Array = np.pad(values.cumsum(1, dtype=np.float64).cumsum(2), ((0, 0), (1, 0), (1, 0)))
    return sums


def _sum_windows(sums: Array, height: int, width: int) -> Array:
    return (
        sums[:, height:, width:]
        - sums[:, :-height, width:]
        - sums[:, height:, :-width]
        + sums[:, :-height, :-width]
    )
