"""The copy from which an edition is verified."""

from townbook.publishing.verification import rebuilding


def test_no_kept_pictures_are_taken_along(tmp_path, monkeypatch):
    for name in ("data/x.csv", "build/fonts/a/x.ttf", "build/pictures/x"):
        (tmp_path / "root" / name).parent.mkdir(parents=True)
        (tmp_path / "root" / name).write_text("x", encoding="utf-8")
    seen = []

    def build(copy, *, output, **_):
        seen.extend(sorted(str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()))
        return [output]

    monkeypatch.setattr(rebuilding, "build_books", build)
    rebuilding.rebuild_elsewhere(
        tmp_path / "root", edition="2024", language="en", folder=tmp_path / "copy", stream=None
    )
    assert seen == ["build/fonts/a/x.ttf", "data/x.csv"]
