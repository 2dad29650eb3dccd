from functools import cache

import pytest
from PIL import Image

from townbook.publishing.exhibit_files import register_faces
from townbook.publishing.recognition.gallery import CLAIMED, Gallery, Match
from townbook.publishing.recognition.ink import find_ink
from townbook.publishing.recognition.site_index import read_site

from .foreign import draw_foreign
from .spoilt import CROPS, is_drawn_alike, spoil


@cache
def _open(site):
    figures = [one for one in read_site(site) if one.ink is not None]
    return figures, Gallery([one.ink for one in figures])


def test_every_figure_of_both_editions_is_known_again_re_saved_halved_and_cropped(site):
    figures, gallery = _open(site)
    assert {one.edition for one in figures} == {"2023", "2024"}
    for place, figure in enumerate(figures):
        # Another side for each, and for the two editions of one.
        name = list(CROPS)[place % len(CROPS)]
        picture = figure.data.with_suffix(".png")
        found = gallery.recognise(find_ink(spoil(picture, name)))
        which = f"{figure.exhibit} of {figure.edition}, cropped on {name}"
        assert place in [match.place for match in found], which
        # Two figures that are drawn alike are both named, nothing else is.
        for match in found:
            other = figures[match.place]
            assert gallery.compare(other.ink)[0].likeness > 0.98, which
            assert is_drawn_alike(picture, other.data.with_suffix(".png")), which


def test_nothing_is_claimed_about_fifty_pictures_of_others(site, root):
    register_faces(root)
    _, gallery = _open(site)
    pictures = list(draw_foreign())
    assert len(pictures) == 50
    for name, picture in pictures:
        likenesses = [match.likeness for match in gallery.compare(find_ink(picture))]
        # Well below what is claimed: a picture a little more alike is not claimed either.
        assert max(likenesses, default=0.0) < CLAIMED - 0.1, name


def test_a_picture_that_lacks_more_than_a_part_is_not_claimed(site):
    figures, gallery = _open(site)
    figure = next(one for one in figures if one.exhibit == "documents")
    width, height = figure.ink.size
    assert gallery.recognise(figure.ink.crop((0, 0, width // 3, height // 3))) == []
    assert gallery.recognise(Image.new("L", (100, 100))) == []


@pytest.mark.parametrize(
    ("likeness", "least", "most"), [(1.0, 0.99, 1), (0.95, 0.95, 0.97), (0.826, 0, 0.2), (0.68, 0, 0.001)]
)
def test_certainty_grows_with_likeness(likeness, least, most):
    assert least < Match(0, likeness).certainty < most
