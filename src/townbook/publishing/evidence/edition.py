"""All cards of an edition, and what each number is used for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from townbook.analysis.findings import Registry
from townbook.figures.exhibits import Brief
from townbook.publishing.evidence.cards import Card
from townbook.publishing.evidence.findings import compose_finding
from townbook.publishing.evidence.observations import compose_observation
from townbook.publishing.references import References


@dataclass(frozen=True)
class Uses:
    """What rests on a number: ids of findings, and of exhibits that show it."""

    findings: list[str] = field(default_factory=list)
    exhibits: list[str] = field(default_factory=list)


def compose_cards(brief: Brief, *, references: References) -> dict[str, Card]:
    """Return the cards of all observations, then of all findings, by id."""
    observations = {
        name: compose_observation(name, brief=brief, references=references)
        for name in map(str, brief.data.observations.index)
    }
    findings = {
        name: compose_finding(name, brief=brief, references=references, observations=observations)
        for name in brief.registry
    }
    return observations | findings


def find_uses(registry: Registry, *, exhibits: Iterable[Mapping[str, Any]]) -> dict[str, Uses]:
    """Return by id what rests on a number directly; `exhibits` are their descriptions on disk."""
    found: dict[str, Uses] = {}
    for finding in registry.values():
        for name in dict.fromkeys((*finding.inputs, *finding.observations)):
            found.setdefault(name, Uses()).findings.append(finding.id)
    for exhibit in exhibits:
        for name in dict.fromkeys((*exhibit["findings"], *exhibit["observations"])):
            found.setdefault(name, Uses()).exhibits.append(exhibit["id"])
    return found
