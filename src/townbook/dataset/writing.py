"""Writing files that people edit too: tables as those of `data/`, entries of YAML; whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import yaml

_PLAIN = "tag:yaml.org,2002:str"


def compose_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return a table as text: comma-separated, quotes only where needed, Unix line ends."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return text.getvalue()


def compose_entry(cells: Mapping[str, str], *, filled: Sequence[str] = ()) -> str:
    """Return one entry of a list in YAML, a line a key; an empty text only under the keys of `filled`."""
    lines = [f"{key}: {_quote(cell)}" for key, cell in cells.items() if cell or key in filled]
    return "".join(f"{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def replace_text(path: Path, text: str) -> None:
    """Put a text in place of a file, so that at any moment the old or the new one stands there whole.

    Raises
    ------
    OSError
        If it cannot be written; the file is then as it was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is its owner's alone; what it replaces, or a new file, need not be.
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder outlast a loss of power; where a system cannot, go without."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _quote(text: str) -> str:
    """Write a text as YAML: as it is where it is read back as the same text, in quotes elsewhere."""
    with suppress(yaml.YAMLError):
        node = yaml.compose(f"- key: {text}\n", Loader=yaml.SafeLoader)
        if isinstance(node, yaml.SequenceNode) and isinstance(node.value[0], yaml.MappingNode):
            [(_, value)] = node.value[0].value
            if isinstance(value, yaml.ScalarNode) and (value.tag, value.value) == (_PLAIN, text):
                return text
    dumped = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=2**31)
    return str(dumped).rstrip("\n")
