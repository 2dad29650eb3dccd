import numpy as np
import pytest
from PIL import Image, ImageDraw

from townbook.publishing.recognition.ink import find_ink, open_ink, scale_ink


def _draw(mode="RGB", paper="white"):
    image = Image.new(mode, (200, 100), paper)
    ImageDraw.Draw(image).rectangle((50, 20, 149, 69), fill="black")
    return image


def test_ink_is_dark_on_paper_and_has_no_margins():
    ink = find_ink(_draw())
    assert ink.size == (100, 50)
    assert ink.getextrema() == (255, 255)


def test_transparent_paper_is_white():
    assert find_ink(_draw("RGBA", (0, 0, 0, 0))).size == (100, 50)


def test_faint_soil_is_paper_and_an_empty_page_stays_as_it_is():
    assert find_ink(_draw(paper=(230, 230, 230))).size == (100, 50)
    assert find_ink(Image.new("RGB", (30, 20), "white")).size == (30, 20)


def test_a_scale_is_exact_also_between_whole_pixels():
    ink = Image.new("L", (100, 100))
    ImageDraw.Draw(ink).rectangle((50, 0, 99, 99), fill=200)
    scaled = scale_ink(ink, width=32.5)
    assert scaled.shape == (32, 32)
    # 16.25 pixels of paper, then ink: the seventeenth pixel is of both.
    assert np.allclose(scaled[16, [10, 25]], [0, 200])
    assert 100 < scaled[16, 16] < 180
    assert scale_ink(Image.new("L", (100, 5)), width=60) is None


@pytest.mark.parametrize("content", [b"", b"no image", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_image_has_no_ink(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    assert open_ink(tmp_path / "x") is None


def test_an_image_that_breaks_off_or_is_too_large_has_no_ink(tmp_path, monkeypatch):
    path = tmp_path / "x.png"
    _draw().save(path)
    assert open_ink(path).size == (100, 50)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 15_000)
    assert open_ink(path) is None
    path.write_bytes(path.read_bytes()[:-60])
    monkeypatch.undo()
    assert open_ink(path) is None
