"""The findings of an edition computed a second time: SQL over `data/`, nothing of the analysis."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import yaml
from scipy.stats import t as student

SQL = Path(__file__).parent / "sql"
# Each rests on those before it: first what is read and chosen, then one file per question.
STEPS = (
    *("intervals", "periods", "places", "edition", "prints", "figures", "towns_behind", "answers"),
    *("areas", "tier_counts", "naming", "sectors", "ratios", "thresholds"),
    *("aims", "growth", "bases", "count_targets", "year_plans", "goals", "pace"),
    *("comparability", "sensitivity", "revenue_shares", "model", "quality"),
)
_TABLES = ("observations", "towns")
_CODELISTS = ("areas", "indicators", "sectors")
_SOURCE_KEYS = ("id", "published", "published_basis", "page_stamp")


@dataclass(frozen=True)
class Answer:
    """What SQL says of one finding; an end of the interval may be infinite."""

    value: float | None
    interval: tuple[float, float] | None
    unit: str
    verdict: str
    observations: frozenset[str] = field(default_factory=frozenset)
    towns: frozenset[str] = field(default_factory=frozenset)
    caveats: frozenset[str] = field(default_factory=frozenset)


def open_database(folder: Path, edition: str) -> duckdb.DuckDBPyConnection:
    """Return a database of the files of a data folder, with all steps done for one edition."""
    database = duckdb.connect(config={"threads": 1})
    _load(database, folder)
    _load_quantiles(database)
    database.execute("SET VARIABLE edition = ?", [edition])
    for step in STEPS:
        try:
            database.execute((SQL / f"{step}.sql").read_text(encoding="utf-8"))
        except duckdb.Error as error:
            error.add_note(f"in {step}.sql, edition {edition} of {folder}")
            raise
    return database


def read_answers(database: duckdb.DuckDBPyConnection) -> dict[str, Answer]:
    """Return the answer to every question by the id of its finding.

    Raises
    ------
    ValueError
        If two answers have one id.
    """
    rows = database.execute(
        "SELECT id, value, ends.low, ends.high, unit, verdict, observations, towns, caveats FROM answers"
    ).fetchall()
    answers = {}
    for name, value, low, high, unit, verdict, *lists in rows:
        if name in answers:
            raise ValueError(f"two answers have the id {name!r}")
        interval = None if low is None else (low, high)
        answers[name] = Answer(value, interval, unit, verdict, *map(frozenset, lists))
    return answers


def _load(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Fill one table per file; all cells are text, `place` is the number of the row."""
    for name in _TABLES:
        _load_csv(database, f"file_{name}", folder / f"{name}.csv")
    for name in _CODELISTS:
        _load_csv(database, f"code_{name}", folder / "codelists" / f"{name}.csv")
    sources = _read_entries(folder / "sources.yml")
    _fill(database, "file_sources", _SOURCE_KEYS, [[s.get(key, "") for key in _SOURCE_KEYS] for s in sources])
    editions = _read_entries(folder / "editions.yml")
    _fill(database, "file_editions", ("id", "cutoff"), [[e["id"], str(e["cutoff"])] for e in editions])
    for one in _read_entries(folder / "corrections.yml"):
        database.execute(
            f"UPDATE file_observations SET {one['column']} = ? WHERE observation_id = ?",
            [str(one["corrected"]), one["observation"]],
        )


def _load_quantiles(database: duckdb.DuckDBPyConnection) -> None:
    """Fill a table of Student's quantiles at 0.975, which SQL lacks, for as many observations as may come."""
    freedom = list(range(1, 200))
    quantiles = [float(one) for one in student.ppf(0.975, freedom)]
    database.execute(
        "CREATE TABLE student AS SELECT unnest(?) AS freedom, unnest(?) AS quantile", [freedom, quantiles]
    )


def _load_csv(database: duckdb.DuckDBPyConnection, table: str, file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as text:
        width = len(next(csv.reader(text)))
    database.execute(
        f"CREATE TABLE {table} AS SELECT row_number() OVER () AS place, coalesce(COLUMNS(*), '') "
        "FROM read_csv(?, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', "
        "strict_mode = true, null_padding = false)",
        [str(file)],
    )
    found = len(database.execute(f"DESCRIBE {table}").fetchall()) - 1
    if found != width:
        raise ValueError(f"{file} has {width} columns and {found} were read")


def _read_entries(file: Path) -> list[dict]:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or []


def _fill(
    database: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...], rows: list[list]
) -> None:
    database.execute(f"CREATE TABLE {table} ({', '.join(f'{column} VARCHAR' for column in columns)})")
    if rows:
        database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)
