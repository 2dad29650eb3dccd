"""Opening a review: from a folder of proposals and `data/` to the state and to what is at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pandera.pandas as pa

from townbook.dataset.acceptance.known import Known
from townbook.dataset.proposals import ProposalFolder
from townbook.dataset.reading import Reading
from townbook.dataset.review.cautions import Judge
from townbook.dataset.review.desk import Desk
from townbook.dataset.review.fields import Choices, Field, Form
from townbook.dataset.review.review import Review
from townbook.dataset.review.texts import Texts
from townbook.dataset.schema import build_observation_schema, build_town_schema
from townbook.vocabulary.codelists import Codelist

_FIGURE_COLUMNS = (
    "indicator",
    "kind",
    "area",
    "tier",
    "town",
    "period",
    "value",
    "value_high",
    "unit",
    "qualifier",
    "status",
    "note",
    "observation_id",
)
_TOWN_COLUMNS = ("town", "en", "zh", "aliases", "area", "county", "tier", "since", "sector", "note")
_PERIODS = ("period", "since")
_EXTENSIBLE = ("indicator", "unit")


def open_desk(proposals: ProposalFolder, known: Known, *, sources: Path) -> Desk:
    """Return what is at hand for a review.

    Parameters
    ----------
    proposals : ProposalFolder
    known : Known
        What `data/` knows.
    sources : Path
        Folder in which documents are looked for that do not lie beside the proposals.
    """
    reading = known.reading
    choices = _list_choices(reading)
    judge = Judge(known, proposals)

    def ask(review: Review, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        return judge.judge([review.proposals[number] for number in numbers], towns=review.towns)

    return Desk(
        figure_fields=_make_fields(build_observation_schema({}), _FIGURE_COLUMNS, choices),
        town_fields=_make_fields(build_town_schema({}), _TOWN_COLUMNS, choices),
        units=reading.codelists["units"],
        titles={row["id"]: row["title"] for row in (*reading.sources, *proposals.sources.rows)},
        look_up=Texts(proposals, known=reading.sources, folder=sources).look_up,
        judge=ask,
    )


def _make_fields(
    schema: pa.DataFrameSchema, columns: Collection[str], choices: Mapping[str, Choices]
) -> tuple[Field, ...]:
    return tuple(_make_field(schema.columns[column], choices) for column in columns)


def _make_field(column: pa.Column, choices: Mapping[str, Choices]) -> Field:
    metadata, name = column.metadata, str(column.name)
    codelist = "towns" if name == "town" else str(metadata.get("codelist", ""))
    return Field(
        name,
        str(column.title),
        form=_tell_form(name, metadata),
        choices=choices.get(codelist, {}),
        optional=bool(metadata["missing"]),
        extensible=name in _EXTENSIBLE,
        codelist=codelist,
    )


def _tell_form(name: str, metadata: Mapping[str, object]) -> Form:
    if metadata.get("codelist"):
        return "code"
    if name in _PERIODS:
        return "period"
    if metadata["type"] == "number":
        return "number"
    return "id" if metadata.get("pattern") else "text"


def _list_choices(reading: Reading) -> dict[str, Choices]:
    choices: dict[str, Choices] = {
        name: {code: (codelist.get(code, "en"), codelist.get(code, "zh")) for code in codelist}
        for name, codelist in reading.codelists.items()
    }
    areas = reading.codelists["areas"]
    choices["areas"] = {code: _name_area(code, areas) for code in areas}
    choices["towns"] = {row["town"]: (row["en"], row["zh"]) for row in reading.towns}
    return choices


def _name_area(code: str, areas: Codelist) -> tuple[str, ...]:
    """Name an area with its city, since many districts share a name; its own name may be typed as well."""
    parent, own = areas.get(code, "parent"), areas.get(code, "zh")
    city = areas.label(parent, "zh") if areas.get(code, "level") == "county" and parent in areas else ""
    return areas.get(code, "en"), city + own, own
