"""`environment.yml` for conda users, made from `pyproject.toml`."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

_HEAD = """\
# Made from pyproject.toml by `make lock`; a test compares the two. The exact versions of the published
# editions are in requirements.lock, which `make book` uses.
"""
# What a distribution of PyPI is called on conda-forge, where the names differ.
_CONDA_NAMES = {
    "brotli": "brotli-python",
    "matplotlib": "matplotlib-base",
    "seaborn": "seaborn-base",
}
# What conda-forge does not have.
_PIP_ONLY = {"justmytype-intl-cjk"}
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?P<version>(?:[<>=!~]=?[\w.*]+,?)*)")


def write_environment(pyproject: str) -> str:
    """Return the text of `environment.yml` for the text of a `pyproject.toml`.

    Raises
    ------
    ValueError
        If a dependency has a form that the two do not share, such as an extra or a marker.
    """
    project = tomllib.loads(pyproject)["project"]
    conda, pip = [f"python{project['requires-python']}", "pip"], []
    for requirement in project["dependencies"]:
        match = _REQUIREMENT.fullmatch(requirement.replace(" ", ""))
        if match is None:
            raise ValueError(f"pyproject.toml: dependency {requirement!r} is not a name and versions")
        name = match["name"].lower()
        if name in _PIP_ONLY:
            pip.append(name + match["version"])
        else:
            conda.append(_CONDA_NAMES.get(name, name) + match["version"])
    lines = [f"name: {project['name']}", "channels:", "  - conda-forge", "dependencies:"]
    lines += [f'  - "{entry}"' for entry in conda]
    lines += ["  - pip:"] + [f'      - "{entry}"' for entry in [*pip, "--editable ."]]
    return _HEAD + "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> str | None:
    """Write `environment.yml` in the current folder, or with `--check` return how it differs."""
    text = write_environment(Path("pyproject.toml").read_text(encoding="utf-8"))
    path = Path("environment.yml")
    if list(arguments) == ["--check"]:
        current = path.read_text(encoding="utf-8") if path.is_file() else ""
        remedy = "run python -m townbook.publishing.environment"
        return None if current == text else f"environment.yml:1: not what pyproject.toml says; {remedy}"
    path.write_text(text, encoding="utf-8", newline="\n")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
