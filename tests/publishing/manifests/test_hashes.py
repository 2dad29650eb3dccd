import hashlib

import pytest

from townbook.publishing.manifests.hashes import hash_file, hash_files, hash_folder, hash_value, list_files


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "b" / "c.txt").write_text("two", encoding="utf-8")
    return tmp_path


def test_a_file_is_hashed_by_its_bytes(folder):
    assert hash_file(folder / "a.txt") == hashlib.sha256(b"one").hexdigest()


def test_a_value_has_one_hash_whatever_the_order_of_its_keys():
    assert hash_value({"b": 1, "a": "镇"}) == hash_value({"a": "镇", "b": 1})
    assert hash_value({"a": 1}) == hashlib.sha256(b'{"a":1}').hexdigest()
    assert hash_value({"a": 1}) != hash_value({"a": 2})


def test_a_value_that_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        hash_value(float("nan"))


@pytest.mark.parametrize("left", [".hidden", ".folder/x", "__pycache__/x.pyc", "b/.DS_Store"])
def test_what_programs_leave_does_not_count(folder, left):
    before = hash_folder(folder)
    (folder / left).parent.mkdir(exist_ok=True)
    (folder / left).write_text("left", encoding="utf-8")
    assert hash_folder(folder) == before
    assert [path.name for path in list_files(folder)] == ["a.txt", "c.txt"]


def test_a_folder_below_a_hidden_one_is_hashed_like_any_other(folder, tmp_path_factory):
    hidden = tmp_path_factory.mktemp("x") / ".hidden"
    folder.rename(hidden)
    assert len(list(list_files(hidden))) == 2


def test_names_and_bytes_of_files_both_count(folder):
    before = hash_folder(folder)
    (folder / "a.txt").rename(folder / "d.txt")
    renamed = hash_folder(folder)
    (folder / "d.txt").write_text("three", encoding="utf-8")
    assert len({before, renamed, hash_folder(folder)}) == 3


def test_a_file_that_is_not_there_is_left_out(folder):
    files = [folder / "a.txt", folder / "none.txt"]
    assert hash_files(files, base=folder) == hash_files(files[:1], base=folder)
