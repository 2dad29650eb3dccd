"""A difference of editions as JSON: `data/changes.json` of a built site, and `townbook diff --format json`.

The document is an object; codes are those of the codelists, ids those of the data, and missing is null:

- `format` 1; a change that a reader of the file has to know of raises it.
- `old`, `new`: `{edition, cutoff, status}`.
- `counts`: `documents_added`, `documents_withdrawn`, `figures_added`, `figures_repeated` (of these, and
  reprints), `figures_revised`, `figures_corrected`, `figures_withdrawn`, `towns_added`, `towns_moved`,
  `towns_withdrawn`, `findings_turned`, `findings_appeared`, `findings_changed`, `findings_vanished`,
  `findings_restated`, `findings_unchanged`.
- `documents`: `{added, withdrawn}`, ids of sources.
- `figures`: `added` (a figure and `repeats`, the observation whose values it prints again, or null),
  `revised` (`{old, new, agrees}`: whether both prints allow some value), `corrected`
  (`{old, new, columns, reasons}`), `withdrawn` (figures), `reprinted` (`{observation, source}`). A figure has
  `observation, source, area, tier, town, indicator, kind, period, unit, qualifier, status, printed` as text
  (empty where there is none) and `value, value_high, low, high` in `unit`, `high` null where it is open.
- `towns`: `{town, change, area, old_tier, new_tier, source}`, `change` one of added, moved, withdrawn.
- `findings`: `{id, change, old, new, causes}`, verdicts that turned first; `change` one of turned, appeared,
  changed, vanished, restated; `old` and `new` are `{value, interval, unit, verdict, about}` or null, an
  interval two numbers, an open end null; a cause is `{cause, sources, observations}` with `cause` one of
  new_document, revision, correction, withdrawal, cutoff, method, code.
- `published`, only where the command was given a built site: what differs between the old edition as it was
  published and as it is computed now, an object like this one.
"""

from __future__ import annotations

import json
import math
from typing import Any

from townbook.analysis.differences.editions import EditionDifference
from townbook.analysis.differences.figures import PrintedFigure
from townbook.analysis.differences.findings import CHANGES, FindingChange
from townbook.analysis.findings import Finding
from townbook.dataset.editions import Edition

FORMAT = 1
_TOWN_CHANGES = ("added", "moved", "withdrawn")


def to_json(difference: EditionDifference, *, published: EditionDifference | None = None) -> str:
    """Write a difference as JSON, the same on every machine."""
    plain = to_plain(difference)
    if published is not None:
        plain["published"] = to_plain(published)
    return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_plain(difference: EditionDifference) -> dict[str, Any]:
    """Return a difference as objects, lists, texts and numbers."""
    figures = difference.figures
    return {
        "format": FORMAT,
        "old": _describe_edition(difference.old),
        "new": _describe_edition(difference.new),
        "counts": count_differences(difference),
        "documents": {
            "added": list(difference.documents_added),
            "withdrawn": list(difference.documents_withdrawn),
        },
        "figures": {
            "added": [_plain_figure(one.figure) | {"repeats": one.repeats or None} for one in figures.added],
            "revised": [
                {"old": _plain_figure(one.old), "new": _plain_figure(one.new), "agrees": one.agrees}
                for one in figures.revised
            ],
            "corrected": [
                {
                    "old": _plain_figure(one.old),
                    "new": _plain_figure(one.new),
                    "columns": list(one.columns),
                    "reasons": list(one.reasons),
                }
                for one in figures.corrected
            ],
            "withdrawn": [_plain_figure(one) for one in figures.withdrawn],
            "reprinted": [vars(one) for one in figures.reprinted],
        },
        "towns": [vars(one) for one in difference.towns],
        "findings": [_plain_change(one) for one in difference.findings],
    }


def count_differences(difference: EditionDifference) -> dict[str, int]:
    """Return how many documents, figures, towns and findings differ, each in which way."""
    figures = difference.figures
    counts = {
        "documents_added": len(difference.documents_added),
        "documents_withdrawn": len(difference.documents_withdrawn),
        "figures_added": len(figures.added),
        "figures_repeated": sum(bool(one.repeats) for one in figures.added) + len(figures.reprinted),
        "figures_revised": len(figures.revised),
        "figures_corrected": len(figures.corrected),
        "figures_withdrawn": len(figures.withdrawn),
    }
    for change in _TOWN_CHANGES:
        counts[f"towns_{change}"] = sum(one.change == change for one in difference.towns)
    for change in CHANGES:
        counts[f"findings_{change}"] = difference.count(change)
    return counts | {"findings_unchanged": difference.unchanged}


def _describe_edition(edition: Edition) -> dict[str, str]:
    return {"edition": edition.id, "cutoff": edition.cutoff.isoformat(), "status": edition.status}


def _plain_figure(figure: PrintedFigure) -> dict[str, Any]:
    return {name: _plain_number(cell) for name, cell in vars(figure).items()}


def _plain_change(change: FindingChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "change": change.change,
        "old": _plain_finding(change.old),
        "new": _plain_finding(change.new),
        "causes": [
            {"cause": one.code, "sources": list(one.sources), "observations": list(one.observations)}
            for one in change.causes
        ],
    }


def _plain_finding(finding: Finding | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    interval = finding.interval
    return {
        "value": finding.value,
        "interval": None if interval is None else [_plain_number(interval.low), _plain_number(interval.high)],
        "unit": finding.unit,
        "verdict": finding.verdict,
        "about": dict(finding.about),
    }


def _plain_number(cell: Any) -> Any:
    return None if isinstance(cell, float) and math.isinf(cell) else cell
