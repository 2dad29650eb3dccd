"""The Chinese face of figures and pages: a small Noto Sans SC, made when the book is built."""

from __future__ import annotations

import hashlib
import importlib.resources
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Noto Sans SC"
_PACKAGE = "justmytype_intl_cjk"
_FONT = "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
_LICENCE = "fonts/ofl/notosanssc/OFL.txt"
_WEIGHTS = {"Regular": 400, "Bold": 700}
_SUFFIXES = {".csv", ".yml", ".yaml", ".json", ".md", ".ipynb", ".po", ".py", ".css", ".html"}
_FOLDERS = ("data", "book", "notebooks")
# The code whose texts readers see: patterns that are only looked for in documents need no glyphs.
_PACKAGES = ("vocabulary", "dataset", "analysis", "figures", "publishing")
# All divisions of China, of which a book names few: those whose codes stand elsewhere in the data, and
# the cities of their provinces.
_AREAS = "areas.csv"
_CODE = re.compile(r"\b(\d\d)(\d\d)(\d\d)\b")
# What number formats, axes and Chinese typesetting add to the characters that stand in files.
_ALWAYS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0°±·×÷‐‑–—―‘’“”…‰′″−≈≠≤≥←↑→↓•\u2009\u202f"
    + "".join(map(chr, range(0x3000, 0x3020)))
    + "".join(map(chr, range(0xFF01, 0xFF5F)))
    + "〇一二三四五六七八九十百千万亿年月日上下半季度第至约近超过多少不"
)
# Changing how the files are made must not meet files made before.
_RECIPE = "1"


@dataclass(frozen=True)
class Fonts:
    """The files of the face: TTF for figures, woff2 for pages, and its licence."""

    regular: Path
    bold: Path
    regular_woff2: Path
    bold_woff2: Path
    licence: Path


def prepare_fonts(root: Path) -> Fonts:
    """Return the face with the characters of the project's texts, made under `build/fonts/`.

    Several processes may call this at once: the files come into place together or not at all.
    """
    characters = "".join(sorted(set(_ALWAYS).union(*_read_texts(root))))
    digest = hashlib.sha256(f"{_RECIPE} {version(_PACKAGE)} {characters}".encode()).hexdigest()
    folder = root / "build" / "fonts" / digest[:16]
    if not folder.is_dir():
        _make_folder(folder, characters)
    return Fonts(
        regular=folder / "NotoSansSC-Regular.ttf",
        bold=folder / "NotoSansSC-Bold.ttf",
        regular_woff2=folder / "NotoSansSC-Regular.woff2",
        bold_woff2=folder / "NotoSansSC-Bold.woff2",
        licence=folder / "OFL.txt",
    )


def _read_texts(root: Path) -> Iterator[str]:
    """Yield the texts whose characters may come to stand in a figure or on a page."""
    code = Path(str(importlib.resources.files("townbook")))
    folders = [*(root / name for name in _FOLDERS), *(code / name for name in _PACKAGES)]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES]
    # A file that is not UTF-8 is the data check's to report, not the font's.
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in paths if path.is_file()}
    lists = [path for path in texts if path.name == _AREAS]
    areas = [row for path in lists for row in texts.pop(path).splitlines()]
    yield from texts.values()
    found = [groups for text in texts.values() for groups in _CODE.findall(text)]
    mentioned = {province + city + county for province, city, county in found}
    provinces = {province for province, _, _ in found}
    for area in areas:
        own = area.split(",", 1)[0]
        if own in mentioned or (own[:2] in provinces and own.endswith("00")):
            yield area


def _make_folder(folder: Path, characters: str) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        _make_files(made, characters)
        made.chmod(0o755)
        made.rename(folder)
    except OSError:
        # Another process was faster; its files are the same.
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _make_files(folder: Path, characters: str) -> None:
    with ExitStack() as stack:
        package = importlib.resources.files(_PACKAGE)
        font = stack.enter_context(importlib.resources.as_file(package / _FONT))
        licence = stack.enter_context(importlib.resources.as_file(package / _LICENCE))
        shutil.copyfile(licence, folder / "OFL.txt")
        subset = folder / "subset.ttf"
        _save_subset(font, subset, characters)
    for style, weight in _WEIGHTS.items():
        # Without recalcTimestamp=False the same input would give other bytes on another day.
        with TTFont(subset, recalcTimestamp=False) as face:
            instance = instantiateVariableFont(face, {"wght": weight}, updateFontNames=True)
            instance.save(folder / f"NotoSansSC-{style}.ttf")
            instance.flavor = "woff2"
            instance.save(folder / f"NotoSansSC-{style}.woff2")
    subset.unlink()


def _save_subset(font: Path, target: Path, characters: str) -> None:
    # Characters that the face lacks are left out here and reported where a figure draws them.
    options = Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    with TTFont(font, recalcTimestamp=False, lazy=True) as face:
        subsetter.subset(face)
        face.save(target)
