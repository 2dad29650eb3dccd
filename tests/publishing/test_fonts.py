"""The Chinese face: its characters, its names, and what several processes do at once."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from townbook.publishing.fonts import FAMILY, prepare_fonts


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    (root / "data").mkdir()
    (root / "data" / "towns.csv").write_text("town,zh\nx,鑫犇镇\n", encoding="utf-8")
    return root


def characters_of(font: Path) -> set[str]:
    with TTFont(font) as face:
        return set(map(chr, face.getBestCmap()))


def test_face_has_the_characters_of_the_texts_and_of_numbers(project):
    fonts = prepare_fonts(project)
    for path in (fonts.regular, fonts.bold, fonts.regular_woff2, fonts.bold_woff2):
        assert set("鑫犇镇 AZaz09%−–—≥≤×·→，。《》%") <= characters_of(path)


def test_face_is_small_because_it_has_no_other_characters(project):
    fonts = prepare_fonts(project)
    assert "龘" not in characters_of(fonts.regular)
    assert fonts.regular_woff2.stat().st_size < 200_000


@pytest.mark.parametrize(("style", "weight"), [("Regular", 400), ("Bold", 700)])
def test_weights_are_static_and_share_the_family(project, style, weight):
    fonts = prepare_fonts(project)
    with TTFont({"Regular": fonts.regular, "Bold": fonts.bold}[style]) as face:
        assert [face["name"].getDebugName(part) for part in (1, 2)] == [FAMILY, style]
        assert face["OS/2"].usWeightClass == weight
        assert "glyf" in face
        assert "fvar" not in face


def test_woff2_is_what_it_says(project):
    fonts = prepare_fonts(project)
    assert fonts.regular_woff2.read_bytes()[:4] == b"wOF2"
    assert "SIL OPEN FONT LICENSE" in fonts.licence.read_text(encoding="utf-8")


def test_second_call_makes_nothing_and_new_text_makes_a_new_face(project):
    first = prepare_fonts(project)
    stamp = first.regular.stat().st_mtime_ns
    assert prepare_fonts(project) == first
    assert first.regular.stat().st_mtime_ns == stamp
    page = project / "book" / "page.md"
    page.parent.mkdir()
    page.write_text("淼\n", encoding="utf-8")
    second = prepare_fonts(project)
    page.unlink()
    assert second.regular != first.regular
    assert "淼" in characters_of(second.regular)


def test_processes_at_once_agree_with_each_other_and_with_others_elsewhere(project, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "other.csv").write_text("鑫犇镇", encoding="utf-8")
    with ProcessPoolExecutor(2) as pool:
        first, second = pool.map(prepare_fonts, [tmp_path, tmp_path])
    assert first == second
    made = list((tmp_path / "build" / "fonts").iterdir())
    assert made == [first.regular.parent]
    here = prepare_fonts(project)
    assert here.bold_woff2.read_bytes() == first.bold_woff2.read_bytes()
    assert here.regular.read_bytes() == first.regular.read_bytes()


def test_of_all_areas_those_have_glyphs_that_the_data_mention(tmp_path):
    (tmp_path / "data" / "codelists").mkdir(parents=True)
    areas = "code,zh\n440000,粤\n440600,佛\n440604,禅\n440605,鑫\n"
    (tmp_path / "data" / "codelists" / "areas.csv").write_text(areas, encoding="utf-8")
    (tmp_path / "data" / "observations.csv").write_text("x,440604,20250101\n", encoding="utf-8")
    characters = characters_of(prepare_fonts(tmp_path).regular)
    assert set("粤佛禅") <= characters  # a county, and the cities of its province
    assert "鑫" not in characters
