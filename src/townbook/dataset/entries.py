"""Reading lists of entries in YAML, each key with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.files import name_file, read_text
from townbook.dataset.rows import Row, Table

_NULL = "tag:yaml.org,2002:null"


def read_entries(
    path: Path,
    *,
    folder: Path | None,
    required: Sequence[str],
    optional: Sequence[str] = (),
    faults: FaultList,
) -> Table | None:
    """Read a list of mappings from key to text; None where the file is no such list.

    Each value is taken as it is written, so that `published: 2023` is the text `2023`, quoted or not. A
    key that may be left out is the empty text.
    """
    file = name_file(path, folder=folder)
    text = read_text(path, folder=folder, faults=faults)
    if text is None:
        return None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        faults.add([_describe(error, file=file)])
        return None
    columns = (*required, *optional)
    if node is None or node.tag == _NULL:
        return Table(file, columns, ())
    if not isinstance(node, yaml.SequenceNode):
        line = node.start_mark.line + 1
        remedy = "begin each entry with '- '"
        faults.add([Fault(file, line, "no list", "a list of entries", remedy)])
        return None
    rows = []
    for entry in node.value:
        row, found = _read_entry(entry, file=file, required=required, optional=optional)
        faults.add(found)
        if row is not None:
            rows.append(row)
    return Table(file, columns, tuple(rows))


def _read_entry(
    node: yaml.Node, *, file: str, required: Sequence[str], optional: Sequence[str]
) -> tuple[Row | None, list[Fault]]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        remedy = "write 'key: text' lines"
        return None, [Fault(file, line, "an entry without keys", "keys", remedy)]
    cells: dict[str, str] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for key_node, value_node in node.value:
        key, here = str(key_node.value), key_node.start_mark.line + 1
        if key in cells:
            faults.append(Fault(file, here, f"key {key!r} twice", "each key once", "remove one"))
        elif not isinstance(value_node, yaml.ScalarNode):
            remedy = "put quotes around the text"
            faults.append(Fault(file, here, f"no text under {key!r}", "one text", remedy))
        cells[key] = _read_scalar(value_node)
        lines[key] = here
    faults.extend(_check_keys(lines, file=file, line=line, required=required, optional=optional))
    cells = {key: cells.get(key, "") for key in (*required, *optional)}
    last = max([line, *lines.values(), node.end_mark.line])
    return Row(file, line, last, cells, lines), faults


def _read_scalar(node: yaml.Node) -> str:
    return "" if node.tag == _NULL or not isinstance(node, yaml.ScalarNode) else str(node.value)


def _check_keys(
    lines: Mapping[str, int],
    *,
    file: str,
    line: int,
    required: Sequence[str],
    optional: Sequence[str],
) -> Iterator[Fault]:
    known = (*required, *optional)
    for key, here in lines.items():
        if key not in known:
            remedy = "remove or rename it"
            yield Fault(file, here, f"unknown key {key!r}", ", ".join(known), remedy)
    for key in required:
        if key not in lines:
            yield Fault(file, line, f"an entry without {key!r}", f"the key {key!r}", "add it")


def _describe(error: yaml.YAMLError, *, file: str) -> Fault:
    """Turn an error of the YAML parser into a fault on the line where it gave up."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    problem = getattr(error, "problem", None) or "a character that YAML does not allow"
    remedy = "put quotes around a text with a colon, and indent with spaces"
    return Fault(file, line, f"text that YAML cannot read ({problem})", "YAML", remedy)
