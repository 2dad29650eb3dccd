from bs4 import BeautifulSoup

from townbook.publishing.manifests.manifest import read_manifest


def _files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def test_an_edition_verified_elsewhere_is_the_same_to_the_byte(site, tmp_path, copy_project, townbook):
    project, kept = copy_project(tmp_path / "another" / "place"), tmp_path / "kept"
    (project / "build" / "pictures").unlink()  # where the pictures of the site are kept: each is drawn anew
    done = townbook(
        *("verify", "--edition", "2023", "--site", site, "--output", kept),
        folder=project,
        TZ="America/Los_Angeles",
        PYTHONHASHSEED="1",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == "edition 2023 en: all same"
    first, second = _files(site / "2023" / "en"), _files(kept / "en" / "site" / "2023" / "en")
    manifest = read_manifest(site / "2023" / "en")
    for kind, names in (("finding", manifest.findings), ("exhibit", manifest.exhibits)):
        assert [line for line in lines if line.startswith(f"{kind} ")] == [
            f"{kind} {name}: same" for name in names
        ]
    assert set(first) == set(second)
    assert [name for name, path in first.items() if path.read_bytes() != second[name].read_bytes()] == []


def test_no_page_names_a_folder_of_the_machine_that_built_it(site):
    project = site.parents[1]
    texts = [path for path in site.rglob("*") if path.suffix in (".html", ".js", ".json", ".svg", ".csv")]
    assert [path for path in texts if str(project) in path.read_text(encoding="utf-8")] == []


def test_both_editions_are_published_with_their_data_and_exhibits(site):
    for edition in ("2023", "2024"):
        folder = site / edition / "en"
        for name in ("data/findings.json", "data/observations.csv", "data/datapackage.json", "edition.json"):
            assert (folder / name).is_file(), name
        exhibits = [path.name for path in (folder / "exhibits").iterdir() if path.is_dir()]
        assert exhibits
        assert all((folder / "exhibits" / name / f"{name}.csv").is_file() for name in exhibits)


def test_the_landing_page_leads_to_the_newest_edition(site):
    page = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    targets = [link["href"] for link in page.find_all("a")]
    assert targets[0] == "2024/en/book/index.html"
    assert all((site / target).is_file() for target in targets)
