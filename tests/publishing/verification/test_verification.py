"""An edition verified: the rebuilt folder is a copy of the published one, changed as each test says."""

import re
import shutil

import pytest

from townbook.publishing.manifests.manifest import ManifestError
from townbook.publishing.verification.report import report_verification
from townbook.publishing.verification.verification import verify_edition

_EXHIBIT = "tier-counts"


def _replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _say(found, start):
    return [line for line in report_verification(found) if line.startswith(start)]


def test_an_edition_that_is_built_the_same_is_all_same(published, rebuild, now):
    found = verify_edition(published, rebuild(), now=now)
    lines = report_verification(found)
    assert found.same
    assert lines[-1] == "edition 2023 en: all same"
    parts = [line for line in lines if line.startswith(("finding ", "exhibit "))]
    assert len(parts) == len(found.published.findings) + len(found.published.exhibits)
    assert all(line.endswith(": same") for line in parts)
    assert _say(found, "pages: ") == [f"pages: {len(found.published.pages)} same"]


def test_a_finding_with_another_value_is_told_with_both_and_the_cause(published, rebuild, now, edit_finding):
    rebuilt = rebuild(lambda folder: edit_finding(folder, "areas", value=8.0))
    found = verify_edition(published, rebuilt, now=now)
    assert not found.same
    assert _say(found, "finding areas:") == ["finding areas: different: 7 → 8; the code changed"]
    assert _say(found, "finding cities:") == ["finding cities: same"]
    assert _say(found, "files of data: ") == [
        f"files of data: {len(found.published.dataset) - 1} same, 1 different (data/findings.json)"
    ]


def test_a_finding_of_the_same_value_that_is_told_otherwise_says_in_what(
    published, rebuild, now, edit_finding
):
    rebuilt = rebuild(lambda folder: edit_finding(folder, "areas", caveats=["partial"]))
    found = verify_edition(published, rebuilt, now=now)
    assert _say(found, "finding areas:") == ["finding areas: different: the same value, with another caveats"]


def test_an_exhibit_with_other_data_is_told_with_its_first_cell(published, rebuild, now):
    def change(folder):
        table = folder / "exhibits" / _EXHIBIT / f"{_EXHIBIT}.csv"
        _replace(table, "140000,provincial,10.0,10.0", "140000,provincial,11.0,11.0")

    found = verify_edition(published, rebuild(change), now=now)
    assert _say(found, f"exhibit {_EXHIBIT}:") == [
        f"exhibit {_EXHIBIT}: different: data: line 2, towns: 10.0 → 11.0 and 1 other cells"
    ]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            ("csv", "\n140000,municipal", "\n140000,other,1,1,1,,,\n140000,municipal"),
            r"data: \d+ lines of 8 → \d+ lines of 8",
        ),
        (("json", '"caption": "', '"caption": "Now: '), "another caption"),
        (("svg", "</svg>", "</svg >"), "the same data and text, drawn or packed otherwise"),
    ],
)
def test_an_exhibit_says_what_of_it_differs(published, rebuild, now, edit, said):
    def change(folder):
        suffix, old, new = edit
        _replace(folder / "exhibits" / _EXHIBIT / f"{_EXHIBIT}.{suffix}", old, new)

    found = verify_edition(published, rebuild(change), now=now)
    [line] = _say(found, f"exhibit {_EXHIBIT}:")
    assert re.fullmatch(f"exhibit {_EXHIBIT}: different: {said}", line)


def test_an_exhibit_that_is_gone_and_one_that_is_new_are_told(published, rebuild, now):
    def change(folder):
        (folder / "exhibits" / _EXHIBIT).rename(folder / "exhibits" / "others")
        for path in (folder / "exhibits" / "others").glob(f"{_EXHIBIT}.*"):
            path.rename(path.with_name(f"others{path.suffix}"))

    found = verify_edition(published, rebuild(change), now=now)
    assert _say(found, f"exhibit {_EXHIBIT}:") == [
        f"exhibit {_EXHIBIT}: different: published, and no longer made"
    ]
    assert _say(found, "exhibit others:") == ["exhibit others: different: made, and not published"]


def test_published_files_that_were_changed_since_are_named(published, rebuild, now, tmp_path):
    rebuilt = rebuild()
    tampered = shutil.copytree(published, tmp_path / "tampered")
    _replace(tampered / "book" / "index.html", "</html>", "</html> ")
    found = verify_edition(tampered, rebuilt, now=now)
    assert found.altered == ("book/index.html",)
    assert not found.same
    assert report_verification(found)[-2:] == [
        "published file book/index.html: not what its manifest says",
        "edition 2023 en: what is built is the same, but published files were changed since; "
        "publish it again",
    ]


def test_what_changed_of_the_project_is_named_as_what_may_explain_it(published, rebuild, now):
    def change(folder):
        _replace(folder / "data" / "observations.csv", ",exact,", ",approx,")

    found = verify_edition(published, rebuild(change), now=now)
    assert found.makers == ("data",)
    assert report_verification(found)[-1] == (
        "edition 2023 en: 1 parts differ; since it was published changed the data of the edition"
    )


def test_a_folder_without_a_manifest_is_refused(published, tmp_path, now):
    with pytest.raises(ManifestError, match=r"found no manifest\.json, expected a published edition"):
        verify_edition(tmp_path, published, now=now)
