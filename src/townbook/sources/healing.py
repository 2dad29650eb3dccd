"""From a decoded text to the text that is read: simplified, in plain characters, healed, with its offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from townbook.sources.characters import make_plain, without_unseen
from townbook.sources.glosses import without_glosses
from townbook.sources.offsets import MappedText, map_whole
from townbook.sources.remarks import Remark
from townbook.sources.script import Script, simplify, tell_script
from townbook.sources.spacing import without_stray_spaces
from townbook.sources.tables import tell_tables
from townbook.sources.wrapping import unwrap


@dataclass(frozen=True)
class HealedText:
    """A text to be read, with its offsets, its script, and what was healed in it."""

    mapped: MappedText
    script: Script
    remarks: tuple[Remark, ...]


def heal(original: str) -> HealedText:
    """Heal a decoded text."""
    script = tell_script(original)
    plain, wide = make_plain(simplify(original, script=script))
    remarks = [Remark(0, f"{wide} full-width characters of figures, read as half-width")] if wide else []
    mapped = map_whole(original).rewritten(plain)
    mapped, unseen = without_unseen(mapped)
    mapped, tables = tell_tables(mapped)
    mapped, breaks = unwrap(mapped)
    mapped, glosses = without_glosses(mapped)
    mapped, spaces = without_stray_spaces(mapped)
    remarks += _remark(unseen, "characters that cannot be seen (zero-width, soft hyphens), left out")
    remarks += _remark(tables, "tables, whose rows are read with the words of their headers")
    remarks += _remark(breaks, "line breaks within paragraphs, taken back")
    remarks += _remark(glosses, "readings in brackets after their characters, left out")
    remarks += _remark(spaces, "stray spaces or line breaks in figures, taken back")
    return HealedText(mapped, script, tuple(remarks))


def _remark(places: list[int], told: str) -> Iterator[Remark]:
    if places:
        yield Remark(min(places), f"{len(places)} {told}")
