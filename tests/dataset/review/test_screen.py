import pytest

from townbook.dataset.review.dialogue import Dialogue
from townbook.dataset.review.paint import Paint
from townbook.dataset.review.screen import draw
from townbook.dataset.review.values import say_shortly, say_value
from townbook.dataset.review.widths import measure


@pytest.fixture
def show(folder, open_review):
    """A function that draws the screen after some keys."""

    def show(*typed, width=80, height=40, coloured=False, places=0, folder=folder):
        _, review, desk = open_review(folder)
        dialogue = Dialogue(review.move(places), desk.list_fields, desk.doubt)
        for text in typed:
            dialogue = dialogue.take(text)
        return draw(dialogue, desk, width=width, height=height, paint=Paint(coloured))

    return show


@pytest.mark.parametrize("places", range(5))
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_none_holds_a_control_character(show, places, width):
    for typed in ((), ("?",), ("e", "x")):
        lines = show(*typed, width=width, places=places)
        assert max(map(measure, lines)) <= width
        assert all(line.isprintable() for line in lines)


def test_the_figure_is_marked_beneath_where_there_is_no_colour(show):
    lines = show(places=4)
    at = next(index for index, line in enumerate(lines) if line.startswith("> 2031年"))
    marks = lines[at + 1]
    begin = measure(lines[at].partition("10.68亿元")[0])
    assert marks == " " * begin + "^" * 9
    assert "望海日报" in lines[at - 1]


def test_the_figure_is_emphasised_where_there_is_colour(show):
    lines = show(places=4, coloured=True)
    assert any("\x1b[1;7m10.68亿元\x1b[0m" in line for line in lines)
    assert not any("^" in line for line in lines)


def test_each_field_is_said_with_its_meaning_and_how_it_was_known(show):
    lines = show(places=4)
    value = next(line for line in lines if line.startswith(" 7 value "))
    assert "1 068 000 000 CNY" in value
    assert "10.68亿元" in value
    assert value.endswith("stated")
    area = next(line for line in lines if line.startswith(" 3 area "))
    assert "Yangquan 阳泉市" in area
    assert area.endswith("inferred")
    heading = "5 of 5: figure, confidence 0.95, not decided"
    assert lines[0].startswith(heading)
    assert lines[0].endswith("accepted 0, rejected 0, left 5")


def test_a_caution_is_shown(show):
    lines = show(places=3)
    assert any(line.startswith(" ! ") and "15亿元" in line for line in lines)


def test_an_escape_sequence_of_a_document_does_not_reach_the_terminal(show):
    shown = "\n".join(show(places=1))
    assert "</script><script>alert(1)</script>,␛[2J" in shown.replace("\n  ", "")


def test_a_low_screen_leaves_empty_fields_out_and_keeps_the_numbers(show):
    lines = show(places=4, height=24)
    assert not any(" value_high " in line for line in lines)
    assert any(line.startswith(" 9 unit ") for line in lines)
    assert len(lines) <= 24


def test_without_the_document_the_print_and_its_line_are_shown(show, make_folder, tmp_path):
    lines = show(places=4, folder=make_folder(tmp_path / "bare", document=False))
    assert any("is not at hand" in line for line in lines)
    assert "  printed on line 3: 10.68亿元" in lines


@pytest.mark.parametrize(
    ("value", "unit", "said", "short"),
    [
        ("1068000000", "CNY", "1 068 000 000 CNY", "10.68亿元"),
        ("102551234567", "CNY", "102 551 234 567 CNY", "1025.51234567亿元"),
        ("0.22", "ratio", "22%", ""),
        ("-0.032", "ratio", "-3.2%", ""),
        ("0.12", "pp", "12 points", ""),
        ("33", "enterprises", "33 enterprises", ""),
        ("35000", "persons", "35 000 persons", "3.5万"),
        ("12", "new:patents", "12 new:patents", ""),
        ("many", "CNY", "many", ""),
        ("nan", "CNY", "nan", ""),
        ("", "CNY", "", ""),
    ],
)
def test_values_are_written_for_comparison_with_the_print(known, value, unit, said, short):
    cells = {"value": value, "unit": unit}
    units = known.reading.codelists["units"]
    assert say_value(cells, "value", units=units) == said
    assert say_shortly(cells, "value", units=units) == short
