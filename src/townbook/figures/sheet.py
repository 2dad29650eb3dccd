"""A figure of rows: text and marks on one horizontal scale, from top to bottom, so that nothing overlaps."""

from __future__ import annotations

import math
from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from townbook.figures.palette import FAINT, HATCH, INK, PAPER, SOFT
from townbook.figures.style import BODY, SMALL, TEXT_WIDTH, fit_height, measure, start_figure, wrap

LINE_HEIGHT = 16.0  # points: what a line of text takes, and the unit of the vertical scale
_EDGE = 12.0  # points that the last label of the scale may take at the side
_MARK = 6.5  # points, of a mark
_ARROW = 26.0  # points, of the arrow that stands for an open end
_AWAY = 9.0  # points between a mark and its label


class Sheet:
    """Rows that are written one after the other; `close` returns the figure.

    Positions along the horizontal scale are in data units, downwards in lines of text. `room` is what the
    scale keeps free behind `high` for labels, in points.
    """

    def __init__(self, low: float, high: float, *, room: float = 0.0) -> None:
        self.figure: Figure
        self.panel: Axes
        self.figure, (self.panel,) = start_figure()
        self.width = TEXT_WIDTH - _EDGE
        self.low, self.high = low, low + (high - low) * self.width / (self.width - room)
        self.panel.set_xlim(self.low, self.high)
        self._down = 0.0

    def write(
        self, text: str, *, bold: bool = False, small: bool = False, colour: str = "", indent: float = 0.0
    ) -> None:
        """Write a paragraph over the whole width, `indent` points from the left."""
        size = SMALL if small else BODY
        shade = colour or (SOFT if small else INK)
        for line in wrap(text, width=self.width - indent, size=size, bold=bold):
            written = self.panel.annotate(
                line,
                (0, self._down + 0.5),
                (indent, 0),
                xycoords=self.panel.get_yaxis_transform(),
                textcoords="offset points",
                va="center",
                fontsize=size,
                fontweight="bold" if bold else "normal",
                color=shade,
            )
            # It is wrapped to fit, so the layout need not measure it, which takes most of its time.
            written.set_in_layout(False)
            self._down += 1.0

    def gap(self, lines: float = 0.6) -> None:
        """Leave room."""
        self._down += lines

    def row(self, lines: float = 1.3) -> float:
        """Take room for marks and return the middle of it."""
        self._down += lines
        return self._down - lines / 2

    def rule(self, y: float) -> None:
        """Draw the faint line that marks stand on."""
        self.panel.plot([self.low, self.high], [y, y], color=FAINT, linewidth=0.8, zorder=0.5)

    def mark(
        self,
        y: float,
        span: tuple[float, float, float],
        *,
        colour: str,
        filled: bool = True,
        shape: str = "o",
    ) -> None:
        """Draw a value with its interval (`span`: value, low, high); an infinite end becomes an arrow.

        An interval that the mark hides is left out; an empty `shape` leaves the interval alone.
        """
        value, low, high = span
        end = self.end_of(value, high)
        hidden = low == high or (bool(shape) and self.place(end) - self.place(low) < _MARK)
        self.panel.errorbar(
            [value],
            [y],
            xerr=None if hidden else [[value - low], [end - value]],
            fmt=shape or "none",
            color=colour,
            ecolor=colour,
            markersize=_MARK,
            markerfacecolor=colour if filled else PAPER,
            markeredgewidth=1.6,
            capsize=0 if math.isinf(high) else 5,
            elinewidth=1.6,
            capthick=1.6,
            clip_on=False,
        )
        if math.isinf(high):
            self.arrow(y, value, end, colour=colour)

    def end_of(self, value: float, high: float) -> float:
        """Return where an interval ends on the drawing: one without end has the length of an arrow."""
        return self.value(self.place(value) + _ARROW) if math.isinf(high) else high

    def arrow(self, y: float, start: float, end: float, *, colour: str, style: str = "-|>") -> None:
        """Draw an arrow along the scale."""
        shape = {"arrowstyle": style, "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
        self.panel.annotate("", (end, y), (start, y), arrowprops=shape, annotation_clip=False)

    def link(self, y: float, start: float, end: float, *, colour: str) -> None:
        """Draw the thick line that leads from one mark to another."""
        self.panel.plot([start, end], [y, y], color=colour, linewidth=4, alpha=0.35, solid_capstyle="butt")

    def bar(
        self, y: float, span: tuple[float, float], *, colour: str, lines: float = 0.7, tint: str = ""
    ) -> None:
        """Draw a bar from one value to another; `tint` fills it where that is not its colour."""
        start, end = span
        self.panel.barh(
            [y],
            [end - start],
            left=[start],
            height=lines,
            facecolor=tint or colour,
            edgecolor=colour,
            linewidth=1.0,
        )

    def silence(self, y: float, *, lines: float = 0.7) -> None:
        """Draw over the whole width that nothing is known."""
        self.panel.barh(
            [y],
            [self.high - self.low],
            left=[self.low],
            height=lines,
            facecolor=PAPER,
            edgecolor=FAINT,
            linewidth=1.0,
            hatch=HATCH,
        )

    def tick(self, y: float, value: float, *, colour: str = INK, lines: float = 1.1) -> None:
        """Draw an upright stroke at a value."""
        half = lines / 2
        self.panel.plot([value, value], [y - half, y + half], color=colour, linewidth=2.2, clip_on=False)

    def label(
        self, y: float, span: tuple[float, float], text: str, *, colour: str = INK, bold: bool = False
    ) -> None:
        """Write beside the mark over `span`, to the right where there is room, else on the roomier side.

        What fits on neither side stands beneath, as a paragraph.
        """
        low, high = span
        length = measure(text, size=BODY, bold=bold) + _AWAY
        before, behind = self.place(low), self.width - self.place(high)
        if length > max(before, behind):
            indent = max(0.0, min(self.place(low), self.width - length))
            self.write(text, bold=bold, colour=colour, indent=indent)
            return
        left = behind < length and before > behind
        self.panel.annotate(
            text,
            (low if left else high, y),
            (-_AWAY if left else _AWAY, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            color=colour,
            fontweight="bold" if bold else "normal",
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0},
            annotation_clip=False,
        )

    def place(self, value: float) -> float:
        """Return where a value stands, in points from the left."""
        return (value - self.low) / (self.high - self.low) * self.width

    def value(self, place: float) -> float:
        """Return the value that stands `place` points from the left."""
        return self.low + place / self.width * (self.high - self.low)

    def close(self, label: str, *, say: Callable[[float], str] | None = None, ticks: int = 5) -> Figure:
        """Write the scale, `say` putting its numbers in words, and return the figure at its full height."""
        self.panel.set_ylim(self._down + 0.3, 0)
        self.panel.set_yticks([])
        if say is None:
            self.panel.set_xticks([])
            self.panel.spines["bottom"].set_visible(False)
        else:
            self._set_ticks(say, ticks)
        if label:
            self.panel.set_xlabel("\n".join(wrap(label, width=self.width, size=SMALL)), loc="left")
        fit_height(self.figure, [self.panel], inches=(self._down + 0.3) * LINE_HEIGHT / 72)
        return self.figure

    def _set_ticks(self, say: Callable[[float], str], ticks: int) -> None:
        values = MaxNLocator(ticks, steps=[1, 2, 2.5, 5, 10]).tick_values(self.low, self.high)
        inside = [float(value) for value in values if self.low <= value <= self.high]
        self.panel.set_xticks(inside, [say(value) for value in inside])
        if inside and inside[0] == self.low:
            # Rows begin at the edge of the panel, and so does the scale.
            self.panel.get_xticklabels()[0].set_horizontalalignment("left")
