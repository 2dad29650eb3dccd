"""The ink of a picture: how dark each place is, on paper that is cut to where there is ink."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

Array = NDArray[np.float32]
# More tells no two figures apart.
_LONGEST = 1024
# Fainter than this is paper, also where JPEG has soiled it.
_FAINT = 40
_LEAST_SIDE = 8


def open_ink(path: Path) -> Image.Image | None:
    """Return the ink of an image file, None where the file is no image or is none that fits in memory.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(file) as image:
                return find_ink(image)
        except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            return None
        except (OSError, ValueError, SyntaxError):
            # Pillow's words for an image that breaks off or is broken.
            return None


def find_ink(image: Image.Image) -> Image.Image:
    """Return how dark a picture is, 0 for paper and 255 for black, without the margins."""
    grey = _lay_on_paper(image).convert("L")
    longest = max(grey.size)
    if longest > _LONGEST:
        width, height = (max(1, round(side * _LONGEST / longest)) for side in grey.size)
        grey = grey.resize((width, height), Image.Resampling.BOX)
    ink = ImageOps.invert(grey)
    inside = ink.point([0 if level <= _FAINT else 255 for level in range(256)]).getbbox()
    return ink.crop(inside) if inside else ink


def scale_ink(ink: Image.Image, *, width: float) -> Array | None:
    """Return the ink at a width in pixels that need not be whole, None where hardly any pixel is left.

    Whole pixels are returned; what is left of the last ones falls away, so that the scale is exact.
    """
    scale = width / ink.width
    columns, rows = int(width), int(ink.height * scale)
    if min(columns, rows) < _LEAST_SIDE:
        return None
    box = (0.0, 0.0, min(ink.width, columns / scale), min(ink.height, rows / scale))
    small = ink.resize((columns, rows), Image.Resampling.BILINEAR, box=box)
    return np.asarray(small, np.float32)


def _lay_on_paper(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    drawn = image.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return paper.convert("RGB")
