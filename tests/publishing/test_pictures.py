import io
import re

import numpy as np
import pytest
from matplotlib import pyplot as plt
from PIL import Image

from townbook.publishing.pictures import render_pictures


def _draw(label="towns"):
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.bar([1, 2], [3, 4], color="#204080")
    axes.set_xlabel(label)
    return figure


def test_two_renderings_are_the_same_bytes_and_carry_no_date(tmp_path):
    first, second = (render_pictures(_draw(), salt="x", kept=tmp_path / name) for name in "ab")
    assert first == second
    assert "<dc:date>" not in first.svg
    assert "<text" not in first.svg
    assert b"CreationDate" not in first.pdf


def test_a_png_has_300_dots_an_inch_few_colours_and_no_transparency(tmp_path):
    png = render_pictures(_draw(), salt="x", kept=tmp_path).png
    with Image.open(io.BytesIO(png)) as image:
        assert image.size == (1200, 900)
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        assert image.mode == "P"
        assert "transparency" not in image.info
        pixels = np.asarray(image.convert("RGB"))
    assert tuple(pixels[0, 0]) == (255, 255, 255)
    assert (pixels == (0x20, 0x40, 0x80)).all(axis=2).sum() > 100_000


def test_a_pdf_has_letters_of_an_embedded_face(tmp_path):
    pdf = render_pictures(_draw(), salt="x", kept=tmp_path).pdf
    assert re.search(rb"/FontFile2", pdf)
    assert b"/Type3" not in pdf


def test_the_resolution_of_one_picture_does_not_touch_the_others(tmp_path):
    figure = _draw()
    before = figure.dpi
    render_pictures(figure, salt="x", kept=tmp_path)
    assert figure.dpi == before


def test_a_rendered_figure_is_closed(tmp_path):
    plt.close("all")
    render_pictures(_draw(), salt="x", kept=tmp_path)
    assert plt.get_fignums() == []


def test_a_missing_glyph_is_an_error_that_names_the_figure(tmp_path):
    with pytest.raises(ValueError, match=r"figure tiers: Glyph"):
        render_pictures(_draw("\N{CUNEIFORM SIGN A}"), salt="tiers", kept=tmp_path)
