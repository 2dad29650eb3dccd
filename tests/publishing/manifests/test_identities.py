import platform
from importlib import metadata

import pytest

from townbook.publishing.manifests.identities import describe_environment, identify_makers


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ("data/observations.csv", ("others",)),  # the edition's own tables are those that are published
        ("notebooks/one.ipynb", ("code",)),
        ("_config.yml", ("code",)),
        ("book/index.md", ("texts",)),
        ("CITATION.cff", ("texts",)),
        ("requirements.lock", ("environment",)),
    ],
)
def test_what_differs_is_named(project, built, changed, named):
    before = identify_makers(project, tables=built / "data")
    (project / changed).write_text("other", encoding="utf-8")
    after = identify_makers(project, tables=built / "data")
    assert before.differ(after) == named
    assert (before.data == after.data) == (changed != "data/observations.csv")


def test_other_tables_of_the_edition_are_other_data_and_other_findings_are_not(project, built):
    before = identify_makers(project, tables=built / "data")
    (built / "data" / "findings.json").write_text("{}", encoding="utf-8")
    assert before.differ(identify_makers(project, tables=built / "data")) == ()
    (built / "data" / "observations.csv").write_text("a,2\n", encoding="utf-8")
    assert before.differ(identify_makers(project, tables=built / "data")) == ("data",)


def test_the_environment_has_what_the_package_needs_and_not_what_its_tests_do(project):
    environment = describe_environment(project)
    assert environment["python"] == platform.python_version()
    assert environment["packages"]["pandas"] == metadata.version("pandas")
    assert {"numpy", "sphinx", "docutils"} <= set(environment["packages"])
    assert "pytest" not in environment["packages"]


def test_a_project_without_a_lock_has_no_hash_of_one(project):
    (project / "requirements.lock").unlink()
    assert describe_environment(project)["requirements"] == ""
