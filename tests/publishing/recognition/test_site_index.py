import json
from hashlib import sha256

import pytest
from PIL import Image, ImageDraw

from townbook.publishing.recognition.site_index import INDEX, read_site, write_index


def _publish(site, edition, cutoff, **csvs):
    folder = site / edition / "en" / "exhibits"
    for name, csv in csvs.items():
        home = folder / name
        home.mkdir(parents=True)
        description = {"kind": "table", "identity": {"citation": f"Cite {name}."}}
        (home / f"{name}.json").write_text(json.dumps(description))
        (home / f"{name}.csv").write_text(csv)
    write_index(folder, edition=edition, language="en", cutoff=cutoff)
    return folder


def test_exhibits_come_back_in_the_order_of_the_editions_cutoffs(tmp_path):
    _publish(tmp_path, "spring", "2024-03-31", b="1\n", a="2\n")
    _publish(tmp_path, "autumn", "2023-12-31", a="1\n")
    found = read_site(tmp_path)
    assert [(one.edition, one.exhibit) for one in found] == [
        ("autumn", "a"),
        ("spring", "a"),
        ("spring", "b"),
    ]
    assert found[2].data_sha256 == sha256(b"1\n").hexdigest()
    assert found[2].data.read_text() == "1\n"
    assert found[2].citation == "Cite b."
    assert found[2].ink is None


def test_a_figure_has_its_ink_at_one_width_and_the_index_is_the_same_bytes_again(tmp_path):
    folder = _publish(tmp_path, "2024", "2024-12-31", a="1\n")
    picture = Image.new("RGB", (900, 700), "white")
    ImageDraw.Draw(picture).rectangle((50, 50, 849, 449), fill="black")
    picture.save(folder / "a" / "a.png")
    written = [
        write_index(folder, edition="2024", language="en", cutoff="2024-12-31").read_bytes() for _ in range(2)
    ]
    assert written[0] == written[1]
    assert read_site(tmp_path)[0].ink.size == (256, 128)


def test_a_site_without_editions_and_an_index_that_is_none_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no edition published there"):
        read_site(tmp_path)
    folder = _publish(tmp_path, "2024", "2024-12-31", a="1\n")
    for text in (
        "{",
        "{}",
        "[]",
        '{"edition": "2024", "language": "en", "cutoff": "x", "exhibits": {"a": {}}}',
    ):
        (folder / INDEX).write_text(text)
        with pytest.raises(ValueError, match=r"index\.json: not an index"):
            read_site(tmp_path)


def test_folders_without_a_description_are_none(tmp_path):
    folder = _publish(tmp_path, "2024", "2024-12-31", a="1\n")
    (folder / "pages").mkdir()
    write_index(folder, edition="2024", language="en", cutoff="2024-12-31")
    assert [one.exhibit for one in read_site(tmp_path)] == ["a"]
