"""The house style: the face, the sizes, and how a figure begins and says that there is nothing to draw."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import matplotlib as mpl
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path

from townbook.figures.palette import FAINT, INK, LINE, PAPER, SOFT

FAMILY = "Noto Sans SC"
# A telephone shows a drawing 358 pixels wide: at this width the smallest letters keep 10 of them there.
WIDTH = 4.95
PAD = 0.06
TEXT_WIDTH = (WIDTH - 2 * PAD) * 72
BODY, SMALL, LARGE = 11.0, 10.0, 15.0
_RC = {
    "axes.axisbelow": True,
    "axes.edgecolor": LINE,
    "axes.grid": False,
    "axes.labelcolor": SOFT,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.8,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlepad": 8.0,
    "axes.titlesize": BODY,
    "axes.titleweight": "bold",
    "axes.unicode_minus": True,
    "figure.constrained_layout.h_pad": PAD,
    "figure.constrained_layout.w_pad": PAD,
    "figure.facecolor": PAPER,
    "font.family": [FAMILY],
    "font.size": BODY,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "hatch.color": FAINT,
    "hatch.linewidth": 0.7,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "savefig.facecolor": PAPER,
    "svg.fonttype": "path",
    "svg.hashsalt": "townbook",
    "text.color": INK,
    # Letters are drawn as outlines, so their widths are to be those of outlines.
    "text.hinting": "none",
    "text.hinting_factor": 1,
    "xtick.bottom": True,
    "xtick.color": LINE,
    "xtick.labelcolor": SOFT,
    "xtick.labelsize": SMALL,
    "xtick.major.size": 3.0,
    "xtick.major.width": 0.8,
    "ytick.labelcolor": INK,
    "ytick.labelsize": SMALL,
    "ytick.left": False,
}
_CHINESE = r"\u3000-\u9fff\uff00-\uffef"
# Where a line may break: behind spaces, and around each Chinese character; closing marks stay in their line.
_PIECE = re.compile(rf"[^ {_CHINESE}]+ *|[{_CHINESE}][，。；：、）》”]* *")


def use_faces(regular: Path, bold: Path) -> None:
    """Register the face that figures are set in, in place of one registered before.

    Raises
    ------
    ValueError
        If a file is not of the family `FAMILY`.
    """
    given = {str(regular), str(bold)}
    # Each edition has a subset of its own: two files of one name would leave it open which is taken.
    fontManager.ttflist = [e for e in fontManager.ttflist if e.name != FAMILY or e.fname in given]
    known = {entry.fname for entry in fontManager.ttflist}
    for path in (regular, bold):
        found = FontProperties(fname=path).get_name()
        if found != FAMILY:
            raise ValueError(f"{path}: the face is {found!r}, figures are set in {FAMILY!r}")
        if str(path) not in known:
            fontManager.addfont(path)
    measure.cache_clear()


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the style of the house; a glyph that the face lacks is an error.

    Raises
    ------
    RuntimeError
        If no face is registered.
    """
    if all(entry.name != FAMILY for entry in fontManager.ttflist):
        raise RuntimeError(f"figures are set in {FAMILY!r}: call use_faces with its files first")
    style = {**sns.axes_style("ticks"), **_RC}
    with mpl.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing", category=UserWarning)
        yield


def start_figure(
    *, height: float = 3.0, columns: int = 1, rows: int = 1, shared: bool = True
) -> tuple[Figure, list[Axes]]:
    """Return a figure of the page's width with its panels, row by row; `height` in inches."""
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    panels = figure.subplots(rows, columns, squeeze=False, sharex=shared, sharey=shared)
    return figure, list(panels.flat)


@cache
def measure(text: str, *, size: float = BODY, bold: bool = False) -> float:
    """Return the width of a line of text in points."""
    face = FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(text, face, ismath=False)
    return float(width)


def wrap(text: str, *, width: float = TEXT_WIDTH, size: float = BODY, bold: bool = False) -> list[str]:
    """Break a text into lines of at most `width` points; a longer word stands on a line of its own."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        longer = line + piece
        if line and measure(longer.rstrip(), size=size, bold=bold) > width:
            lines.append(line.rstrip())
            line = piece
        else:
            line = longer
    return [*lines, line.rstrip()]


def fit_height(figure: Figure, panels: list[Axes], *, inches: float) -> None:
    """Make the figure as high as it must be for its panels to have `inches` each."""
    rows = len({round(panel.get_subplotspec().rowspan.start) for panel in panels})  # type: ignore[union-attr]
    for _ in range(3):
        lacking = inches - measure_height(figure, panels[0])
        if abs(lacking) < 0.01:
            return
        figure.set_figheight(figure.get_figheight() + lacking * rows)


def measure_height(figure: Figure, panel: Axes) -> float:
    """Return the height in inches that the layout leaves to a panel."""
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.execute(figure)
    return float(panel.get_window_extent().height / figure.dpi)


def draw_nothing(message: str) -> Figure:
    """Return a figure that says in words why nothing is drawn."""
    with house_style():
        figure, (panel,) = start_figure(height=1.2)
        panel.set_axis_off()
        text = "\n".join(wrap(message, width=TEXT_WIDTH * 0.85))
        panel.text(0.5, 0.5, text, ha="center", va="center", color=SOFT, transform=panel.transAxes)
        return figure
