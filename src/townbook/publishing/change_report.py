"""A difference of editions as text for an analyst: sections, and one line a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from townbook.analysis.differences.causes import Cause
from townbook.analysis.differences.editions import EditionDifference
from townbook.analysis.differences.figures import AddedFigure, CorrectedFigure, PrintedFigure, RevisedFigure
from townbook.analysis.differences.findings import FindingChange
from townbook.analysis.differences.plain import count_differences
from townbook.analysis.differences.towns import TownChange
from townbook.analysis.findings import Finding
from townbook.dataset.editions import Edition
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words

_FINDINGS = {
    "turned": "Verdicts that turned",
    "appeared": "Findings that became known",
    "changed": "Findings with another value",
    "vanished": "Findings no longer known",
    "restated": "Findings with the same value, of another subject or period",
}
_CAUSES = {
    "new_document": ("new document", "new documents"),
    "revision": ("revision by", "revisions by"),
    "correction": ("correction in", "corrections in"),
    "withdrawal": ("withdrawn document", "withdrawn documents"),
    "cutoff": ("the cutoff moved", ""),
    "method": ("the method changed", ""),
    "code": ("the code changed", ""),
}
_MOST_NAMED = 4


def write_report(
    difference: EditionDifference, words: Words, *, published: EditionDifference | None = None
) -> str:
    """Write what two editions differ in.

    `published` is what differs between the old edition as published and as computed now.
    """
    lines = [
        f"Edition {_name_edition(difference.old, words)} → edition {_name_edition(difference.new, words)}",
        "",
        *_sum_up(difference),
    ]
    if published is not None:
        lines += _compare_published(published, words)
    lines += _list_findings(difference.findings, words)
    lines += _list_figures(difference, words)
    return "\n".join(lines) + "\n"


def _name_edition(edition: Edition, words: Words) -> str:
    return f"{edition.id} ({edition.status}, documents up to {words.date(edition.cutoff.isoformat())})"


def _sum_up(difference: EditionDifference) -> Iterator[str]:
    """Yield one line each on documents, figures, towns and findings."""
    counts = count_differences(difference)
    ways = {
        "documents": ("added", "withdrawn"),
        "figures": ("added", "revised", "corrected", "withdrawn", "repeated"),
        "towns": ("added", "moved", "withdrawn"),
        "findings": ("turned", "appeared", "changed", "vanished", "restated", "unchanged"),
    }
    for what, changes in ways.items():
        yield f"{what:<10} " + ", ".join(f"{counts[f'{what}_{way}']} {way}" for way in changes)


def _compare_published(difference: EditionDifference, words: Words) -> Iterator[str]:
    title = f"Edition {difference.old.id} as published → as computed now"
    changes = [f"{_FINDINGS[one.change].lower()}: {say_change(one, words)}" for one in difference.findings]
    figures = [line.strip() for line in _list_figures(difference, words) if line.startswith("  ")]
    yield from _section(title, [*changes, *figures] or ["no difference"])


def _list_findings(changes: Sequence[FindingChange], words: Words) -> Iterator[str]:
    for change, title in _FINDINGS.items():
        yield from _section(title, [say_change(one, words) for one in changes if one.change == change])


def _list_figures(difference: EditionDifference, words: Words) -> Iterator[str]:
    figures = difference.figures
    yield from _section("Figures revised", [_say_revision(one, words) for one in figures.revised])
    yield from _section("Figures corrected", [_say_correction(one) for one in figures.corrected])
    yield from _section("Figures withdrawn", [_say_figure(one) for one in figures.withdrawn])
    again = [f"{one.observation}: also in {one.source}" for one in figures.reprinted]
    yield from _section("Figures printed again", again)
    yield from _section("Towns", [_say_town(one) for one in difference.towns])
    added = sorted(figures.added, key=lambda one: one.figure.source)
    for source, group in groupby(added, key=lambda one: one.figure.source):
        yield from _section(f"Figures added by {source}", [_say_added(one) for one in group])


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield a title with the number of lines, then the lines; nothing where there are none."""
    if lines:
        yield from ("", f"{title} ({len(lines)})")
        yield from (f"  {line}" for line in lines)


def say_change(change: FindingChange, words: Words) -> str:
    """Write how a finding changed, and why, in a line."""
    said = f"{change.id}: {say_finding(change.old, words)} → {say_finding(change.new, words)}"
    moved = f" [{moves}]" if (moves := ", ".join(_say_moves(change))) else ""
    return f"{said}{moved}; {'; '.join(_say_cause(cause) for cause in change.causes)}"


def say_finding(finding: Finding | None, words: Words) -> str:
    """Write value, interval and verdict, or why there is no value."""
    if finding is None:
        return "none"
    judged = words.label("verdicts", finding.verdict) if finding.verdict else ""
    if not finding.known or finding.quantity is None:
        return judged or words.label("verdicts", "")
    said = _say_quantity(finding.quantity, words)
    return f"{said}, {judged}" if judged else said


def _say_quantity(quantity: Quantity, words: Words) -> str:
    value = words.quantity(quantity)
    return f"{value} ({words.interval(quantity)})" if quantity.interval.width else value


def _say_moves(change: FindingChange) -> Iterator[str]:
    """Yield what the finding is now about instead, as codes."""
    if change.old is None or change.new is None or not (change.old.known and change.new.known):
        return
    for key in dict.fromkeys([*change.old.about, *change.new.about]):
        pair = [one.about.get(key, "") for one in (change.old, change.new)]
        if pair[0] != pair[1] and all(isinstance(code, str) for code in pair):
            yield f"{key} {pair[0] or 'none'} → {pair[1] or 'none'}"


def _say_cause(cause: Cause) -> str:
    one, many = _CAUSES[cause.code]
    said = many if len(cause.sources) > 1 else one
    if cause.sources:
        said = f"{said} {', '.join(cause.sources)}"
    return f"{said} ({_name_some(cause.observations)})" if cause.observations else said


def _name_some(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) <= _MOST_NAMED + 1:
        return ", ".join(every)
    return f"{', '.join(every[:_MOST_NAMED])} and {len(every) - _MOST_NAMED} more"


def _say_revision(one: RevisedFigure, words: Words) -> str:
    values = " → ".join(_say_print(figure, words) for figure in (one.old, one.new))
    where = f"{one.old.observation} ({one.old.source}) → {one.new.observation} ({one.new.source})"
    return f"{where}: {values}; {'within' if one.agrees else 'beyond'} what the earlier print allows"


def _say_print(figure: PrintedFigure, words: Words) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return words.label("verdicts", "")
    interval = Interval(figure.low, figure.high)
    qualifier = figure.qualifier or "exact"
    return _say_quantity(Quantity(figure.value, interval, figure.unit, figure.value_high, qualifier), words)


def _say_correction(one: CorrectedFigure) -> str:
    cells = [f"{name} {_say_cell(one.old, name)} → {_say_cell(one.new, name)}" for name in one.columns]
    return "; ".join([f"{one.new.observation} ({one.new.source}): {', '.join(cells)}", *one.reasons])


def _say_cell(figure: PrintedFigure, column: str) -> str:
    cell = getattr(figure, column)
    if cell in (None, ""):
        return "none"
    return f"{cell:,.12g}" if isinstance(cell, float) else str(cell)


def _say_figure(figure: PrintedFigure) -> str:
    return f"{figure.observation} ({figure.source}): {figure.printed}"


def _say_added(one: AddedFigure) -> str:
    again = f", as in {one.repeats}" if one.repeats else ""
    return f"{one.figure.observation}: {one.figure.printed}{again}"


def _say_town(one: TownChange) -> str:
    tiers = f"{one.old_tier} → {one.new_tier}" if one.change == "moved" else one.old_tier or one.new_tier
    return f"{one.town}: {one.change}, {tiers or 'no tier'}, {one.area} ({one.source})"
