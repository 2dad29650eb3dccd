"""Which findings the comparison of two editions shows, and what they and their causes are in words."""

from __future__ import annotations

from collections.abc import Sequence

from townbook.analysis.differences.causes import Cause
from townbook.analysis.findings import Finding
from townbook.figures.exhibits import Brief
from townbook.figures.sentences import begin, change, choose
from townbook.figures.tables.subjects import name_pace, say_period, say_publisher, say_subject
from townbook.figures.tables.titles import name_finding
from townbook.figures.tables.wording import say_count
from townbook.vocabulary.words import Words

COUNTS = (
    "documents",
    "observations",
    "towns-named",
    "cities",
    "growth-stated",
    "growth-tested",
    "pairs-allowed",
)
_HEADLINES = (
    "tiers-complete",
    "sector-test",
    "headline-margin",
    "steepest-count-target",
    "goal-growth",
    "headline-comparison",
    "model-elasticity",
)
_FAMILIES = ("towns-", "yearly-", "pace-")


def is_headline(name: str) -> bool:
    """Tell whether a finding is one of the front page or of a chapter's summary."""
    return name in _HEADLINES or name.startswith(_FAMILIES)


def name_line(found: Finding, brief: Brief) -> str:
    """Say what a finding is; where that can differ between editions, without what it is about."""
    words = brief.words
    if found.id in COUNTS or found.id in _HEADLINES:
        return name_finding(found, brief)
    if found.id.startswith("pace-"):
        return name_pace(words, found.about)
    subject = say_subject(words, found.about)
    if found.id.startswith("yearly-"):
        message = words.text("towns a year that {subject} needs for its target for {period}")
        return message.format(subject=subject, period=say_period(words, str(found.about["period"])))
    return words.text("towns in {subject}").format(subject=subject)


def say_detail(found: Finding, words: Words) -> str:
    """Say what a finding is about beyond its name, as it stands in brackets behind its value."""
    about = found.about
    if found.id.startswith("pace-") or (found.id in COUNTS and found.id != "cities"):
        return ""
    if found.id.startswith("towns-"):
        return say_period(words, str(about["period"])) if about.get("period") else ""
    if found.id.startswith("yearly-"):
        return words.text("counted from {state}").format(state=words.period(str(about["state"])))
    if about.get("areas"):
        return words.join([words.label("areas", code) for code in dict.fromkeys(about["areas"])])
    return _say_subject_and_period(found, words) if about.get("area") else ""


def say_causes(causes: Sequence[Cause], brief: Brief) -> str:
    """Say why a finding changed: `New document: Shanxi Economic Daily`."""
    return begin("; ".join(_say_cause(cause, brief) for cause in causes))


def _say_cause(cause: Cause, brief: Brief) -> str:
    """Name one cause with its document, or with the number of its documents."""
    text, number = brief.words.text, len(cause.sources)
    labels = {
        "new_document": choose(brief.words, number, one="new document", many="new documents"),
        "revision": text("revised figure"),
        "correction": text("correction"),
        "withdrawal": choose(brief.words, number, one="withdrawn document", many="withdrawn documents"),
        "cutoff": text("the cutoff moved"),
        "method": text("method"),
        "code": text("code"),
    }
    label = labels[cause.code]
    if not number:
        return label
    where = say_publisher(brief, cause.sources[0]) if number == 1 else change(say_count(brief.words, number))
    return text("{cause}: {documents}").format(cause=label, documents=where)


def _say_subject_and_period(found: Finding, words: Words) -> str:
    about = found.about
    said = say_subject(words, about)
    if about.get("indicator"):
        indicator = words.label("indicators", str(about["indicator"]))
        said = words.text("{indicator} of {subject}").format(indicator=indicator, subject=said)
    if not about.get("period"):
        return said
    period = say_period(words, str(about["period"]))
    return words.text("{subject}, {period}").format(subject=said, period=period)
