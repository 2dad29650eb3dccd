"""What the roles `{num}`, `{interval}`, `{word}` and `{verdict}` say, for pages and for plain text alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from townbook.analysis.findings import Finding, Registry
from townbook.figures.sentences import begin
from townbook.vocabulary.intervals import Interval
from townbook.vocabulary.numbers import Quantity
from townbook.vocabulary.words import Words

ROLES = ("num", "interval", "word", "verdict", "printed", "note")
# What is not of this edition: numbers of the comparison with the one before, and what that one gave.
CHANGE = "change"
_ROLE = re.compile(rf"\{{(?P<role>{'|'.join(ROLES)}|{CHANGE})\}}`(?P<target>[^`]+)`")
_CODELISTS = {
    "area": "areas",
    "other": "areas",
    "tier": "tiers",
    "indicator": "indicators",
    "base_indicator": "indicators",
    "kind": "kinds",
    "unit": "units",
    "sector": "sectors",
    "other_sector": "sectors",
    "caveat": "caveats",
    "qualifier": "qualifiers",
}
_PERIODS = ("period", "other_period", "base_period", "state")


@dataclass(frozen=True)
class References:
    """Looks up findings and observations by id and says them in the words of one language."""

    registry: Registry
    observations: pd.DataFrame
    words: Words

    def say(self, role: str, target: str) -> str:
        """Return the text of a role.

        `num` and `interval` take the id of a finding or an observation; `verdict` that of a finding;
        `printed` and `note` that of an observation; `change` the text itself;
        `word` an id, `#` and a dimension (`area`, `tier`, `town`, `subject`, `indicator`, `caveats` …).

        Raises
        ------
        LookupError
            If there is no such id, dimension or value in the edition, saying which.
        """
        name, _, dimension = target.partition("#")
        if role == CHANGE:
            return target
        if role == "printed":
            return str(self._observation(name)["printed"])
        if role == "note":
            return begin(self.words.text(str(self._observation(name)["note"])))
        if role == "word":
            return self._say_word(name, dimension)
        if role == "verdict":
            return self.words.label("verdicts", self.finding(name).verdict)
        quantity = self.quantity(name)
        if quantity is None:
            raise LookupError(f"{name!r} has no value in edition {self.registry.edition}")
        return self.words.quantity(quantity) if role == "num" else self.words.interval(quantity)

    def resolve(self, text: str) -> str:
        """Replace every role in a text by what it says."""
        return _ROLE.sub(lambda match: self.say(match["role"], match["target"]), text)

    def finding(self, name: str) -> Finding:
        """Return a finding by id."""
        if name not in self.registry:
            raise LookupError(f"no finding {name!r} in edition {self.registry.edition}")
        return self.registry[name]

    def quantity(self, name: str) -> Quantity | None:
        """Return the quantity of a finding or an observation."""
        if name in self.registry:
            return self.registry[name].quantity
        row = self._observation(name)
        if pd.isna(row["value"]):
            return None
        high = None if pd.isna(row["value_high"]) else float(row["value_high"])
        interval = Interval(row["low"], row["high"])
        return Quantity(float(row["value"]), interval, row["unit"], high, row["qualifier"])

    def _observation(self, name: str) -> Mapping[str, Any]:
        if name not in self._observations:
            raise LookupError(f"no finding or observation {name!r} in edition {self.registry.edition}")
        return self._observations[name]

    @cached_property
    def _observations(self) -> dict[str, dict[str, Any]]:
        rows = self.observations.to_dict("records")
        named = zip(self.observations.index, rows, strict=True)
        return {str(name): {str(column): value for column, value in row.items()} for name, row in named}

    def _say_word(self, name: str, dimension: str) -> str:
        finding = self.registry.get(name)
        if finding is not None and dimension == "caveats":
            return self.words.join([self.words.label("caveats", code) for code in finding.caveats])
        about = self._observation(name) if finding is None else finding.about
        if dimension == "subject":
            return self.words.subject(**{part: str(about.get(part, "")) for part in ("area", "tier", "town")})
        codes = about.get(dimension)
        if isinstance(codes, tuple):
            return self.words.join([self._say_code(dimension, code) for code in codes])
        if not isinstance(codes, str):
            raise LookupError(f"{name!r} says nothing of {dimension!r}")
        return self._say_code(dimension, codes)

    def _say_code(self, dimension: str, code: str) -> str:
        if dimension in _PERIODS:
            return self.words.period(code)
        if dimension.removesuffix("s") == "town":
            return self.words.town(code)
        codelist = _CODELISTS.get(dimension, _CODELISTS.get(dimension.removesuffix("s"), ""))
        return self.words.label(codelist, code) if codelist else code
