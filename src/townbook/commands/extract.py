"""`townbook extract`: propose observations from documents."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.extraction.proposals import Proposals

_SORTED_BY = "confidence"


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    parser = add_verb(
        verbs,
        run,
        name="extract",
        purpose="propose observations from documents",
        description="Read documents (text, HTML, PDF with a text layer) and propose observations, those that most "
        "need a look first: on stdout, or with --output as a folder for `townbook review` and `townbook accept`. "
        "What was left out or healed is said on stderr, a line each.",
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
    from townbook.extraction.lexicon import build_lexicon
    from townbook.sources.catalogue import latest_day

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    if chosen.published:
        try:
            latest_day(chosen.published)
        except ValueError as error:
            return complain([f"--published: {error}; write 2025, 2025-11 or 2025-11-30"], status=WRONG_USAGE)
    try:
        dataset = read_dataset(root / "data")
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    towns = [{str(k): str(v) for k, v in row.items()} for row in dataset.towns.fillna("").to_dict("records")]
    lexicon = build_lexicon(dataset.codelists, towns)
    known = {source.sha256: source.id for source in dataset.sources}
    taken = (*known.values(), *map(str, dataset.observations.index))
    found, complaints = _extract_all(
        chosen.files, lexicon=lexicon, published=chosen.published, known=known, taken=taken
    )
    if chosen.output is None:
        _print(found, chosen.format)
    else:
        try:
            _write(found, chosen.output)
        except DataError as error:
            return complain(error.faults, status=WRONG_INPUT)
        except OSError as error:
            return complain([f"{chosen.output}: {error.strerror}; choose another folder"], status=WRONG_INPUT)
    return complain(complaints, status=WRONG_INPUT) if complaints else FINE


def _extract_all(files, *, lexicon, published, known, taken):  # type: ignore[no-untyped-def]
    """Extract from each document; one that cannot be read does not keep the others from it."""
    from townbook.extraction.names import Names
    from townbook.extraction.proposals import propose
    from townbook.sources.reading import read_document
    from townbook.sources.unreadable import UnreadableError

    names, found, complaints = Names(taken), [], []
    for path in files:
        try:
            document = read_document(path.read_bytes(), name=path.name)
        except OSError as error:
            complaints.append(
                f"{path}:1: found {(error.strerror or 'a fault').lower()}, expected a document; check the path"
            )
            continue
        except UnreadableError as error:
            complaints.append(str(error))
            continue
        proposals = propose(
            document, lexicon=lexicon, published=published, names=names, source=known.get(document.sha256, "")
        )
        found.append((proposals, document))
        for remark in proposals.remarks:
            tell(f"townbook: {remark}")
        tell(f"townbook: {path}: {len(proposals.observations)} figures proposed")
    return found, complaints


def _print(found: Iterable[tuple[Proposals, object]], form: str) -> None:
    from townbook.dataset.proposals import PROPOSAL_COLUMNS

    rows = [row for proposals, _ in found for row in proposals.observations]
    rows.sort(key=lambda row: float(row[_SORTED_BY]))
    if form == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    writer = csv.DictWriter(sys.stdout, PROPOSAL_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _write(found, folder: Path) -> None:  # type: ignore[no-untyped-def]
    from townbook.dataset.proposals import write_proposals

    texts = {p.source["id"]: d.original for p, d in found if d.format != "text"}
    written = write_proposals(
        folder,
        observations=[row for p, _ in found for row in p.observations],
        towns=_distinct(row for p, _ in found for row in p.towns),
        sources=[p.source for p, _ in found],
        texts=texts,
    )
    for path in written:
        print(path)


def _distinct(rows: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Keep of each town the first proposal."""
    kept: dict[str, Mapping[str, str]] = {}
    for row in rows:
        kept.setdefault(row["town"], row)
    return list(kept.values())
