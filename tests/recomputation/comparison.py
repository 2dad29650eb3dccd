"""Setting the findings of the analysis against the answers of SQL, in both directions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from recompute import Answer

from townbook.analysis.findings import Finding

_DRAWS = 9999
_LEVEL = 0.05
_Z = 1.959963984540054


def compare(findings: Mapping[str, Finding], answers: Mapping[str, Answer]) -> list[str]:
    """Return every disagreement, each with the id of its finding; a finding that one side lacks is one."""
    told = [f"{name}: a finding that SQL does not know" for name in findings if name not in answers]
    told += [f"{name}: an answer of SQL that is no finding" for name in answers if name not in findings]
    for name, finding in findings.items():
        if name in answers:
            check = _CHECKED_OTHERWISE.get(name, _check)
            told += [f"{name}: {difference}" for difference in check(finding, answers[name])]
    return told


def _check(finding: Finding, answer: Answer) -> Iterator[str]:
    if not _near(finding.value, answer.value):
        yield f"value {finding.value!r}, SQL {answer.value!r}"
    ends = None if finding.interval is None else (finding.interval.low, finding.interval.high)
    same = ends is not None and answer.interval is not None and all(map(_near, ends, answer.interval))
    if not same and ends != answer.interval:
        yield f"interval {ends}, SQL {answer.interval}"
    yield from _check_words(finding, answer, verdict=answer.verdict)


def _check_words(finding: Finding, answer: Answer, *, verdict: str) -> Iterator[str]:
    if finding.unit != answer.unit:
        yield f"unit {finding.unit!r}, SQL {answer.unit!r}"
    if finding.verdict != verdict:
        yield f"verdict {finding.verdict!r}, SQL {verdict!r}"
    for what in ("observations", "towns", "caveats"):
        if differing := set(getattr(finding, what)) ^ getattr(answer, what):
            yield f"{what}: only one of both has {', '.join(sorted(differing))}"


def _check_simulation(finding: Finding, answer: Answer) -> Iterator[str]:
    """Hold a simulated p-value against the exact one, and the rest against Wilson's formula.

    The verdict may be another only within reach of the simulation: where p is near the level, or where one
    town classed otherwise may turn it and none surely does (`answer.interval`, as in `_check_turned`).
    """
    if finding.value is None or answer.value is None:
        yield from _check(finding, answer)
        return
    exact, p = answer.value, finding.value
    allowed = 5 * math.sqrt(exact * (1 - exact) / _DRAWS) + 1 / _DRAWS
    if abs(p - exact) > allowed:
        yield f"value {p!r}, SQL {exact!r} give or take {allowed:.4f}"
    low, high = _estimate_wilson(round(p * (_DRAWS + 1)) - 1, _DRAWS)
    low, high = min(low, p), max(high, p)
    ends = finding.interval
    if ends is None or not (_near(ends.low, low) and _near(ends.high, high)):
        yield f"interval {ends}, by the formula {(low, high)}"
    surely, perhaps = answer.interval or (0, 0)
    near = abs(exact - _LEVEL) <= 2 * allowed or surely == 0 < perhaps
    yield from _check_words(finding, answer, verdict=finding.verdict if near else answer.verdict)


def _check_turned(finding: Finding, answer: Answer) -> Iterator[str]:
    """Hold a number of simulated tests that turn against those that must and those that may."""
    surely, perhaps = answer.interval or (math.nan, math.nan)
    if finding.value is None or not surely <= finding.value <= perhaps:
        yield f"value {finding.value!r}, SQL {surely!r} to {perhaps!r}"
    yield from _check_words(finding, answer, verdict=answer.verdict)


def _check_choice(finding: Finding, answer: Answer) -> Iterator[str]:
    chosen = frozenset(finding.observations)
    agrees = chosen <= answer.observations and len(chosen) == min(1, len(answer.observations))
    yield from _check(finding, replace(answer, observations=chosen if agrees else answer.observations))


def _check_probability(finding: Finding, _: Answer) -> Iterator[str]:
    if finding.value is None or not 0 <= finding.value <= 1:
        yield f"value {finding.value!r}, which is no probability"


def _estimate_wilson(count: int, total: int) -> tuple[float, float]:
    middle = (count + _Z**2 / 2) / (total + _Z**2)
    reach = _Z / (total + _Z**2) * math.sqrt(count * (total - count) / total + _Z**2 / 4)
    return middle - reach, middle + reach


def _near(one: float | None, other: float | None) -> bool:
    """Tell whether two numbers agree up to rounding of floating point."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


# What SQL cannot repeat digit by digit, and how it is held against the analysis all the same.
_CHECKED_OTHERWISE = {
    "sector-test": _check_simulation,  # within five standard errors of the exact p-value
    "sector-reclassed": _check_simulation,  # the same
    "sector-test-every-tier": _check_simulation,  # the same
    "sector-reclassings-turned": _check_turned,  # but for those within reach of the simulation
    "precision-worst": _check_choice,  # where several figures are equally wide, it may rest on any of them
    "model-breusch-pagan": _check_probability,  # of a further regression, and of a fitted model only
    "model-reset": _check_probability,  # the same
}
