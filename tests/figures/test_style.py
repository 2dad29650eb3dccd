import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.font_manager import fontManager

from townbook.figures import style
from townbook.figures.style import (
    FAMILY,
    TEXT_WIDTH,
    draw_nothing,
    fit_height,
    house_style,
    measure,
    start_figure,
    use_faces,
    wrap,
)
from townbook.publishing.fonts import prepare_fonts
from townbook.publishing.pictures import render_pictures


@pytest.fixture(autouse=True)
def _faces(open_brief):
    open_brief("2024")


def test_figures_without_the_face_are_refused(monkeypatch):
    monkeypatch.setattr(fontManager, "ttflist", [e for e in fontManager.ttflist if e.name != FAMILY])
    with pytest.raises(RuntimeError, match="use_faces"), house_style():
        pass


def test_a_face_of_another_family_is_refused(root):
    fonts = prepare_fonts(root)
    other = matplotlib.get_data_path() + "/fonts/ttf/DejaVuSans.ttf"
    with pytest.raises(ValueError, match="DejaVu"):
        use_faces(fonts.regular, other)
    use_faces(fonts.regular, fonts.bold)


def test_using_faces_twice_registers_them_once(root):
    fonts = prepare_fonts(root)
    use_faces(fonts.regular, fonts.bold)
    use_faces(fonts.regular, fonts.bold)
    assert len([entry for entry in fontManager.ttflist if entry.name == FAMILY]) == 2


def test_a_glyph_that_the_face_lacks_is_an_error(tmp_path):
    with house_style():
        figure, (panel,) = start_figure()
        panel.text(0.5, 0.5, "\U00030edd")  # a character of no text of the project
        with pytest.raises((ValueError, UserWarning), match="missing"):
            render_pictures(figure, salt="trial", kept=tmp_path)


def test_chinese_and_latin_letters_are_drawn_in_one_face(tmp_path):
    with house_style():
        figure, (panel,) = start_figure()
        panel.text(0.1, 0.5, "Changzhi 长治市 ≥ 22% − 10%", fontweight="bold")
        assert "<svg" in render_pictures(figure, salt="trial", kept=tmp_path).svg


def test_a_long_label_breaks_at_spaces_and_chinese_between_characters():
    lines = wrap("light industry and crafts", width=80)
    assert len(lines) == 2
    assert " ".join(lines) == "light industry and crafts"
    lines = wrap("特色专业镇为高质量发展注入新动能，", width=60)
    assert len(lines) > 2
    assert "".join(lines) == "特色专业镇为高质量发展注入新动能，"
    assert not any(line.startswith("，") for line in lines)


@settings(deadline=None, derandomize=True, max_examples=50)
@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=12))
def test_no_line_is_wider_than_asked_unless_it_is_one_word(parts):
    lines = wrap(" ".join(parts), width=90)
    assert " ".join(lines).split() == parts
    assert all(measure(line) <= 90 or " " not in line for line in lines)


def test_an_empty_text_is_one_empty_line():
    assert wrap("") == [""]


def test_nothing_to_draw_is_said_in_words(read):
    figure = draw_nothing("Not reported in the documents of this edition, which is said at some length here.")
    assert read(figure) == [
        "Not reported in the documents of this edition, which is said at some length here."
    ]


def test_panels_get_the_height_that_is_asked_for():
    with house_style():
        figure, panels = start_figure(rows=2, columns=2)
        panels[0].set_title("two\nlines")
        panels[3].set_xlabel("label")
        fit_height(figure, panels, inches=1.3)
        assert style.measure_height(figure, panels[0]) == pytest.approx(1.3, abs=0.02)
        assert figure.get_figwidth() * 72 > TEXT_WIDTH
