"""Pictures kept under `build/pictures/`: a figure drawn as before is not rendered in every format again."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import fontManager

from townbook.figures import style

# Some hundred are made of all editions; one has some 150 kB.
_LIMIT = 500
_SEAL = hashlib.sha256().digest_size
_LENGTH = 8  # bytes that say how long the first picture is
_LIBRARIES = ("matplotlib", "pillow", "fonttools")
# What draws, and what renders: of some settings, such as snapping, the SVG shows nothing.
_CODE = (*Path(style.__file__).parent.rglob("*.py"), Path(__file__).with_name("pictures.py"))


def render_once(svg: str, *, folder: Path, render: Callable[[], tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """Return the PNG and the PDF of what an SVG shows: as kept in the folder, else rendered and kept.

    Several processes may do this at once. What is broken is rendered anew.
    """
    path = folder / _name(svg)
    kept = _read(path)
    if kept is None:
        kept = render()
        # Where nothing can be kept, all is made each time.
        with suppress(OSError):
            _write(path, kept)
            _forget(folder)
    return kept


def _name(svg: str) -> str:
    """Return a name that changes with all that the bytes of the pictures may depend on."""
    faces = sorted(entry.fname for entry in fontManager.ttflist if entry.name == style.FAMILY)
    settings = [(key, mpl.rcParams[key]) for key in mpl.rcParams if not key.startswith("backend")]
    recipe = f"{_hash_recipe(*faces)} {settings} {svg}"
    return hashlib.sha256(recipe.encode("utf-8")).hexdigest()


@cache
def _hash_recipe(*faces: str) -> str:
    """Return a hash of the code, the libraries and the faces."""
    versions = [*map(version, _LIBRARIES), zlib.ZLIB_RUNTIME_VERSION]
    hashed = hashlib.sha256(repr(versions).encode("utf-8"))
    for path in (*sorted(_CODE), *map(Path, faces)):
        hashed.update(hashlib.sha256(path.read_bytes()).digest())
    return hashed.hexdigest()


def _read(path: Path) -> tuple[bytes, bytes] | None:
    try:
        content = path.read_bytes()
        os.utime(path)  # used just now
    except OSError:
        return None
    seal, body = content[:_SEAL], content[_SEAL:]
    if hashlib.sha256(body).digest() != seal:
        return None
    end = _LENGTH + int.from_bytes(body[:_LENGTH])
    return body[_LENGTH:end], body[end:]


def _write(path: Path, pictures: tuple[bytes, bytes]) -> None:
    png, pdf = pictures
    body = len(png).to_bytes(_LENGTH) + png + pdf
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}-{os.getpid()}")
    made.write_bytes(hashlib.sha256(body).digest() + body)
    made.replace(path)


def _forget(folder: Path) -> None:
    """Remove what was not used for longest, down to the limit."""
    there = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in there[_LIMIT:]:
        path.unlink(missing_ok=True)
