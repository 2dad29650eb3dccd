"""A figure as pictures: SVG for pages, PNG at 300 dpi and PDF for papers, the same bytes on every run."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from townbook.publishing.kept_pictures import render_once

DPI = 300
_COLOURS = 256
# Of a PNG's size the higher levels save a hundredth, for twice the time.
_COMPRESSION = 7


@dataclass(frozen=True)
class Pictures:
    """One figure in three formats."""

    svg: str
    png: bytes
    pdf: bytes


def render_pictures(figure: Figure, *, salt: str, kept: Path) -> Pictures:
    """Render a figure in every format, and close it; `kept` is the folder of what was rendered before.

    Raises
    ------
    ValueError
        If the face lacks a glyph.
    """
    with _closing(figure, name=salt):
        svg = _draw_svg(figure, salt=salt)
        png, pdf = render_once(svg, folder=kept, render=lambda: (_draw_png(figure), _draw_pdf(figure)))
        return Pictures(svg, png, pdf)


@contextmanager
def _closing(figure: Figure, *, name: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="Glyph .* missing", category=UserWarning)
            yield
    except UserWarning as missing:
        raise ValueError(f"figure {name}: {missing}") from missing
    finally:
        plt.close(figure)


def _draw_svg(figure: Figure, *, salt: str) -> str:
    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": salt, "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


def _draw_pdf(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    # Letters as letters of an embedded face: they can be searched, copied and read aloud.
    with mpl.rc_context({"pdf.fonttype": 42}):
        figure.savefig(buffer, format="pdf", metadata={"CreationDate": None})
    return buffer.getvalue()


def _draw_png(figure: Figure) -> bytes:
    """Draw on paper without transparency, in as few colours as no eye tells from all of them."""
    drawn = figure.dpi
    try:
        figure.set_dpi(DPI)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        size = canvas.get_width_height(physical=True)
        drawing = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    finally:
        figure.set_dpi(drawn)
    rgb = Image.frombytes("RGBA", size, drawing).convert("RGB")
    few = rgb.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    few.save(buffer, "PNG", dpi=(DPI, DPI), compress_level=_COMPRESSION)
    return buffer.getvalue()
