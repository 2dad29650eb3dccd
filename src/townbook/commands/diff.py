"""`townbook diff OLD NEW`: what changed between two editions, by cause.

The text has one line a change: findings first, verdicts that turned before all others. With `--format json`
stdout has one JSON object, documented in `townbook.analysis.differences.plain`; a built site has the same
object for each edition that has one before it, as `data/changes.json`.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, locate_project, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.analysis.differences.editions import Computed, EditionDifference
    from townbook.commands.verbs import Verbs
    from townbook.dataset.editions import Dataset, Edition


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    diff = add_verb(
        verbs,
        run,
        name="diff",
        purpose="say what changed between two editions, by cause",
        description="Say what changed between two editions: figures added, revised, corrected and withdrawn, "
        "and findings old to new with the cause of each: a new document, a revision, a correction, a "
        "withdrawn document, the cutoff, the method, or the code. Verdicts that turned come first.",
        example="diff 2023 2024",
    )
    diff.add_argument("old", metavar="OLD", help="the edition to compare with, an id of data/editions.yml")
    diff.add_argument("new", metavar="NEW", help="the edition that is compared")
    diff.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    diff.add_argument(
        "--published",
        metavar="DIR",
        type=Path,
        help="a built site: say as well how its edition OLD differs from what is computed now",
    )


def run(chosen: argparse.Namespace) -> int:
    """Compare, and print what changed."""
    from townbook.analysis.differences.editions import DifferenceError, compare_editions
    from townbook.analysis.differences.plain import to_json
    from townbook.dataset.faults import DataError
    from townbook.dataset.tables import read_dataset
    from townbook.publishing.change_report import write_report
    from townbook.publishing.published import PublishedError
    from townbook.vocabulary.words import Words

    root = locate_project()
    if root is None:
        return WRONG_USAGE
    try:
        dataset = read_dataset(root / "data")
    except DataError as error:
        return complain(error.faults, status=WRONG_INPUT)
    try:
        editions = [dataset.find_edition(edition) for edition in (chosen.old, chosen.new)]
    except LookupError as error:
        return complain(error.args, status=WRONG_USAGE)
    try:
        old, new = (_compute(dataset, edition) for edition in editions)
        published = _compare_published(chosen.published, old)
        difference = compare_editions(old, new)
    except (DifferenceError, PublishedError) as error:
        return complain([error], status=WRONG_INPUT)
    if difference.backward:
        tell(f"townbook: edition {chosen.old} is the newer one: what it has of its own is shown as withdrawn")
    if chosen.format == "json":
        print(to_json(difference, published=published), end="")
    else:
        print(write_report(difference, Words("en", dataset.codelists), published=published), end="")
    return FINE


def _compute(dataset: Dataset, edition: Edition) -> Computed:
    from townbook.analysis.differences.editions import Computed
    from townbook.analysis.registry import build_registry

    data = dataset.cut(edition)
    return Computed(data, build_registry(data))


def _compare_published(folder: Path | None, now: Computed) -> EditionDifference | None:
    from townbook.analysis.differences.editions import compare_builds
    from townbook.publishing.published import read_published

    return None if folder is None else compare_builds(read_published(folder, now=now.data), now)
