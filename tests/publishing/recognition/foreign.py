"""Fifty pictures that are none of ours, among them charts in the style of our own: the same on every run."""

import io
from collections.abc import Callable, Iterator

import matplotlib as mpl
import numpy as np
import seaborn as sns
from matplotlib.figure import Figure
from PIL import Image, ImageDraw
from scipy import ndimage

from townbook.figures.sheet import Sheet
from townbook.figures.style import house_style, start_figure

_WORDS = (
    "growth output revenue towns city province target share index price trade grain steel vinegar ceramics "
    "tourism county herbs year half quarter median total survey region exports machinery workers"
)
_LETTERS = ("Paper", "Report", "Bulletin", "Annual review")


def draw_foreign() -> Iterator[tuple[str, Image.Image]]:
    """Yield a name and a picture, fifty in all."""
    random = np.random.default_rng(20240806)
    kinds: list[tuple[Callable, int]] = [
        (_draw_lines, 6),
        (_draw_bars, 6),
        (_draw_scatter, 6),
        (_draw_seaborn, 6),
        (_draw_in_our_style, 8),
        (_draw_bars_in_our_style, 4),
        (_make_noise, 5),
        (_make_gradient, 4),
        (_write_page, 5),
    ]
    for draw, number in kinds:
        for place in range(number):
            yield f"{draw.__name__}-{place}", draw(random)


def _say(random, words):
    return " ".join(random.choice(_WORDS.split(), words))


def _render(figure, dpi=100):
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=dpi)
    return Image.open(buffer).convert("RGB")


def _axes(random):
    figure = Figure(figsize=(random.uniform(4, 8), random.uniform(2.5, 6)), layout="constrained")
    axes = figure.subplots()
    axes.set(title=_say(random, 4), xlabel=_say(random, 2), ylabel=_say(random, 1))
    return figure, axes


def _draw_lines(random):
    figure, axes = _axes(random)
    for _ in range(random.integers(1, 5)):
        axes.plot(random.normal(size=30).cumsum(), label=_say(random, 1))
    axes.legend()
    return _render(figure)


def _draw_bars(random):
    figure, axes = _axes(random)
    number = random.integers(3, 9)
    names = [f"{_say(random, 1)} {place}" for place in range(number)]
    (axes.barh if random.random() < 0.5 else axes.bar)(names, random.uniform(0, 10, number))
    return _render(figure)


def _draw_scatter(random):
    figure, axes = _axes(random)
    axes.scatter(*random.normal(size=(2, 60)), s=random.uniform(5, 60, 60))
    axes.grid(visible=bool(random.random() < 0.5))
    return _render(figure)


def _draw_seaborn(random):
    with mpl.rc_context(sns.axes_style("whitegrid")):
        figure, axes = _axes(random)
        if random.random() < 0.5:
            sns.heatmap(random.uniform(size=(5, 6)), annot=True, ax=axes)
        else:
            sns.boxplot(data=random.normal(size=(40, 4)), ax=axes)
        return _render(figure)


def _draw_in_our_style(random):
    """Rows of names, marks and numbers on a sheet of ours."""
    with house_style():
        sheet = Sheet(0.0, 1.0)
        for _ in range(random.integers(2, 8)):
            sheet.write(_say(random, 3), bold=True)
            sheet.write(_say(random, 5))
            y, value = sheet.row(), random.uniform(0.1, 0.6)
            sheet.bar(y, (0.0, value), colour=str(random.choice(["#00664f", "#8f5e00", "#204080"])))
            sheet.label(y, (0.0, value), f"{value:.0%} {_say(random, 1)}", bold=True)
            sheet.gap(0.8)
        figure = sheet.close(_say(random, 9), say=lambda value: f"{value:.0%}")
        return _render(figure, dpi=150)


def _draw_bars_in_our_style(random):
    with house_style():
        figure, (axes,) = start_figure(height=random.uniform(1.5, 5))
        number = random.integers(3, 9)
        axes.barh([f"{_say(random, 2)} {place}" for place in range(number)], random.uniform(0, 9, number))
        axes.set(title=_say(random, 4), xlabel=_say(random, 6))
        return _render(figure, dpi=150)


def _make_noise(random):
    """Something like a photograph: clouds of light in every size."""
    shape = (180, 240, 3)
    clouds = sum(ndimage.gaussian_filter(random.normal(size=shape), (s, s, 0)) * s for s in (1, 4, 16, 32))
    return Image.fromarray(np.uint8(255 * (clouds - clouds.min()) / np.ptp(clouds)))


def _make_gradient(random):
    down, along = random.uniform(-1, 1, 2)
    slope = down * np.linspace(0, 1, 300)[:, None] + along * np.linspace(0, 1, 400)[None, :]
    return Image.fromarray(np.uint8(255 * (slope - slope.min()) / max(1e-6, np.ptp(slope))))


def _write_page(random):
    image = Image.new("RGB", (620, 877), "white")
    page = ImageDraw.Draw(image)
    page.text((60, 50), str(random.choice(_LETTERS)), fill="black", font_size=24)
    for line in range(random.integers(10, 45)):
        page.text((60, 100 + 17 * line), _say(random, 11)[:85], fill="black", font_size=12)
    return image
