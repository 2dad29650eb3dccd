import pytest
from PIL import Image

from townbook.publishing.identity import to_xmp

from ..publishing.test_stamps import IDENTITY


@pytest.fixture
def identify(townbook_here):
    """A function that identifies in a folder, and returns what was said."""
    return lambda *arguments, folder: townbook_here("identify", *arguments, folder=folder)


@pytest.fixture
def spoilt(site, tmp_path):
    """A published figure, halved, cut by a tenth and saved as JPEG."""
    path = tmp_path / "found.jpg"
    with Image.open(site / "2023" / "en" / "exhibits" / "naming" / "naming.png") as image:
        width, height = image.size
        half = image.convert("RGB").resize((width // 2, height // 2))
    half.crop((half.width // 10, 0, *half.size)).save(path, quality=60)
    return path


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "xlsx"])
def test_each_format_says_what_it_is(identify, site, suffix):
    file = site / "2023" / "en" / "exhibits" / "naming" / f"naming.{suffix}"
    done = identify(file, "--site", site, folder=site)
    assert done.returncode == 0, done.stderr
    said = dict(line.split(":", 1) for line in done.stdout.splitlines())
    assert said["exhibit"].strip() == "naming"
    assert said["edition"].strip() == "2023 (en)"
    assert said["certainty"].strip() == "1.00, certain: the file says so inside"
    assert said["now"].strip() == "changed: edition 2024 has other data"
    assert said["data"].strip() == str(file.with_suffix(".csv"))


def test_a_re_saved_figure_is_known_by_its_looks(identify, site, spoilt):
    done = identify(spoilt, "--site", site, folder=site)
    assert done.returncode == 0, done.stderr
    assert "exhibit:   naming\nedition:   2023 (en)\ncertainty: 0.9" in done.stdout
    assert "almost certain: the picture is like it by 0.9" in done.stdout


def test_a_picture_of_others_is_not_recognised(identify, site, tmp_path):
    Image.linear_gradient("L").save(tmp_path / "x.png")
    done = identify("x.png", "--site", site, folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "x.png: not recognised: it says nothing inside, and is like no figure of the site" in done.stderr


def test_outside_of_a_project_a_file_is_still_asked_what_it_says_inside(identify, tmp_path):
    (tmp_path / "x.svg").write_text(to_xmp(IDENTITY), encoding="utf-8")
    Image.linear_gradient("L").save(tmp_path / "x.png")
    done = identify("x.svg", folder=tmp_path)
    assert done.returncode == 0
    assert "exhibit:   tier-counts" in done.stdout
    assert "name one with --site" in done.stderr
    done = identify("x.png", folder=tmp_path)
    assert done.returncode == 1
    assert "there is no site to compare it with" in done.stderr


def test_a_file_that_is_not_there_is_wrong_input(identify, tmp_path):
    done = identify("none.png", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.endswith("; check the path\n")


@pytest.mark.parametrize("arguments", [[], ["x.csv", "--site", "nowhere"]])
def test_wrong_usage(identify, tmp_path, arguments):
    (tmp_path / "x.csv").write_text("a\n")
    done = identify(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
