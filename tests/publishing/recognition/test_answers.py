from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from townbook.publishing.identity import to_xmp
from townbook.publishing.recognition.answers import identify_file, judge_standing
from townbook.publishing.recognition.ink import find_ink
from townbook.publishing.recognition.site_index import PublishedExhibit

from ..test_stamps import IDENTITY

OLD = PublishedExhibit(
    exhibit="tier-counts",
    edition="2023",
    language="en",
    kind="figure",
    cutoff="2023-12-31",
    data_sha256="1" * 64,
    citation="Old.",
    data=Path("old.csv"),
    ink=None,
)
NEW = replace(OLD, edition="2024", cutoff="2025-03-31", data_sha256="0" * 64, data=Path("new.csv"))
SITE = [OLD, NEW]


def _draw(shift):
    image = Image.new("RGB", (800, 600), "white")
    pen = ImageDraw.Draw(image)
    for line in range(12):
        pen.text(
            (30 + shift * line, 20 + 45 * line),
            f"{shift * 7919 * (line + 3)} towns" * 4,
            fill="black",
            font_size=30,
        )
    return image


@pytest.fixture
def stamped(tmp_path):
    path = tmp_path / "x.svg"
    path.write_text(to_xmp(IDENTITY), encoding="utf-8")
    return path


def test_what_a_file_says_inside_is_certain_also_without_a_site(stamped):
    (answer,) = identify_file(stamped, site=[])
    assert (answer.exhibit, answer.edition, answer.certainty) == ("tier-counts", "2024", 1.0)
    assert answer.data == IDENTITY.permalink
    assert answer.standing == "not known: no published edition is at hand"
    (answer,) = identify_file(stamped, site=SITE)
    assert answer.data == "new.csv"
    assert answer.standing == "stands: edition 2024 is the newest at hand"


@pytest.mark.parametrize(
    ("what", "site", "says"),
    [
        (OLD, SITE, "changed: edition 2024 has other data"),
        (OLD, [OLD, replace(NEW, data_sha256="1" * 64)], "stands: edition 2024 has the same data"),
        (OLD, [OLD, replace(NEW, exhibit="other")], "gone: edition 2024 has no exhibit tier-counts"),
        (OLD, [NEW, OLD, replace(NEW, language="zh")], "changed: edition 2024 has other data"),
        (
            replace(NEW, data_sha256="2" * 64),
            SITE,
            "changed: edition 2024 has other data for it than this file",
        ),
    ],
)
def test_the_newest_edition_says_whether_it_stands(what, site, says):
    assert judge_standing(what, site=site) == says


def test_a_file_that_is_an_exhibits_data_is_known_by_its_hash(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"a\n1\n")
    same = replace(OLD, data_sha256=sha256(b"a\n1\n").hexdigest())
    (answer,) = identify_file(path, site=[same, NEW])
    assert (answer.edition, answer.certainty) == ("2023", 1.0)
    both = identify_file(path, site=[same, replace(same, exhibit="twin")])
    assert [one.certainty for one in both] == [0.5, 0.5]


def test_a_picture_is_known_by_its_looks_and_two_that_are_drawn_alike_are_both_named(tmp_path):
    path = tmp_path / "x.jpg"
    _draw(1).resize((500, 375)).save(path, quality=60)
    drawn = [replace(OLD, ink=find_ink(_draw(1))), replace(NEW, ink=find_ink(_draw(3)))]
    (answer,) = identify_file(path, site=drawn)
    assert answer.edition == "2023"
    assert answer.basis.startswith("almost certain: the picture is like it by 0.9")
    assert 0.95 < answer.certainty < 1
    both = identify_file(path, site=[drawn[0], replace(drawn[0], exhibit="twin")])
    assert [one.exhibit for one in both] == ["tier-counts", "twin"]
    assert all(one.basis.startswith("one of 2 that look the same") for one in both)
    assert sum(one.certainty for one in both) < 1


def test_other_files_are_not_recognised(tmp_path):
    path = tmp_path / "x.png"
    _draw(2).save(path)
    assert identify_file(path, site=SITE) == []
    assert identify_file(path, site=[replace(OLD, ink=find_ink(_draw(5)))]) == []
    path.write_bytes(b"text")
    assert identify_file(path, site=[replace(OLD, ink=find_ink(_draw(5)))]) == []
