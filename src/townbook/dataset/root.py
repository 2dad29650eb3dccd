"""Where the project is: its root, seen from any folder within."""

from __future__ import annotations

from pathlib import Path

from townbook.dataset.replacement import restore


def find_root(start: Path | None = None) -> Path:
    """Return the project's root: the nearest folder, from `start` upwards, with `_config.yml` and `data/`.

    Raises
    ------
    FileNotFoundError
        If there is none.
    """
    begin = (start or Path.cwd()).resolve()
    for folder in (begin, *begin.parents):
        if (folder / "_config.yml").is_file():
            restore(folder / "data")  # does nothing unless a process was killed while it replaced data/
            if (folder / "data").is_dir():
                return folder
    raise FileNotFoundError(f"{begin}: no folder with _config.yml and data/ here or above")


def locate_documents(root: Path) -> Path:
    """Return where the documents are looked for that are no part of the project; it need not be there."""
    return root.parent / "shared" / "sources"
