"""The line beneath a figure: which documents and which edition it comes from, wherever the picture goes."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib.figure import Figure

from townbook.figures.exhibits import Brief
from townbook.figures.palette import SOFT
from townbook.figures.style import (
    PAD,
    SMALL,
    TEXT_WIDTH,
    WIDTH,
    fit_height,
    house_style,
    measure_height,
    wrap,
)
from townbook.sources.catalogue import Source
from townbook.vocabulary.words import Words

NO_BREAK = "\u00a0"


def add_source_line(
    figure: Figure,
    brief: Brief,
    observations: Iterable[str] = (),
    *,
    towns: Iterable[str] = (),
    note: str = "",
) -> Figure:
    """Write the documents behind `observations` and `towns`, and the edition, beneath a figure.

    `note` stands above them. The figure grows by as much as the lines need, and is returned.
    """
    known, named = brief.data.observations, brief.data.towns
    behind = {str(known.loc[name, "source"]) for name in observations if name in known.index}
    behind |= {str(named.loc[town, "source"]) for town in towns if town in named.index}
    text = say_sources((s for s in brief.data.sources if s.id in behind), brief=brief)
    with house_style():
        panels = figure.axes
        height = measure_height(figure, panels[0])
        lines = [*(wrap(note, width=TEXT_WIDTH, size=SMALL) if note else ()), *wrap(text, size=SMALL)]
        figure.supxlabel("\n".join(lines), x=PAD / WIDTH, ha="left", fontsize=SMALL, color=SOFT)
        fit_height(figure, panels, inches=height)
    return figure


def say_sources(sources: Iterable[Source], *, brief: Brief) -> str:
    """Name documents and edition: `Drawn from: Shanxi Economic Daily, 2024. Edition 2024 (final)`."""
    words, edition = brief.words, brief.data.edition
    # A date does not break over two lines.
    named = [
        f"{_publisher(source, words)}, {words.date(source.published).replace(' ', NO_BREAK)}"
        for source in sources
    ]
    cut = words.text("Edition {edition} ({status}).").format(
        edition=edition.id, status=words.text(edition.status)
    )
    if not named:
        return cut
    return words.text("Drawn from: {sources}. {edition}").format(sources="; ".join(named), edition=cut)


def _publisher(source: Source, words: Words) -> str:
    return source.publisher if words.language == "zh" else source.publisher_en
