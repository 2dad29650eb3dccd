"""What findings are called where they stand by themselves: on their pages, in lists, among what changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase

from townbook.analysis.findings import Finding
from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin
from townbook.figures.tables.finding_names import CHOICES, NAMES
from townbook.figures.tables.subjects import say_document, say_period, say_subject, show_subject
from townbook.vocabulary.words import Words

_VERDICTS = ("met", "missed", "not_comparable")
_PLACES = ("area", "tier", "town")
# A target has a horizon of its own, which is not the period of the growth that it is set against.
_WITHOUT_PERIOD = ("headline-target",)


def title_finding(found: Finding, brief: Brief, *, dated: bool = True) -> str:
    """Return the title of a finding: `Margin of the growth of revenue over its target: Xinzhou 忻州市, 2024`.

    Without `dated` it holds no period, for where two editions speak of different ones.
    """
    about = _read_codes(found)
    subject = _show_subject(about, brief)
    if dated and subject and "period" in about and found.id not in _WITHOUT_PERIOD:
        message = brief.words.text("{subject}, {period}")
        subject = message.format(subject=subject, period=say_period(brief.words, about["period"]))
    return _join(begin(name_finding(found, brief)), subject, brief.words)


def name_finding(found: Finding, brief: Brief) -> str:
    """Say what a finding is, without whom and when it is about; how it is made where it has no name."""
    name = find_name(found.id, NAMES)
    if not name:
        return found.formula or found.id
    words, about = brief.words, _read_codes(found)
    labels = {
        "indicator": _label(words, "indicators", about.get("indicator", "")),
        "base": _label(words, "indicators", about.get("base_indicator", "")),
        "other": _label(words, "areas", about.get("other", "")),
        "document": say_document(brief, _find_source(found.id, brief)),
        **{code: words.label("verdicts", code) for code in _VERDICTS},
    }
    return words.text(name).format(**labels)


def title_choice(found: Finding, brief: Brief) -> str:
    """Return what a finding chose from several, for where editions choose differently."""
    name = find_name(found.id, CHOICES)
    title = begin(brief.words.text(name)) if name else begin(name_finding(found, brief))
    area = str(found.about.get("area", ""))
    # The sector is chosen for an area, while of others the area is what is chosen.
    return _join(title, brief.words.both("areas", area) if "sector" in found.about else "", brief.words)


def say_choice(found: Finding, dimensions: Collection[str], words: Words) -> str:
    """Say what a finding chose, in these dimensions of what it is about."""
    about = _read_codes(found)
    if set(dimensions).isdisjoint(_PLACES) or not about.get("area"):
        parts = []
    elif set(dimensions).isdisjoint(("tier", "town")):
        parts = [words.label("areas", about["area"])]
    else:
        parts = [say_subject(words, about)]
    if "other" in dimensions and about.get("other"):
        parts.append(words.text("against {other}").format(other=words.label("areas", about["other"])))
    for dimension, codelist in (("indicator", "indicators"), ("sector", "sectors")):
        if dimension in dimensions and about.get(dimension):
            parts.append(words.label(codelist, about[dimension]))
    return ", ".join(parts) or words.label("verdicts", "not_known")


def find_name(name: str, patterns: Mapping[str, str]) -> str:
    """Return what the first pattern that an id matches stands for, empty where none matches."""
    return next((said for pattern, said in patterns.items() if fnmatchcase(name, pattern)), "")


def _read_codes(found: Finding) -> dict[str, str]:
    return {key: code for key, code in found.about.items() if isinstance(code, str)}


def _show_subject(about: Mapping[str, str], brief: Brief) -> str:
    """Name area, tier or town of a finding, with its sector; empty where it is about none of them."""
    words = brief.words
    parts = [show_subject(brief, about)] if about.get("area") else []
    if not parts and about.get("tier"):
        parts = [words.label("tiers", about["tier"])]
    parts += [words.label("sectors", about["sector"])] if about.get("sector") else []
    return ", ".join(parts)


def _join(what: str, subject: str, words: Words) -> str:
    return words.text("{what}: {subject}").format(what=what, subject=subject) if subject else what


def _label(words: Words, codelist: str, code: str) -> str:
    return words.label(codelist, code) if code else ""


def _find_source(name: str, brief: Brief) -> str:
    """Return the document of which a finding counts something, empty where it is of none."""
    named = [one.id for one in brief.data.sources if name.startswith(f"from-{one.id}")]
    return max(named, key=len, default="")
