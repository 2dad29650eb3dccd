"""Published figures as they are found in papers: saved again, halved, and cut by a tenth."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

# What is cut off: left, top, right, bottom.
CROPS = {
    "left": (0.1, 0, 0, 0),
    "top": (0, 0.1, 0, 0),
    "right": (0, 0, 0.1, 0),
    "bottom": (0, 0, 0, 0.1),
    "all": (0.1, 0.1, 0.1, 0.1),
}


def spoil(path: Path, side: str) -> Image.Image:
    """Halve a picture, cut a tenth off on a side of `CROPS` and save it as JPEG of quality 60."""
    with Image.open(path) as image:
        half = image.convert("RGB").resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)
    left, top, right, bottom = CROPS[side]
    width, height = half.size
    cut = half.crop(
        (round(width * left), round(height * top), round(width * (1 - right)), round(height * (1 - bottom)))
    )
    buffer = io.BytesIO()
    cut.save(buffer, "JPEG", quality=60)
    return Image.open(buffer)


def is_drawn_alike(one: Path, other: Path) -> bool:
    """Tell whether two pictures are the same, whatever the files say inside."""
    with Image.open(one) as first, Image.open(other) as second:
        return first.size == second.size and first.tobytes() == second.tobytes()
