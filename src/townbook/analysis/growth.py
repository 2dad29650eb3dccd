"""Growth against targets: by how much each stated growth meets or misses the target that applies."""

from __future__ import annotations

import pandas as pd

from townbook.analysis.aims import TESTED, find_requirement, judge
from townbook.analysis.applicable import find_silent_target, find_target
from townbook.analysis.bases import find_bases, tabulate_bases
from townbook.analysis.findings import Finding
from townbook.analysis.rows import (
    Row,
    build_table,
    name_columns,
    name_observations,
    read_rows,
    read_value,
    write_value,
)
from townbook.analysis.selection import (
    SERIES,
    drop_superseded,
    end_of,
    interval_of,
    pick,
    select,
)
from townbook.dataset.editions import EditionData

__all__ = ["TESTED", "find_growth", "tabulate_bases", "tabulate_margins"]

_DIMENSIONS = (*SERIES, "period")
_COLUMNS = (
    "observation",
    *_DIMENSIONS,
    *name_columns("growth"),
    "target_observation",
    *name_columns("target"),
    *name_columns("margin"),
    "verdict",
    "caveats",
)


def list_growths(data: EditionData) -> list[Row]:
    """Return the stated growth rates, the latest period first.

    One without a number is left out where a document gives the number of the same figure.
    """
    numbered = select(data, kind="growth")
    known = {pick(row, _DIMENSIONS) for row in numbered if row["period"]}
    silent = drop_superseded(row for row in data.rows if row["kind"] == "growth" and pd.isna(row["value"]))
    stated = [*numbered, *(row for row in silent if pick(row, _DIMENSIONS) not in known)]
    stated.sort(key=lambda row: row["observation"])
    return sorted(stated, key=lambda row: (end_of(row), row["published"]), reverse=True)


def tabulate_margins(data: EditionData) -> pd.DataFrame:
    """Return each stated growth against the target that applies, the latest period first.

    One row per growth: `observation, area, tier, town, indicator, period, growth, growth_low, growth_high,
    target_observation, target, target_low, target_high, margin, margin_low, margin_high, verdict, caveats`;
    ratios and percentage points as fractions of one; missing where there is no target or the growth has no
    number. A target that is spoken of without its number is named, with the caveat `target_not_printed`. The
    interval of a target is that of what it asks for (`aims.find_requirement`).
    """
    rows = [_compare(data, growth) for growth in list_growths(data)]
    return build_table(rows, _COLUMNS)


def _compare(data: EditionData, growth: Row) -> Row:
    numbered = not pd.isna(growth["value"])
    silent = find_silent_target(data, growth)
    stated = interval_of(growth) if numbered else None
    applicable = find_target(data, growth) if numbered else None
    target = applicable.target if applicable else None
    asked = find_requirement(target) if target else None
    margin = stated - asked if stated and asked else None
    verdict = "no_target" if numbered else "not_known"
    caveats = (() if numbered else ("no_number",)) + (("target_not_printed",) if silent else ())
    named = target or (silent.target if silent else None)
    return {
        "observation": growth["observation"],
        **{name: growth[name] for name in _DIMENSIONS},
        **write_value("growth", growth["value"], stated),
        "target_observation": named["observation"] if named else "",
        **write_value("target", target["value"] if target else None, asked),
        **write_value("margin", growth["value"] - target["value"] if target else None, margin),
        "verdict": judge(stated, target) if stated and target else verdict,
        "caveats": applicable.caveats if applicable else caveats,
    }


def find_growth(data: EditionData) -> list[Finding]:
    """State the margin of each growth, how many could be tested, and the one that leads the report."""
    margins = tabulate_margins(data)
    return [
        *(_find_margin(row) for row in read_rows(margins)),
        *_count_verdicts(margins),
        *_find_headline(margins),
        *find_bases(data),
    ]


def _count_verdicts(margins: pd.DataFrame) -> list[Finding]:
    verdicts, numbered = margins["verdict"], margins["growth"].notna()
    counted = {
        "stated": (verdicts != "", "growth rates that the documents state"),
        "with-number": (numbered, "stated growth rates with a number"),
        "without-number": (~numbered, "growth rates stated in words only"),
        "tested": (verdicts.isin(TESTED), "stated growth rates with a target that applies"),
        "without-target": (
            verdicts == "no_target",
            "stated growth rates with a number and no target that applies",
        ),
    } | {code: (verdicts == code, f"stated growth rates against their target: {code}") for code in TESTED}
    about = {"areas": tuple(sorted(set(margins["area"])))}
    return [
        Finding(
            f"growth-{name}",
            int(flags.sum()),
            unit="observations",
            about=about,
            inputs=tuple(f"margin-{one}" for one in margins.loc[flags, "observation"]),
            formula=formula,
        )
        for name, (flags, formula) in counted.items()
    ]


def _find_margin(row: Row) -> Finding:
    return Finding(
        f"margin-{row['observation']}",
        *read_value(row, "margin"),
        unit="pp",
        verdict=row["verdict"],
        about={name: row[name] for name in _DIMENSIONS},
        observations=name_observations(row["observation"], row["target_observation"]),
        formula="growth minus target",
        caveats=row["caveats"],
    )


def _find_headline(margins: pd.DataFrame) -> list[Finding]:
    """State the tested growth of the latest period; where none could be tested, why not."""
    tested = read_rows(margins[margins["verdict"].isin(TESTED)])
    if not tested:
        verdict = "no_target" if (margins["verdict"] == "no_target").any() else "not_known"
        return [Finding("headline-margin", unit="pp", verdict=verdict if len(margins) else "not_reported")]
    row = tested[0]
    margin = _find_margin(row)
    parts = [("growth", row["observation"]), ("target", row["target_observation"])]
    return [
        margin.repeat("headline-margin", formula="margin of the tested growth whose period ends last"),
        *(
            Finding(
                f"headline-{name}",
                *read_value(row, name),
                unit="ratio",
                about=margin.about,
                observations=(observation,),
                formula=f"the {name} of the headline margin",
            )
            for name, observation in parts
        ),
    ]
