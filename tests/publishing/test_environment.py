import pytest
import yaml

from townbook.publishing.environment import main, write_environment

PYPROJECT = """
[project]
name = "trial"
requires-python = ">=3.11"
dependencies = ["pandas>=3,<4", "matplotlib>=3.10", "justmytype-intl-cjk==0.1.0", "Brotli"]
"""


def test_dependencies_go_to_conda_forge_by_its_names_and_the_rest_to_pip():
    environment = yaml.safe_load(write_environment(PYPROJECT))
    assert environment == {
        "name": "trial",
        "channels": ["conda-forge"],
        "dependencies": [
            "python>=3.11",
            "pip",
            "pandas>=3,<4",
            "matplotlib-base>=3.10",
            "brotli-python",
            {"pip": ["justmytype-intl-cjk==0.1.0", "--editable ."]},
        ],
    }


@pytest.mark.parametrize(
    "dependency", ["pandas[excel]>=3", "tomli; python_version < '3.11'", "a @ https://b"]
)
def test_a_dependency_of_another_form_is_refused_by_name(dependency):
    with pytest.raises(ValueError, match="pyproject"):
        write_environment(PYPROJECT.replace("Brotli", dependency))


def test_drift_is_told_and_writing_ends_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    assert "environment.yml:1:" in main(["--check"])
    assert main([]) is None
    assert main(["--check"]) is None
    text = PYPROJECT.replace("pandas>=3,<4", "pandas>=4")
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert "environment.yml:1:" in main(["--check"])


def test_the_environment_of_the_project_has_not_drifted(root, monkeypatch):
    monkeypatch.chdir(root)
    assert main(["--check"]) is None
