"""`townbook extract`: propose observations from documents."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.dataset.editions import Dataset
    from townbook.extraction.proposing.proposals import Proposals
    from townbook.extraction.words.lexicon import Lexicon
    from townbook.sources.reading import ReadDocument

_SORTED_BY = "confidence"


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    parser = add_verb(
        verbs,
        run,
        name="extract",
        purpose="propose observations from documents",
        description="Read documents (text, HTML, PDF with a text layer) and propose observations, those that "
        "most need a look first: on stdout, or with --output as a folder for `townbook review` and "
        "`townbook accept`. What was left out or healed is said on stderr, a line each.",
        example="extract article.txt --published 2025-11-30 --output proposals",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a document")
    parser.add_argument(
        "--published", metavar="DATE", help="date of publication: 2025, 2025-11 or 2025-11-30"
    )
    parser.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="of stdout (default: csv)")
    parser.add_argument("--output", metavar="DIR", type=Path, help="write a folder of proposals instead")


def run(chosen: argparse.Namespace) -> int:
    """Extract, and write the proposals."""
    from townbook.dataset.faults import DataError
    from townbook.dataset.tables import read_dataset
    from townbook.sources.catalogue import latest_day

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    try:
        latest_day(chosen.published if chosen.published is not None else "2025")
    except ValueError as error:
        return complain([f"--published: {error}; write 2025, 2025-11 or 2025-11-30"], status=WRONG_USAGE)
    try:
        dataset = read_dataset(root / "data")
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    found = _extract(chosen.files, dataset=dataset, published=chosen.published)
    status = FINE
    if found.documents and chosen.output is not None:
        status = _write(found, chosen.output)
    elif found.documents:
        _print(found.rows, chosen.format)
    return complain(found.complaints, status=WRONG_INPUT) if found.complaints else status


@dataclass
class _Found:
    """What each document proposes, and a line for each that cannot be read."""

    documents: list[tuple[Proposals, ReadDocument]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[Mapping[str, str]]:
        """All proposed observations, those that most need a look first."""
        rows = [row for proposals, _ in self.documents for row in proposals.observations]
        return sorted(rows, key=lambda row: float(row[_SORTED_BY]))

    @property
    def towns(self) -> list[Mapping[str, str]]:
        """All proposed towns, of each the first proposal."""
        kept: dict[str, Mapping[str, str]] = {}
        for proposals, _ in self.documents:
            for row in proposals.towns:
                kept.setdefault(row["town"], row)
        return list(kept.values())


def _extract(files: Sequence[Path], *, dataset: Dataset, published: str | None) -> _Found:
    """Extract from each document; one that cannot be read does not keep the others from it."""
    from townbook.extraction.proposing.names import Names
    from townbook.extraction.proposing.proposals import propose

    lexicon = _open_lexicon(dataset)
    known = {source.sha256: source.id for source in dataset.sources}
    names = Names((*known.values(), *map(str, dataset.observations.index)))
    found = _Found()
    for path in files:
        document = _read(path)
        if isinstance(document, str):
            found.complaints.append(document)
            continue
        source = known.get(document.sha256, "")
        proposals = propose(document, lexicon=lexicon, published=published, names=names, source=source)
        found.documents.append((proposals, document))
        for remark in proposals.remarks:
            tell(f"townbook: {remark}")
        tell(f"townbook: {path}: {len(proposals.observations)} figures proposed")
    return found


def _open_lexicon(dataset: Dataset) -> Lexicon:
    from townbook.extraction.words.lexicon import build_lexicon

    rows = dataset.towns.fillna("").to_dict("records")
    return build_lexicon(dataset.codelists, [{str(k): str(v) for k, v in row.items()} for row in rows])


def _read(path: Path) -> ReadDocument | str:
    """Return a document, or the line that says why it cannot be read."""
    from townbook.sources.reading import read_document
    from townbook.sources.unreadable import UnreadableError

    try:
        return read_document(path.read_bytes(), name=path.name)
    except OSError as error:
        found = (error.strerror or "a fault").lower()
        return f"{path}:1: found {found}, expected a document; check the path"
    except UnreadableError as error:
        return str(error)


def _print(rows: Iterable[Mapping[str, str]], form: str) -> None:
    from townbook.dataset.proposals import PROPOSAL_COLUMNS

    if form == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    writer = csv.DictWriter(sys.stdout, PROPOSAL_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _write(found: _Found, folder: Path) -> int:
    """Write the folder of proposals, with the text of documents that are no text; return the status."""
    from townbook.dataset.faults import DataError
    from townbook.dataset.proposals import write_proposals

    try:
        written = write_proposals(
            folder,
            observations=found.rows,
            towns=found.towns,
            sources=[proposals.source for proposals, _ in found.documents],
            texts={p.source["id"]: d.original for p, d in found.documents if d.format != "text"},
        )
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    except OSError as error:
        return complain([f"{folder}: {error.strerror}; choose another folder"], status=WRONG_INPUT)
    for path in written:
        print(path)
    return FINE
