"""Reading text and tables strictly: encoding, header, ragged rows, each fault with its line."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from townbook.dataset.faults import Fault, FaultList
from townbook.dataset.rows import Row, Table

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def name_file(path: Path, *, folder: Path | None) -> str:
    """Name a file as faults do: from the folder of the data on, as in `data/codelists/areas.csv`.

    Without a folder the file is one that the user named, and keeps that name.
    """
    if folder is None:
        return path.as_posix()
    return f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"


def read_text(path: Path, *, folder: Path | None, faults: FaultList) -> str | None:
    """Read a file as UTF-8, with or without a byte order mark; None where a fault was found."""
    file = name_file(path, folder=folder)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else "a file that cannot be read"
        remedy = "check the path" if folder is None else "restore it"
        faults.add([Fault(file, 1, reason, "a file of that name", remedy)])
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"bytes that are not UTF-8{_guess_encoding(content)}"
        faults.add([Fault(file, line, found, "UTF-8", "save the file as UTF-8")])
        return None


def read_table(path: Path, *, folder: Path | None, columns: Sequence[str], faults: FaultList) -> Table | None:
    """Read a table whose header is exactly `columns`; None where its rows cannot be told apart by column."""
    file = name_file(path, folder=folder)
    text = read_text(path, folder=folder, faults=faults)
    if text is None:
        return None
    lines = _split_lines(text, file=file, faults=faults)
    if lines is None:
        return None
    if not lines:
        faults.add([Fault(file, 1, "an empty file", f"the header {','.join(columns)}", "restore it")])
        return None
    (line, _, header), *body = lines
    if faults.add(_check_header(header, columns, file=file, line=line)):
        return None
    faults.add(_check_lengths(body, columns, file=file))
    rows = (
        Row(file, first, last, dict(zip(columns, cells, strict=True)))
        for first, last, cells in body
        if len(cells) == len(columns)
    )
    return Table(file, tuple(columns), tuple(rows))


def _split_lines(text: str, *, file: str, faults: FaultList) -> list[tuple[int, int, list[str]]] | None:
    """Return first line, last line and cells of each row that is not blank."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = []
    last = 0
    try:
        for cells in reader:
            if cells:
                rows.append((last + 1, reader.line_num, cells))
            last = reader.line_num
    except csv.Error:
        found = "a quoted cell that is never closed or goes on after its closing quote"
        remedy = 'close the quote, and write a quote inside a cell as ""'
        faults.add([Fault(file, last + 1, found, "comma-separated cells", remedy)])
        return None
    return rows


def _check_header(header: Sequence[str], columns: Sequence[str], *, file: str, line: int) -> Iterator[Fault]:
    missing = [column for column in columns if column not in header]
    unknown = [column for column in header if column not in columns]
    renamed = {}
    for column in missing:
        if near := difflib.get_close_matches(column, unknown, n=1):
            unknown.remove(near[0])
            renamed[column] = near[0]
    for column in missing:
        if column in renamed:
            found, remedy = f"column {renamed[column]!r}", "rename it"
        else:
            found, remedy = f"no column {column!r}", f"add it: {','.join(columns)}"
        yield Fault(file, line, found, f"column {column!r}", remedy)
    for column in unknown:
        yield Fault(file, line, f"unknown column {column!r}", ",".join(columns), "remove it")
    if missing or unknown:
        return
    for column in sorted({column for column in header if header.count(column) > 1}):
        yield Fault(file, line, f"column {column!r} twice", "each column once", "remove one")
    if len(header) == len(columns) and list(header) != list(columns):
        yield Fault(file, line, "the columns in another order", ",".join(columns), "reorder them")


def _check_lengths(
    rows: Iterable[tuple[int, int, list[str]]], columns: Sequence[str], *, file: str
) -> Iterator[Fault]:
    for line, _, cells in rows:
        if len(cells) != len(columns):
            remedy = "add or remove commas; a cell that holds a comma needs quotes around it"
            yield Fault(file, line, f"{len(cells)} cells", f"{len(columns)}", remedy)


def _guess_encoding(content: bytes) -> str:
    """Name the likely encoding: what a spreadsheet writes when it does not write UTF-8."""
    if content.startswith(_UTF_16_MARKS):
        return " (they are UTF-16)"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return " (perhaps GB18030)"
