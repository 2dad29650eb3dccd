"""Labels beside points, each on the side where it covers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from matplotlib.axes import Axes

from townbook.figures.palette import PAPER
from townbook.figures.style import SMALL, measure

Point = tuple[float, float, str, str]
Box = tuple[float, float, float, float]
_AWAY = 8.0  # points between a point and its label
_LINE = 13.0  # points, of a line of text


def label_points(panel: Axes, points: Sequence[Point]) -> None:
    """Write beside each point (`x, y, text, colour`) its text; the figure must have its final size."""
    scale = 72 / panel.get_figure().dpi  # type: ignore[union-attr]
    spots = [tuple(scale * panel.transData.transform((x, y))) for x, y, _, _ in points]
    inside = panel.get_window_extent()
    edges = (scale * inside.x0, scale * inside.y0, scale * inside.x1, scale * inside.y1)
    taken: list[Box] = [(x - 4, y - 4, x + 4, y + 4) for x, y in spots]
    for (x, y, text, colour), spot in zip(points, spots, strict=True):
        right, up, box = choose_side(spot, measure_block(text), taken=taken, edges=edges)
        taken.append(box)
        panel.annotate(
            text,
            (x, y),
            (right * _AWAY, up * _AWAY / 2),
            textcoords="offset points",
            ha="left" if right > 0 else "right",
            va={1: "bottom", 0: "center", -1: "top"}[up],
            fontsize=SMALL,
            linespacing=1.1,
            color=colour,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0},
        )


def measure_block(text: str) -> tuple[float, float]:
    """Return width and height of a text of some lines, in points."""
    lines = text.split("\n")
    return max(measure(line, size=SMALL) for line in lines), _LINE * len(lines)


def choose_side(
    spot: Sequence[float], size: tuple[float, float], *, taken: Sequence[Box], edges: Box
) -> tuple[int, int, Box]:
    """Return where a label of a size goes: 1 right or -1 left, 1 above, 0 beside or -1 below, and its box.

    It is the side that covers least of what is taken and stays within the edges; the first of equals.
    """
    options = []
    for up, right in product((0, 1, -1), (1, -1)):
        left = spot[0] + _AWAY if right > 0 else spot[0] - _AWAY - size[0]
        bottom = spot[1] + up * _AWAY / 2 - (1 - up) * size[1] / 2
        box = (left, bottom, left + size[0], bottom + size[1])
        covered = sum(_overlap(box, other) for other in taken)
        outside = size[0] * size[1] - _overlap(box, edges)
        options.append((covered + outside, right, up, box))
    best = min(options, key=lambda option: option[0])
    return best[1:]


def _overlap(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, width) * max(0.0, height)
