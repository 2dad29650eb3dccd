import pytest

from townbook.publishing import site_build
from townbook.publishing.site_build import list_complaints, publish_folder


@pytest.fixture
def built(tmp_path):
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / "index.html").write_text("new")
    (folder / ".buildinfo").write_text("config: x")
    return folder


def test_publication_replaces_the_whole_folder(built, tmp_path):
    target = tmp_path / "site" / "2024" / "en"
    target.mkdir(parents=True)
    (target / "gone.html").write_text("old")
    other = tmp_path / "site" / "2023" / "en"
    other.mkdir(parents=True)
    (other / "index.html").write_text("other")
    publish_folder(built, target=target)
    assert [path.name for path in target.iterdir()] == ["index.html"]
    assert (other / "index.html").read_text() == "other"
    assert [path.name for path in target.parent.iterdir()] == ["en"]
    assert (built / ".buildinfo").exists()


def test_what_an_interrupted_publication_left_is_cleared(built, tmp_path):
    target = tmp_path / "site" / "en"
    for name in (".en.new", ".en.old"):
        (tmp_path / "site" / name).mkdir(parents=True)
    publish_folder(built, target=target)
    assert [path.name for path in target.parent.iterdir()] == ["en"]


def test_a_publication_that_fails_leaves_the_old_one(built, tmp_path, monkeypatch):
    target = tmp_path / "site" / "en"
    target.mkdir(parents=True)
    (target / "index.html").write_text("old")

    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(site_build.shutil, "copytree", fail)
    with pytest.raises(OSError, match="No space"):
        publish_folder(built, target=target)
    assert (target / "index.html").read_text() == "old"


def test_the_old_one_comes_back_where_the_new_cannot_take_its_place(built, tmp_path, monkeypatch):
    target = tmp_path / "site" / "en"
    target.mkdir(parents=True)
    (target / "index.html").write_text("old")
    rename = type(target).rename

    def refuse_new(path, place):
        if path.name.endswith(".new"):
            raise OSError(13, "Permission denied")
        return rename(path, place)

    monkeypatch.setattr(type(target), "rename", refuse_new)
    with pytest.raises(OSError, match="Permission"):
        publish_folder(built, target=target)
    assert (target / "index.html").read_text() == "old"


def test_complaints_name_the_files_of_the_project_each_once(tmp_path):
    log = f"""\
\x1b[01mreading sources...\x1b[39;49;00m [100%] book/index
{tmp_path}/book/index.md:12: WARNING: unknown role [x]
{tmp_path}/book/index.md:12: WARNING: unknown role [x]
{tmp_path}/notebooks/briefs/140400.ipynb:20003: ERROR: no such thing
{tmp_path}/notebooks/01_tiers.ipynb:10001: WARNING: title
There was an error in building your book. Look above for the cause.
"""
    assert list_complaints(log, stage=tmp_path) == [
        "book/index.md:12: WARNING: unknown role [x]",
        "notebooks/area_brief.ipynb (area 140400): cell 2, line 3: ERROR: no such thing",
        "notebooks/01_tiers.ipynb: cell 1, line 1: WARNING: title",
    ]


def test_where_no_complaint_is_recognised_the_last_lines_are_told(tmp_path):
    log = "\n".join(f"line {number}" for number in range(100))
    told = list_complaints(log, stage=tmp_path)
    assert told[-1] == "line 99"
    assert len(told) < 20
