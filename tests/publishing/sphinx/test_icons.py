from types import SimpleNamespace

import pytest

from townbook.publishing.sphinx.icons import SCRIPT, keep_icons, leave_out_icons

MOON = 'moon:[384,512,[127769,9214],"f186","M223.5 32C100"]'
GLASS = '"magnifying-glass":[512,512,[128269,"search"],"f002","M416 208c0 45.9"]'
SHADES = 'pair:[512,512,[],"e000",["M1 2","M3 4"]]'


def write_script(*icons):
    return f"/*! licence */(()=>{{var p={{{','.join(icons)}}};draw(p)}})()"


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        ({"moon"}, [MOON]),
        ({"search"}, [GLASS]),
        ({"magnifying-glass", "pair"}, [GLASS, SHADES]),
        ({"moo", "glass", "512"}, []),
    ],
)
def test_icons_stay_by_any_of_their_names_and_so_does_all_that_is_no_icon(names, kept):
    found = keep_icons(write_script(MOON, GLASS, SHADES), names)
    assert found.replace(",}", "}") == write_script(*kept)


@pytest.fixture
def site(tmp_path):
    (tmp_path / SCRIPT).parent.mkdir(parents=True)
    (tmp_path / SCRIPT).write_text(write_script(MOON, GLASS, SHADES), encoding="utf-8")
    (tmp_path / "index.html").write_text('<i class="fa-solid fa-moon"></i>', encoding="utf-8")
    (tmp_path / "_static" / "theme.js").write_text('add("fa-search")', encoding="utf-8")
    return tmp_path


def test_pages_and_scripts_say_which_icons_there_are(site):
    leave_out_icons(SimpleNamespace(outdir=site), None)
    script = (site / SCRIPT).read_text(encoding="utf-8")
    assert MOON in script
    assert GLASS in script
    assert SHADES not in script


def test_after_an_error_and_without_such_a_script_nothing_is_done(site):
    before = (site / SCRIPT).read_bytes()
    leave_out_icons(SimpleNamespace(outdir=site), RuntimeError("no pages"))
    assert (site / SCRIPT).read_bytes() == before
    (site / SCRIPT).unlink()
    leave_out_icons(SimpleNamespace(outdir=site), None)
    assert not (site / SCRIPT).exists()
