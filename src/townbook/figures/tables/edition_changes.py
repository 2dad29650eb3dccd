"""What this edition sees otherwise than the one before it: verdicts that turned, then values, then counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from townbook.analysis.differences.editions import EditionDifference
from townbook.analysis.differences.findings import FindingChange
from townbook.analysis.findings import Finding
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import begin, change, interval, num, verdict
from townbook.figures.tables.change_lines import COUNTS, is_headline, name_line, say_causes, say_detail
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.wording import judge_pace, say_count, say_not_reported, write_caption
from townbook.vocabulary.words import Words

MOST_ROWS = 30
_SHOWN = ("turned", "appeared", "changed", "vanished")
_COLUMNS = [
    "change",
    "finding",
    *(f"{edition}_{part}" for edition in ("old", "new") for part in ("value", "low", "high", "verdict")),
    "unit",
    "causes",
    "sources",
    "observations",
]


def tabulate_edition_changes(brief: Brief) -> pd.DataFrame:
    """Return what changed since the edition before in the headline findings and in the counts.

    One row per finding: `change` (turned, appeared, changed, vanished; count for a count, changed or not),
    `finding`, then value, ends of the interval and verdict of the old and the new edition, `unit`, `causes`,
    `sources` and `observations` of the causes. All verdicts that turned are there, and of the others as many
    as a reader can take in. Without rows for the first edition.
    """
    difference = brief.difference
    if difference is None or brief.previous is None:
        return pd.DataFrame(columns=_COLUMNS)
    changes = [one for one in difference.findings if one.change in _SHOWN and _is_line(one.id)]
    turned = sum(one.change == "turned" for one in changes)
    rows = [_tabulate(one.change, one) for one in changes[: max(turned, MOST_ROWS)]]
    old, new = brief.previous.registry, brief.registry
    for name in (name for name in COUNTS if name in old or name in new):
        same = FindingChange(name, "", old.get(name), new.get(name))
        rows.append(_tabulate("count", difference.find(name) or same))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _is_line(name: str) -> bool:
    return is_headline(name) and name not in COUNTS


def _tabulate(kind: str, change: FindingChange) -> dict[str, Any]:
    sides = {"old": change.old, "new": change.new}
    parts = [_tabulate_side(name, finding) for name, finding in sides.items()]
    return {
        "change": kind,
        "finding": change.id,
        **parts[0],
        **parts[1],
        "unit": (change.new or change.old or Finding(change.id)).unit,
        "causes": tuple(cause.code for cause in change.causes),
        "sources": tuple(dict.fromkeys(name for cause in change.causes for name in cause.sources)),
        "observations": tuple(name for cause in change.causes for name in cause.observations),
    }


def _tabulate_side(side: str, finding: Finding | None) -> dict[str, Any]:
    quantity = finding.quantity if finding else None
    missing = float("nan")
    return {
        f"{side}_value": quantity.value if quantity else missing,
        f"{side}_low": quantity.interval.low if quantity else missing,
        f"{side}_high": quantity.interval.high if quantity else missing,
        f"{side}_verdict": finding.verdict if finding else "",
    }


def present_edition_changes(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the changes out, old beside new, with how and why each came about."""
    text, edition, difference = brief.words.text, brief.words.text("Edition {}"), brief.difference
    if difference is None:
        heads = [text("What"), edition.format(brief.data.edition.id)]
        caption = text("This is the first edition: there is none before it to compare it with.")
        return lay_out("edition-changes", Page(caption, heads, []), table=table, brief=brief)
    editions = [edition.format(one.id) for one in (difference.old, difference.new)]
    heads = [text("What"), *editions, text("Change and cause")]
    rows = [_lay_row(row, difference, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_changes(table, difference, brief))
    return lay_out("edition-changes", Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(row: Mapping[Any, Any], difference: EditionDifference, brief: Brief) -> list[str]:
    name, text, registry = row["finding"], brief.words.text, brief.registry
    change = difference.find(name) or FindingChange(name, "", registry.get(name), registry.get(name))
    kinds = {
        "turned": text("Verdict turned"),
        "appeared": text("Became known"),
        "changed": text("Value changed"),
        "vanished": text("No longer known"),
    }
    how = kinds.get(row["change"], "") if change.change else text("The same")
    why = say_causes(change.causes, brief)
    return [
        begin(name_line(change.new or change.old or Finding(name), brief)),
        # Roles speak of this edition only, so what the one before it knew is written out.
        _say(change.old, brief.words, detailed=change.moved, roles=False),
        _say(change.new, brief.words, detailed=change.moved, roles=True),
        ". ".join(part for part in (how, why) if part),
    ]


def _say(found: Finding | None, words: Words, *, detailed: bool, roles: bool) -> str:
    """Write value, interval, verdict and, where editions differ in it, what the finding is about."""
    if found is None or not (found.known or found.verdict):
        return say_not_reported(words)
    judged = verdict(found.id) if roles else words.label("verdicts", found.verdict or "not_reported")
    if found.id.startswith("pace-"):
        judged = judge_pace(words, found.verdict, judged)
    if not found.known or found.quantity is None:
        return judged
    said = num(found.id) if roles else change(words.quantity(found.quantity))
    if found.quantity.interval.width:
        said += f" ({interval(found.id) if roles else change(words.interval(found.quantity))})"
    if found.verdict:
        said = f"{said}, {judged}"
    detail = say_detail(found, words) if detailed else ""
    return f"{said}; {detail}" if detail else said


def _say_changes(table: pd.DataFrame, difference: EditionDifference, brief: Brief) -> Sequence[str]:
    words, text = brief.words, brief.words.text
    numbers = text("Values changed: {changed}; became known: {appeared}; no longer known: {vanished}.")
    counts = {kind: change(say_count(words, (table["change"] == kind).sum())) for kind in _SHOWN}
    return (
        _say_turns(table, difference, brief),
        numbers.format(**counts),
        _say_rest(table, difference, words),
    )


def _say_turns(table: pd.DataFrame, difference: EditionDifference, brief: Brief) -> str:
    """Name the headline findings whose verdict turned."""
    text, edition = brief.words.text, difference.old.id
    names = [
        name_line(brief.registry[name], brief) for name in table.loc[table["change"] == "turned", "finding"]
    ]
    if not names:
        return text("Since edition {edition} no headline verdict turned.").format(edition=edition)
    message = text("Since edition {edition} the verdict turned for these: {names}.")
    return message.format(edition=edition, names="; ".join(names))


def _say_rest(table: pd.DataFrame, difference: EditionDifference, words: Words) -> str:
    """Say how many findings beyond the rows changed, nothing where none did."""
    beyond = {change.id for change in difference.findings} - set(table["finding"])
    if not beyond:
        return ""
    message = words.text("Changes in further findings, which the rows leave out: {beyond}.")
    return message.format(beyond=change(say_count(words, len(beyond))))


PLAN = ExhibitPlan(tabulate_edition_changes, present_edition_changes)
