"""What this edition knows that the one before it did not, and what it sees otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from townbook.analysis.findings import Finding, Registry
from townbook.figures.exhibits import Brief, Exhibit, ExhibitPlan
from townbook.figures.sentences import begin, num, verdict
from townbook.figures.tables.change_lines import COUNTS, is_headline, name_finding, say_detail
from townbook.figures.tables.layout import Page, lay_out
from townbook.figures.tables.subjects import say_document
from townbook.figures.tables.wording import judge_pace, say_count, say_not_reported, write_caption
from townbook.vocabulary.words import Words

KINDS = ("count", "verdict", "value", "known", "lost")
_COLUMNS = ["change", "finding", "old_value", "new_value", "unit", "old_verdict", "new_verdict"]
_UNKNOWN = ("not_reported", "not_known", "no_target", "too_few")


def tabulate_edition_changes(brief: Brief) -> pd.DataFrame:
    """Return what changed since the edition before in the counts and the headline findings.

    One row per finding: `change` (count, verdict, value, known, lost), `finding, old_value, new_value, unit,
    old_verdict, new_verdict`. Without rows for the first edition.
    """
    if brief.previous is None:
        return pd.DataFrame(columns=_COLUMNS)
    old, new = brief.previous.registry, brief.registry
    rows = []
    for name in dict.fromkeys([*new, *old]):
        kind = classify(old.get(name), new.get(name))
        if name in COUNTS or (is_headline(name) and kind):
            rows.append(_tabulate_change("count" if name in COUNTS else kind, name, old, new))
    order = {name: place for place, name in enumerate(COUNTS)}
    rows.sort(key=lambda row: (KINDS.index(row[0]), order.get(row[1], len(order))))
    return pd.DataFrame(rows, columns=_COLUMNS)


def classify(old: Finding | None, new: Finding | None) -> str:
    """Say how a finding changed: one of `KINDS`, empty where neither value nor verdict did."""
    was, now = _is_known(old), _is_known(new)
    if not was or not now:
        return {(False, True): "known", (True, False): "lost"}.get((was, now), "")
    if old is None or new is None:
        return ""
    if old.verdict != new.verdict:
        return "verdict"
    return "value" if old.value != new.value else ""


def _is_known(found: Finding | None) -> bool:
    return found is not None and found.value is not None and found.verdict not in _UNKNOWN


def _tabulate_change(kind: str, name: str, old: Registry, new: Registry) -> tuple[Any, ...]:
    before, after = old.get(name), new.get(name)
    unit = (after or before or Finding(name)).unit
    return (
        kind,
        name,
        *(found.value if found and found.value is not None else float("nan") for found in (before, after)),
        unit,
        *(found.verdict if found else "" for found in (before, after)),
    )


def present_edition_changes(table: pd.DataFrame, brief: Brief) -> Exhibit:
    """Lay the changes out, old beside new: counts, verdicts that turned, values, what became known."""
    text, edition = brief.words.text, brief.words.text("Edition {}")
    previous = brief.previous
    before = text("Before") if previous is None else edition.format(previous.data.edition.id)
    heads = [text("What"), before, edition.format(brief.data.edition.id), text("Change")]
    rows = [] if previous is None else [_lay_row(row, previous, brief) for row in table.to_dict("records")]
    caption = write_caption(brief.words, *_say_changes(table, brief))
    return lay_out("edition-changes", Page(caption, heads, rows), table=table, brief=brief)


def _lay_row(row: Mapping[Any, Any], previous: Brief, brief: Brief) -> list[str]:
    name, words = row["finding"], brief.words
    old, new = previous.registry.get(name), brief.registry.get(name)
    moved = old is None or new is None or dict(old.about) != dict(new.about)
    same = row["change"] == "count" and row["old_value"] == row["new_value"]
    kinds = {
        "count": words.text("Count, the same") if same else words.text("Count"),
        "verdict": words.text("Verdict turned"),
        "value": words.text("Value changed"),
        "known": words.text("Became known"),
        "lost": words.text("No longer known"),
    }
    return [
        begin(name_finding(new or old or Finding(name), brief)),
        # Roles speak of this edition only, so what the one before it knew is written out.
        _say(old, words, detailed=moved, roles=False),
        _say(new, words, detailed=moved, roles=True),
        kinds[row["change"]],
    ]


def _say(found: Finding | None, words: Words, *, detailed: bool, roles: bool) -> str:
    """Write value, verdict and, where editions differ in it, what the finding is about."""
    if found is None or not (_is_known(found) or found.verdict):
        return say_not_reported(words)
    judged = verdict(found.id) if roles else words.label("verdicts", found.verdict or "not_reported")
    if found.id.startswith("pace-"):
        judged = judge_pace(words, found.verdict, judged)
    if not _is_known(found):
        return judged
    value = num(found.id) if roles else words.quantity(found.quantity)
    said = f"{value}, {judged}" if found.verdict else value
    detail = say_detail(found, words) if detailed else ""
    return f"{said} ({detail})" if detail else said


def _say_changes(table: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    words, text, previous = brief.words, brief.words.text, brief.previous
    if previous is None:
        return (text("This is the first edition: there is none before it to compare it with."),)
    numbers = text("Values changed: {changed}; became known: {known}; no longer known: {lost}.")
    counts = {kind: say_count(words, (table["change"] == kind).sum()) for kind in KINDS}
    return (
        _say_turns(table, previous, brief),
        numbers.format(changed=counts["value"], known=counts["known"], lost=counts["lost"]),
        _say_documents(previous, brief),
        _say_rest(table, previous, brief),
    )


def _say_turns(table: pd.DataFrame, previous: Brief, brief: Brief) -> str:
    """Name the headline findings whose verdict turned."""
    text, edition = brief.words.text, previous.data.edition.id
    names = [
        name_finding(brief.registry[name], brief)
        for name in table.loc[table["change"] == "verdict", "finding"]
    ]
    if not names:
        return text("Since edition {edition} no headline verdict turned.").format(edition=edition)
    message = text("Since edition {edition} the verdict turned for these: {names}.")
    return message.format(edition=edition, names="; ".join(names))


def _say_documents(previous: Brief, brief: Brief) -> str:
    words = brief.words
    known = {source.id for source in previous.data.sources}
    new = [say_document(brief, source.id) for source in brief.data.sources if source.id not in known]
    if not new:
        return words.text("No document is new.")
    return words.text("New documents: {documents}.").format(documents="; ".join(new))


def _say_rest(table: pd.DataFrame, previous: Brief, brief: Brief) -> str:
    """Say how many findings beyond the rows changed, nothing where none did."""
    old, new = previous.registry, brief.registry
    names = {name for name in dict.fromkeys([*new, *old]) if classify(old.get(name), new.get(name))}
    beyond = len(names - set(table["finding"]))
    if not beyond:
        return ""
    message = brief.words.text("Changes in further findings, which the rows leave out: {beyond}.")
    return message.format(beyond=say_count(brief.words, beyond))


PLAN = ExhibitPlan(tabulate_edition_changes, present_edition_changes)
