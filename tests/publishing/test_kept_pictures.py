"""Pictures that are kept: the same bytes as rendered ones, and never broken ones."""

import os
import shutil
from concurrent.futures import ProcessPoolExecutor

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt

from townbook.publishing import kept_pictures, pictures
from townbook.publishing.kept_pictures import render_once
from townbook.publishing.pictures import render_pictures


def _render(kept, label="towns"):
    figure, axes = plt.subplots(figsize=(2, 1))
    axes.bar([1, 2], [3, 4])
    axes.set_xlabel(label)
    return render_pictures(figure, salt="x", kept=kept)


def _refuse():
    pytest.fail("rendered although it was kept")


@pytest.fixture
def count():
    """A function that renders, and says how often it did."""

    def render():
        render.calls += 1
        return b"png", b"pdf"

    render.calls = 0
    return render


def test_what_is_kept_is_what_would_be_rendered(tmp_path, monkeypatch):
    rendered = _render(tmp_path / "one")
    assert _render(tmp_path / "other") == rendered
    for draw in ("_draw_png", "_draw_pdf"):
        monkeypatch.setattr(pictures, draw, lambda _: _refuse())
    assert _render(tmp_path / "one") == rendered
    with pytest.raises(pytest.fail.Exception):
        _render(tmp_path / "one", label="cities")


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b[:40], lambda b: b[:-1], lambda b: b + b"x"])
def test_a_broken_file_is_rendered_anew(tmp_path, count, damage):
    render_once("<svg/>", folder=tmp_path, render=count)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert render_once("<svg/>", folder=tmp_path, render=count) == (b"png", b"pdf")
    assert count.calls == 2
    assert path.read_bytes() == whole


def test_other_settings_libraries_or_code_are_rendered_anew(tmp_path, count, monkeypatch):
    def render():
        kept_pictures._hash_recipe.cache_clear()
        render_once("<svg/>", folder=tmp_path / "kept", render=count)
        return count.calls

    assert [render(), render()] == [1, 1]
    with mpl.rc_context({"pdf.compression": 1}):
        assert render() == 2
    with monkeypatch.context() as patched:
        patched.setattr(kept_pictures, "version", lambda library: f"{library} 0")
        assert render() == 3
    code = tmp_path / "pictures.py"
    shutil.copy(pictures.__file__, code)
    monkeypatch.setattr(kept_pictures, "_CODE", (code,))
    assert [render(), render()] == [4, 4]
    code.write_text(code.read_text(encoding="utf-8").replace("DPI = 300", "DPI = 301"), encoding="utf-8")
    assert render() == 5
    kept_pictures._hash_recipe.cache_clear()


def test_what_was_not_used_for_longest_is_removed(tmp_path, count, monkeypatch):
    monkeypatch.setattr(kept_pictures, "_LIMIT", 2)
    for age, svg in enumerate(("<old/>", "<older/>")):
        render_once(svg, folder=tmp_path, render=count)
        os.utime(max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime), (9 - age, 9 - age))
    render_once("<older/>", folder=tmp_path, render=_refuse)  # now used last
    render_once("<new/>", folder=tmp_path, render=count)
    assert len(list(tmp_path.iterdir())) == 2
    render_once("<older/>", folder=tmp_path, render=_refuse)
    render_once("<old/>", folder=tmp_path, render=count)
    assert count.calls == 4


def test_where_nothing_can_be_kept_the_pictures_are_made_all_the_same(tmp_path, count):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert render_once("<svg/>", folder=tmp_path / "file", render=count) == (b"png", b"pdf")


def test_processes_at_once_keep_one_whole_file(tmp_path):
    with ProcessPoolExecutor(2) as pool:
        first, second = pool.map(_render, [tmp_path, tmp_path])
    assert first == second
    assert len(list(tmp_path.iterdir())) == 1
