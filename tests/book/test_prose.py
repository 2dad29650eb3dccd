"""No number and no verdict word is typed into prose; `prose` says what counts as typed."""

from __future__ import annotations

from pathlib import Path

import nbformat
from prose import DEFINING, Passage, find_numbers, find_verdicts, read_markdown, read_strings

ROOT = Path(__file__).parents[2]


def read_pages() -> list[Passage]:
    passages: list[Passage] = []
    for path in sorted((ROOT / "book").glob("*.md")):
        place = path.relative_to(ROOT).as_posix()
        passages += read_markdown(path.read_text(encoding="utf-8"), place=place)
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
            if cell.cell_type == "markdown":
                passages += read_markdown(cell.source, place=f"notebooks/{path.name}:cell {number}")
    return passages


def read_figures() -> list[Passage]:
    passages: list[Passage] = []
    for path in sorted((ROOT / "src" / "townbook" / "figures").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        passages += read_strings(path.read_text(encoding="utf-8"), place=place)
    return passages


def test_sources_are_read():
    pages, figures = read_pages(), read_figures()
    assert len(pages) > 50
    assert any("notebooks/" in passage.place for passage in pages)
    assert len(figures) > 20


def test_no_number_is_typed_into_prose():
    passages = read_pages() + read_figures()
    typed = [(p.place, numbers) for p in passages if (numbers := find_numbers(p.text))]
    assert typed == [], "\n".join(map(str, typed))


def test_no_verdict_is_typed_into_prose(labels):
    passages = [p for p in read_pages() if not p.chosen and not p.place.startswith(DEFINING)] + read_figures()
    typed = [(p.place, verdicts) for p in passages if (verdicts := find_verdicts(p.text, labels=labels))]
    assert typed == [], "\n".join(map(str, typed))
