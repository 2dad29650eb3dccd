"""Findings: derived quantities, each with its interval, its verdict and the observations that it rests on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.numbers import Quantity

_UNKNOWN = ("not_reported", "not_known", "no_target", "too_few")


@dataclass(frozen=True)
class Finding:
    """One derived quantity, or a verdict where no quantity can be had.

    Attributes
    ----------
    id : str
        Stable, readable and unique in its edition.
    value : float or None
        In `unit`; None where it cannot be known.
    interval : Interval or None
        Values that the prints behind it allow, or a confidence interval where `formula` says so.
    unit : str
        Code of the codelist `units`.
    verdict : str
        Code of the codelist `verdicts`, empty where nothing is judged.
    about : mapping
        What it is about: dimension (`area`, `tier`, `town`, `indicator`, `period` …) to a code or a tuple
        of codes.
    observations : tuple of str
        The observations that it rests on.
    inputs : tuple of str
        The findings that it rests on.
    formula : str
        How the value follows from the inputs.
    caveats : tuple of str
        Codes of the codelist `caveats`.
    towns : tuple of str
        The towns of the registry that it counts.

    Raises
    ------
    ValueError
        If the value is not finite: what cannot be known has none.
    """

    id: str
    value: float | None = None
    interval: Interval | None = None
    unit: str = "number"
    verdict: str = ""
    about: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    observations: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    formula: str = ""
    caveats: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.value is None:
            return
        if not math.isfinite(self.value):
            raise ValueError(f"finding {self.id!r} has no finite value: {self.value}")
        object.__setattr__(self, "value", float(self.value))  # JSON knows no NumPy scalars

    @property
    def known(self) -> bool:
        """Whether it has an answer: a value or a verdict, and no verdict that says why there is none."""
        return self.verdict not in _UNKNOWN and (self.value is not None or bool(self.verdict))

    @property
    def quantity(self) -> Quantity | None:
        """The value as a quantity for readers, None where it is not known."""
        if self.value is None:
            return None
        interval = self.interval or Interval(self.value, self.value)
        digits = 4 if self.unit.startswith("CNY") else 3
        return Quantity(self.value, interval, self.unit, digits=digits)

    def repeat(self, name: str, *, formula: str = "") -> Finding:
        """Return the finding under another id, resting on this one."""
        return replace(self, id=name, inputs=(self.id,), formula=formula or self.formula)


def _refuse() -> Iterator[Finding]:
    """Stand in for findings whose making failed, so that asking again does not give fewer of them."""
    raise RuntimeError("the findings could not be made when they were first asked for")
    yield


class Registry(Mapping[str, Finding]):
    """All findings of one edition by id, in the order in which they were made.

    They are made when the first is asked for: an edition opened only to be compared with may never be.

    Raises
    ------
    ValueError
        Then, if two findings have one id.
    """

    def __init__(self, edition: str, findings: Iterable[Finding]) -> None:
        self.edition = edition
        self._made = iter(findings)

    @cached_property
    def _findings(self) -> dict[str, Finding]:
        made, self._made = self._made, _refuse()
        found: dict[str, Finding] = {}
        for finding in made:
            if finding.id in found:
                raise ValueError(f"two findings have the id {finding.id!r}")
            found[finding.id] = finding
        return found

    def __getitem__(self, key: str) -> Finding:
        return self._findings[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)

    def trace(self, name: str) -> tuple[str, ...]:
        """Return the observations that a finding rests on, through its inputs too, each once.

        What is no finding of the registry is taken for an observation.
        """
        observations: dict[str, None] = {}
        for one in self._walk(name):
            observations |= dict.fromkeys(self[one].observations if one in self else (one,))
        return tuple(observations)

    def trace_towns(self, name: str) -> tuple[str, ...]:
        """Return the towns that a finding counts, through its inputs too, each once."""
        counted = (self[one].towns for one in self._walk(name) if one in self)
        return tuple(dict.fromkeys(town for towns in counted for town in towns))

    def _walk(self, name: str) -> Iterator[str]:
        """Yield an id and those of all that it rests on through inputs, each once."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            yield one
            waiting.extend(reversed(self[one].inputs) if one in self else ())

    def to_json(self) -> str:
        """Write the registry as JSON; an infinite end of an interval is null."""
        entries = [_to_plain(finding) for finding in self.values()]
        document = {"edition": self.edition, "findings": entries}
        return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Registry:
        """Read what `to_json` wrote."""
        document = json.loads(text)
        return cls(document["edition"], (_from_plain(entry) for entry in document["findings"]))


def _to_plain(finding: Finding) -> dict[str, Any]:
    entry = asdict(finding)
    if finding.interval is not None:
        ends = (finding.interval.low, finding.interval.high)
        entry["interval"] = [None if math.isinf(end) else end for end in ends]
    return entry


def _from_plain(entry: dict[str, Any]) -> Finding:
    values = dict(entry)
    if values["interval"] is not None:
        low, high = values["interval"]
        values["interval"] = Interval(-math.inf if low is None else low, math.inf if high is None else high)
    values["about"] = {
        name: tuple(codes) if isinstance(codes, list) else codes for name, codes in values["about"].items()
    }
    for name in ("observations", "inputs", "towns", "caveats"):
        values[name] = tuple(values.get(name, ()))
    return Finding(**values)
