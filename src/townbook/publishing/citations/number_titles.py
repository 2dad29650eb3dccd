"""The titles under which numbers are cited: what a number is, of whom and when, and its value."""

from __future__ import annotations

from collections.abc import Mapping

from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin
from townbook.figures.tables.subjects import read_observation, say_period
from townbook.figures.tables.titles import name_finding
from townbook.publishing.references import References
from townbook.vocabulary.words import Words

# What a figure of each kind is called; the name of a level or a share says what it is.
_KINDS = {
    "change": "change in {indicator}",
    "growth": "growth of {indicator}",
    "forecast": "forecast of {indicator}",
    "target": "target for {indicator}",
    "threshold": "threshold for {indicator}",
}
_OF_GROWTH = {
    "forecast": "forecast of the growth of {indicator}",
    "target": "target for the growth of {indicator}",
}
_RATIO = "ratio"


def title_number(number: str, *, brief: Brief, references: References) -> str:
    """Return the title of an observation or a finding: `Growth of revenue, Changzhi, 2024: 22%`.

    Raises
    ------
    KeyError
        If the edition has no such number.
    """
    finding = brief.registry.get(number)
    if finding is None:
        row = read_observation(brief, number)
        codes = {str(key): code for key, code in row.items() if isinstance(code, str)}
        what = name_observation(codes, brief.words)
    else:
        codes = {key: code for key, code in finding.about.items() if isinstance(code, str)}
        what = name_finding(finding, brief)
    about = ", ".join([begin(what), *_list_subject(codes, brief.words)])
    return brief.words.text("{about}: {value}").format(about=about, value=_say_value(number, references))


def name_observation(codes: Mapping[str, str], words: Words) -> str:
    """Say what a printed figure is, without whom and when it is about: `target for the growth of revenue`."""
    indicator = words.label("indicators", codes["indicator"])
    kind = codes.get("kind", "")
    of_growth = _OF_GROWTH.get(kind, "") if codes.get("unit") == _RATIO else ""
    message = of_growth or _KINDS.get(kind, "")
    return words.text(message).format(indicator=indicator) if message else indicator


def _list_subject(codes: Mapping[str, str], words: Words) -> list[str]:
    """Return whom and when a number is about, as far as it is about somebody and some time."""
    area, tier, town = (codes.get(name, "") for name in ("area", "tier", "town"))
    sector, period = codes.get("sector", ""), codes.get("period", "")
    return [
        said
        for said in (
            words.label("sectors", sector) if sector else "",
            words.subject(area=area, tier=tier, town=town) if area else "",
            words.label("tiers", tier) if tier and not area else "",
            say_period(words, period) if period else "",
        )
        if said
    ]


def _say_value(number: str, references: References) -> str:
    words, finding = references.words, references.registry.get(number)
    quantity = references.quantity(number)
    if quantity is None and finding is not None and finding.verdict:
        return words.label("verdicts", finding.verdict)
    return words.quantity(quantity)
