import math

import pytest
from matplotlib.text import Annotation

from townbook.figures.sheet import LINE_HEIGHT, Sheet
from townbook.figures.style import house_style, measure_height


@pytest.fixture(autouse=True)
def _style(open_brief):
    open_brief("2024")
    with house_style():
        yield


def _side(sheet):
    (label,) = [text for text in sheet.panel.texts if isinstance(text, Annotation)]
    return label.get_horizontalalignment()


def test_a_label_stands_to_the_right_where_there_is_room():
    sheet = Sheet(0.0, 1.0)
    sheet.label(sheet.row(), (0.2, 0.3), "short")
    assert _side(sheet) == "left"


def test_a_label_at_the_right_edge_stands_to_the_left():
    sheet = Sheet(0.0, 1.0)
    sheet.label(sheet.row(), (0.9, 1.0), "a label that is rather long")
    assert _side(sheet) == "right"


def test_a_label_that_fits_on_neither_side_stands_beneath():
    sheet = Sheet(0.0, 1.0)
    y = sheet.row()
    sheet.label(y, (0.5, 0.5), "more than half of all that there is room for " * 2)
    below = [text for text in sheet.panel.texts if text.xyann[1] == 0 and text.xy[1] > y]
    assert " ".join(text.get_text() for text in below).startswith("more than half of all")
    assert len(below) == len(sheet.panel.texts) == 2


def test_the_panel_is_as_high_as_its_lines():
    sheet = Sheet(0.0, 1.0)
    for _ in range(3):
        sheet.write("one line")
    sheet.gap(1.0)
    figure = sheet.close("scale", say=str)
    lines = measure_height(figure, sheet.panel) * 72 / LINE_HEIGHT
    assert lines == pytest.approx(4.3, abs=0.1)


def test_a_paragraph_takes_a_line_for_each_line():
    sheet = Sheet(0.0, 1.0)
    sheet.write("many words " * 30)
    assert sheet.row(1.0) == pytest.approx(len(sheet.panel.texts) + 0.5)
    assert len(sheet.panel.texts) > 2


def test_room_is_kept_behind_the_highest_value():
    sheet = Sheet(0.0, 1.0, room=100.0)
    assert sheet.width - sheet.place(1.0) == pytest.approx(100.0)
    assert sheet.value(sheet.place(0.4)) == pytest.approx(0.4)


def test_an_open_end_is_as_long_as_an_arrow():
    sheet = Sheet(0.0, 100.0)
    assert sheet.end_of(10.0, 12.0) == 12.0
    open_end = sheet.end_of(10.0, math.inf)
    assert 10.0 < open_end < 20.0
    assert sheet.end_of(50.0, math.inf) - 50.0 == pytest.approx(open_end - 10.0)


def test_an_interval_that_the_mark_hides_is_not_drawn_and_a_wide_one_is():
    for high, bars in ((10.1, 0), (30.0, 1)):
        sheet = Sheet(0.0, 100.0)
        sheet.mark(sheet.row(), (10.0, 10.0, high), colour="#000000")
        assert len(sheet.panel.collections) == bars


def test_the_scale_is_written_in_words_of_the_caller():
    sheet = Sheet(-10.0, 30.0)
    sheet.write("row")
    sheet.close("", say=lambda value: f"<{value:g}>")
    assert [tick.get_text() for tick in sheet.panel.get_xticklabels()] == [
        "<-10>",
        "<0>",
        "<10>",
        "<20>",
        "<30>",
    ]


def test_a_sheet_without_numbers_has_no_scale():
    sheet = Sheet(0.0, 1.0)
    sheet.write("words alone")
    sheet.close("")
    assert list(sheet.panel.get_xticks()) == []
