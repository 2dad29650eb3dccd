"""The interval of a print as SQL reads it, against intervals worked by hand and those of the dataset."""

import math

import duckdb
import pandas as pd
import pytest
from recompute import SQL

PRINTS = [
    ("10.68亿元", "exact", "1068000000", 1_067_500_000, 1_068_500_000),
    ("10.68億元", "exact", "1068000000", 1_067_500_000, 1_068_500_000),
    ("22%", "exact", "0.22", 0.215, 0.225),
    ("22.0％", "exact", "0.22", 0.2195, 0.2205),
    ("3.5‰", "exact", "0.0035", 0.00345, 0.00355),
    ("12个百分点", "exact", "0.12", 0.115, 0.125),
    ("三成", "exact", "0.3", 0.25, 0.35),
    ("两成半", "exact", "0.25", 0.245, 0.255),
    ("百分之二十点五", "exact", "0.205", 0.2045, 0.2055),
    ("42个", "exact", "42", 42, 42),
    ("十五個", "exact", "15", 15, 15),
    ("三万五千人", "exact", "35000", 34_500, 35_500),
    ("1亿2000万元", "exact", "120000000", 119_995_000, 120_005_000),
    ("1,234.5万", "exact", "12345000", 12_344_500, 12_345_500),
    ("2.5倍", "exact", "2.5", 2.45, 2.55),
    ("7千瓦", "exact", "7", 7, 7),
    ("近2亿元", "nearly", "200000000", 180_000_000, 200_000_000),
    ("约400人", "approx", "400", 360, 440),
    ("30个以上", "at_least", "30", 30, math.inf),
    ("10余次", "more_than", "10", 10, 20),
    ("4万多", "more_than", "40000", 40_000, 50_000),
    ("2100余万元", "more_than", "21000000", 21_000_000, 22_000_000),
    ("突破亿元", "more_than", "100000000", 100_000_000, 200_000_000),
    ("不超过5家", "at_most", "5", 0, 5),
    ("下降5%", "exact", "-0.05", -0.055, -0.045),
    ("下降5%以上", "at_least", "-0.05", -math.inf, -0.05),
    ("翻番", "exact", "1", 0.5, 1.5),
    ("每5件就有2件", "exact", "0.4", 0.3, 0.5),
    ("五分之三", "exact", "0.6", 0.5, 0.7),
]
RANGES = [
    ("3-5个", "3", "5", 3, 5),
    ("3-5亿元", "300000000", "500000000", 250_000_000, 550_000_000),
    ("20-30%", "0.2", "0.3", 0.195, 0.305),
    ("下降3%-5%", "-0.05", "-0.03", -0.055, -0.025),
]


def read_prints(rows):
    """Return the interval of each print, given as printed, qualifier, value and value_high."""
    with duckdb.connect(config={"threads": 1}) as database:
        database.execute(
            "CREATE TABLE rows (id BIGINT, printed VARCHAR, qualifier VARCHAR, written VARCHAR, "
            "value_high DOUBLE, kind VARCHAR DEFAULT 'level')"
        )
        database.executemany(
            "INSERT INTO rows VALUES (?, ?, ?, ?, ?, 'level')",
            [[place, *row] for place, row in enumerate(rows)],
        )
        database.execute("ALTER TABLE rows ADD COLUMN value DOUBLE; UPDATE rows SET value = written::DOUBLE")
        for step in ("intervals", "prints"):
            database.execute((SQL / f"{step}.sql").read_text(encoding="utf-8"))
        return database.execute("SELECT ends.low, ends.high FROM allowed ORDER BY id").fetchall()


def test_prints_by_hand():
    found = read_prints([[printed, word, value, None] for printed, word, value, *_ in PRINTS])
    for ends, (printed, *_, low, high) in zip(found, PRINTS, strict=True):
        assert ends == pytest.approx((low, high)), printed


def test_ranges_by_hand():
    found = read_prints([[printed, "range", value, float(high)] for printed, value, high, *_ in RANGES])
    for ends, (printed, *_, low, high) in zip(found, RANGES, strict=True):
        assert ends == pytest.approx((low, high)), printed


def test_a_print_that_cannot_be_read_is_no_silent_gap():
    with pytest.raises(duckdb.Error, match="no figure in the print of 0"):
        read_prints([["显著", "exact", "1", None]])


def test_the_interval_of_every_observation(dataset, database):
    known = dataset.observations
    found = database.execute(
        "SELECT id, ends.low, ends.high, first, last FROM rows JOIN allowed USING (id)"
    ).fetchall()
    assert len(found) > 50
    for name, low, high, first, last in found:
        row = known.loc[name]
        assert (low, high) == pytest.approx((row["low"], row["high"])), name
        assert [first, last] == [None if pd.isna(month) else month for month in row[["first", "last"]]], name
