"""What holds for every figure, whatever the data: nothing cut, nothing overlapping, no number typed."""

import re
import shutil
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from townbook.figures.catalogue import CATALOGUE, FIGURES
from townbook.figures.style import WIDTH, house_style
from townbook.publishing.book import open_book
from townbook.publishing.exhibit_files import compose_files, register_faces

_ROLE = re.compile(r"\{(?:num|interval|word|verdict)\}`[^`]+`")
# The numbers of a document are no findings; its alt text has them from the table.
_COUNTED = {"documents"}
_SLACK = 1.0  # points
_LEAST_PIXELS = 10.0  # of the size of a letter


@pytest.fixture(scope="session")
def with_another_city(remake):
    """The edition of 2024 with one city more, whose tiers are far larger and whose growth fell."""

    def add(rows):
        own = rows[rows["area"] == "140400"].copy()
        own["area"] = "140200"
        own["town"] = ""
        own.index = [f"other-{name}" for name in own.index]
        numbers = own["unit"].isin(["towns", "CNY"]) & (own["kind"] != "threshold")
        for column in ("value", "low", "high"):
            own.loc[numbers, column] *= 12
        falls = (own["kind"] == "growth") & own["value"].notna()
        own.loc[falls, ["value", "low", "high"]] = [-0.124, -0.1245, -0.1235]
        return pd.concat([rows, own])

    def name(rows):
        own = rows[rows["area"] == "140400"].assign(area="140200")
        own.index = [f"other-{town}" for town in own.index]
        return pd.concat([rows, own])

    brief = remake(observations=add, towns=name)
    names = {f"other-{town}": name for town, name in brief.words.names.items()}
    brief.words.names.update(names)
    return brief


@pytest.fixture(scope="module")
def book(root):
    register_faces(root)
    return open_book("2024", root=root)


@pytest.fixture
def brief_of(open_brief, with_another_city):
    return lambda edition: with_another_city if edition == "more" else open_brief(edition)


def _make(name, brief):
    plan = FIGURES[name]
    return plan.present(plan.tabulate(brief), brief)


@pytest.fixture(scope="module")
def draw_newest(open_brief):
    """A function that draws a figure of the newest edition, once for all tests."""
    return cache(lambda name: _make(name, open_brief("2024")).draw())


def _boxes(figure):
    """The boxes of all texts in points: left, bottom, right, top."""
    canvas = FigureCanvasAgg(figure)
    with house_style():
        canvas.draw()
    scale = 72 / figure.dpi
    boxes = []
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip():
            # Of an annotation with an arrow only the text counts.
            box = Text.get_window_extent(text, canvas.get_renderer())
            boxes.append((text.get_text(), [value * scale for value in box.extents]))
    return boxes


@pytest.mark.parametrize("edition", ["2023", "2024", "more"])
@pytest.mark.parametrize("name", FIGURES)
def test_no_text_is_cut_or_overlaps_another(brief_of, draw_newest, name, edition):
    figure = draw_newest(name) if edition == "2024" else _make(name, brief_of(edition)).draw()
    assert figure.get_figwidth() == WIDTH
    width, height = (72 * inches for inches in figure.get_size_inches())
    boxes = _boxes(figure)
    cut = [
        said
        for said, (left, bottom, right, top) in boxes
        if left < -_SLACK or bottom < -_SLACK or right > width + _SLACK or top > height + _SLACK
    ]
    assert cut == []
    overlapping = [
        (one, other)
        for place, (one, a) in enumerate(boxes)
        for other, b in boxes[:place]
        if min(a[2], b[2]) - max(a[0], b[0]) > _SLACK and min(a[3], b[3]) - max(a[1], b[1]) > _SLACK
    ]
    assert overlapping == []


@pytest.mark.parametrize("name", FIGURES)
def test_letters_can_be_read_on_a_telephone(draw_newest, name):
    """Of its 390 pixels the margins leave 358 to a drawing."""
    figure = draw_newest(name)
    shown = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    pixels = {text.get_text(): text.get_fontsize() * 358 / (72 * figure.get_figwidth()) for text in shown}
    assert {said: size for said, size in pixels.items() if size < _LEAST_PIXELS} == {}


@pytest.mark.parametrize("edition", ["2023", "2024", "more"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_number_in_caption_and_alt_is_looked_up(brief_of, resolve, name, edition):
    brief = brief_of(edition)
    exhibit = _make(name, brief)
    assert exhibit.id == name
    assert exhibit.kind == "figure"
    for text in (exhibit.caption, exhibit.alt):
        said = resolve(text, brief)
        assert said == said.strip()
        assert said.endswith((".", "。"))
        assert said[0].isupper() or said[0].isdigit()
        assert "{" not in said
        assert "nan" not in said.split()
    typed = [exhibit.caption] if name in _COUNTED else [exhibit.caption, exhibit.alt]
    assert not re.search(r"\d", _ROLE.sub("", " ".join(typed)))


@pytest.mark.parametrize("edition", ["2023", "2024", "more"])
@pytest.mark.parametrize("name", FIGURES)
def test_an_exhibit_rests_on_what_there_is(brief_of, name, edition):
    brief = brief_of(edition)
    exhibit = _make(name, brief)
    assert set(exhibit.observations) <= set(brief.data.observations.index)
    assert set(exhibit.findings) <= set(brief.registry)
    assert exhibit.findings


def test_a_figure_is_the_same_each_time(book, root, tmp_path):
    def compose(place):
        # Where no pictures are kept, so that each is rendered.
        (tmp_path / place).mkdir()
        shutil.copy(root / "_config.yml", tmp_path / place)
        return compose_files(_make("tier-counts", book.brief), book=replace(book, root=tmp_path / place))

    one, other = map(compose, "ab")
    assert one == other
    assert "<dc:date>" not in one.svg
    assert "<text" not in one.svg


@pytest.mark.parametrize("name", FIGURES)
def test_a_download_has_one_value_in_a_cell(open_brief, name):
    table = _make(name, open_brief("2024")).table
    assert not table.empty
    assert not table.map(lambda cell: isinstance(cell, (tuple, list, dict))).any(axis=None)


@pytest.mark.parametrize("name", ["tier-counts", "growth-margins", "count-targets", "documents"])
def test_source_and_edition_stand_beneath(draw_newest, read, name):
    texts = read(draw_newest(name))
    assert any("Edition 2024 (provisional)." in text for text in texts)


def test_the_catalogue_holds_figures_then_tables():
    assert list(CATALOGUE)[: len(FIGURES)] == list(FIGURES)
    assert len(FIGURES) == 14
