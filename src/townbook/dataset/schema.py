"""The schema of `data/`: what each column of observations and towns holds, in pandera."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandera.pandas as pa

from townbook.dataset.columns import code, count, number, period, text

OBSERVATION_COLUMNS = [
    "observation_id",
    "area",
    "tier",
    "town",
    "indicator",
    "kind",
    "period",
    "value",
    "value_high",
    "unit",
    "qualifier",
    "printed",
    "source",
    "line",
    "char_start",
    "char_end",
    "method",
    "status",
    "note",
]
TOWN_COLUMNS = [
    "town",
    "en",
    "zh",
    "aliases",
    "area",
    "county",
    "tier",
    "since",
    "sector",
    "printed",
    "source",
    "line",
    "char_start",
    "char_end",
    "note",
]

REPRINT_COLUMNS = ["observation_id", "printed", "source", "line", "char_start", "char_end"]

NAME_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"

Known = Mapping[str, Collection[str]]
"""List (`areas`, `tiers` …, `sources`, `towns`, `observations`) -> its codes; absent where not to be read."""


def build_observation_schema(known: Known) -> pa.DataFrameSchema:
    """Return the schema of `data/observations.csv`; a row is one printed figure."""
    columns = [
        text(
            "observation_id",
            "Observation",
            "Stable, readable id; never reused, never renumbered.",
            pattern=NAME_PATTERN,
            example="changzhi-municipal-output-2023",
            unique=True,
        ),
        code("area", "Area", "Area that the figure is of, GB/T 2260.", known, "areas"),
        code(
            "tier",
            "Tier",
            "Tier of the towns that the figure is of; missing where it is of something else.",
            known,
            "tiers",
            missing="not reported",
        ),
        code(
            "town",
            "Town",
            "The town, where the figure is of one town.",
            known,
            "towns",
            missing="not applicable",
        ),
        code("indicator", "Indicator", "What is measured.", known, "indicators"),
        code("kind", "Kind", "How it is stated; a growth is year on year.", known, "kinds"),
        period(
            "period",
            "Period",
            "Time that the figure is of; the horizon for a target; `../` where the beginning is not printed.",
        ),
        number(
            "value",
            "Value",
            "In the base unit: yuan, persons, a ratio for a percentage (`22 %` is `0.22`).",
            missing="not printed",
        ),
        number("value_high", "Upper value", "Upper end of a printed range."),
        code("unit", "Unit", "Unit of value, value_high, low and high.", known, "units"),
        code(
            "qualifier",
            "Qualifier",
            "How the print limits the figure.",
            known,
            "qualifiers",
            missing="not applicable",
        ),
        text("printed", "Printed", "The figure exactly as the source prints it.", spaces=True),
        code("source", "Source", "Document that prints it.", known, "sources"),
        *_locate(),
        code("method", "Method", "How it was recorded.", known, "methods"),
        code("status", "Status", "SDMX CL_OBS_STATUS.", known, "statuses"),
        text("note", "Note", "What else a reader has to know.", missing="none"),
    ]
    return _compose("observations", columns)


def build_town_schema(known: Known) -> pa.DataFrameSchema:
    """Return the schema of `data/towns.csv`; a row is one town in one tier."""
    columns = [
        text("town", "Town", "Stable id.", pattern=NAME_PATTERN, example="qinzhou-huangxiaomi"),
        text("en", "Name", "Name in English."),
        text("zh", "Chinese name", "Name in Chinese."),
        text("aliases", "Aliases", "Other names in print, separated by `; `.", missing="none"),
        code("area", "City", "City that it belongs to.", known, "areas"),
        code(
            "county",
            "County",
            "County that it lies in; missing where it lies in several.",
            known,
            "areas",
            missing="not reported",
        ),
        code(
            "tier",
            "Tier",
            "Tier that it holds, or for which it is named.",
            known,
            "tiers",
            missing="not reported",
        ),
        period("since", "Since", "When it was certified in this tier, as precise as is printed."),
        code("sector", "Sector", "Sector of its trade, by its name.", known, "sectors"),
        text("printed", "Printed", "The name as the source prints it.", spaces=True),
        code("source", "Source", "Document that names it in this tier.", known, "sources"),
        *_locate(),
        text("note", "Note", "What else a reader has to know.", missing="none"),
    ]
    return _compose("towns", columns)


def build_reprint_schema(known: Known) -> pa.DataFrameSchema:
    """Return the schema of `data/reprints.csv`; a row is one observation that a further document prints."""
    columns = [
        code("observation_id", "Observation", "Figure that is printed again.", known, "observations"),
        text("printed", "Printed", "The figure exactly as the further document prints it.", spaces=True),
        code("source", "Source", "The further document.", known, "sources"),
        *_locate(),
    ]
    return _compose("reprints", columns)


def _locate() -> list[pa.Column]:
    """Return the columns of a locator."""
    return [
        count("line", "Line", "Line of the decoded document, the first being one.", least=1),
        count("char_start", "First character", "Offset in the decoded document, the first being zero."),
        count("char_end", "Last character", "Offset behind the last character of the print."),
    ]


def _compose(name: str, columns: list[pa.Column]) -> pa.DataFrameSchema:
    return pa.DataFrameSchema({column.name: column for column in columns}, name=name, strict=True)
