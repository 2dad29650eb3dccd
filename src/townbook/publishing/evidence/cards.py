"""What a number answers when it is asked: its card, in words, with the numbers that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from townbook.figures.exhibits import Brief
from townbook.publishing.references import References

PAGE = "{}.html"
DOCUMENTS = "../book/documents.html#{}"


@dataclass(frozen=True)
class Link:
    """A text that leads on; `address` is as seen from the evidence's folder, empty where there is none."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a card: what it tells, and the texts that tell it."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Step:
    """Another number, as a card refers to it: `ref` is its id, `value` what it says."""

    ref: str
    title: str
    value: str

    @property
    def address(self) -> str:
        """Its page, as seen from the folder of the evidence."""
        return PAGE.format(self.ref)


@dataclass(frozen=True)
class Card:
    """The answer of one observation or finding.

    Attributes
    ----------
    ref : str
        The id.
    kind : {"observation", "finding"}
    title : str
        What it is about.
    value, interval, verdict : str
        In words; `interval` is empty where the value is exact, `verdict` where nothing is judged.
    verdict_code : str
        Code of the codelist `verdicts`, empty where nothing is judged.
    formula : str
        How a finding follows from its inputs, empty for an observation.
    inputs : tuple of Step
        What a finding rests on directly: findings first, then observations.
    facts : tuple of Fact
        The dimensions, the print and the documents.
    """

    ref: str
    kind: Literal["observation", "finding"]
    title: str
    value: str
    interval: str = ""
    verdict: str = ""
    verdict_code: str = ""
    formula: str = ""
    inputs: tuple[Step, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def step(self) -> Step:
        """The card as another refers to it."""
        return Step(self.ref, add_formula(self.title, self.formula), self.value)


def add_formula(title: str, formula: str) -> str:
    """Return a title with how the number follows, where that is not in the title already."""
    return f"{title} ({formula})" if formula.lower() not in title.lower() else title


def say_value(references: References, name: str) -> str:
    """Write the value of an id in words; where there is none, the verdict or that it has no number."""
    quantity = references.quantity(name)
    if quantity is not None:
        return references.words.quantity(quantity)
    finding = references.registry.get(name)
    if finding is None:
        return references.words.text("stated without a number")
    return references.words.label("verdicts", finding.verdict or "not_known")


def say_interval(references: References, name: str) -> str:
    """Write the interval of an id in words, nothing where the value is exact or there is none."""
    quantity = references.quantity(name)
    if quantity is None or quantity.interval.low == quantity.interval.high:
        return ""
    return references.words.interval(quantity)


def name_documents(brief: Brief, sources: list[str]) -> tuple[Link, ...]:
    """Return the documents of these ids in the order of the catalogue, each leading to its section."""
    english = brief.words.language == "en"
    return tuple(
        Link(
            f"{source.title_en if english else source.title} "
            f"({source.publisher_en if english else source.publisher}, {brief.words.date(source.published)})",
            DOCUMENTS.format(source.id),
        )
        for source in brief.data.sources
        if source.id in sources
    )
