import pytest

from townbook.figures.source_line import NO_BREAK, add_source_line, say_sources
from townbook.figures.style import fit_height, house_style, measure_height, start_figure


def test_documents_and_edition_are_named(open_brief):
    brief = open_brief("2024")
    (source,) = [source for source in brief.data.sources if source.id == "changzhi-article-2024"]
    said = say_sources([source], brief=brief).replace(NO_BREAK, " ")
    assert said == "Drawn from: Shanxi Economic Daily, 6 August 2024. Edition 2024 (provisional)."
    assert say_sources([], brief=brief) == "Edition 2024 (provisional)."


def test_the_line_names_each_document_behind_observations_and_towns_once(open_brief, read):
    brief = open_brief("2024")
    figure, _ = _make_figure()
    names = ["changzhi-municipal-output-2023", "changzhi-municipal-revenue-2023", "not an observation"]
    towns = [brief.data.towns.index[brief.data.towns["source"] == "xinzhou-review-2025"][0]]
    (text,) = read(add_source_line(figure, brief, names, towns=towns, note="A note."))
    assert text.startswith("A note. Drawn from: ")
    assert text.count("Shanxi Economic Daily") == 1
    assert "Zuguo" in text


def test_the_panel_keeps_its_height(open_brief):
    figure, panel = _make_figure()
    before = figure.get_figheight()
    add_source_line(figure, open_brief("2024"), ["changzhi-municipal-output-2023"])
    assert measure_height(figure, panel) == pytest.approx(2.0, abs=0.02)
    assert figure.get_figheight() > before


def _make_figure():
    with house_style():
        figure, (panel,) = start_figure()
        panel.set_axis_off()
        fit_height(figure, [panel], inches=2.0)
        return figure, panel
