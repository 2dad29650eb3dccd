"""What is taken into the data of accepted proposals, and what is refused."""

import csv

import pytest

from townbook.dataset.acceptance.acceptance import accept_proposals
from townbook.dataset.faults import DataError

OUTPUT_2023 = {"period": "2023", "char_start": "100"}


def test_an_accepted_figure_stands_in_the_data_with_its_document(desk):
    said = desk.figure(observation_id="changzhi-municipal-output-2025", note="made up").accept()
    row = desk.row("changzhi-municipal-output-2025")
    assert (row["value"], row["source"], row["method"], row["note"]) == (
        "26000000000",
        "changzhi-news-2026",
        "extracted",
        "made up",
    )
    assert "data/: 1 row added, 1 document catalogued" in said
    assert (
        "no edition reaches changzhi-news-2026: `townbook new-edition 2025 --cutoff 2026-02-10`" in said[-1]
    )


def test_what_was_there_stays_as_it_was_byte_for_byte(desk):
    before = {name: desk.data.read(name) for name in ("observations.csv", "sources.yml", "towns.csv")}
    desk.figure().accept()
    added = set(desk.data.read("observations.csv").splitlines()) - set(
        before["observations.csv"].splitlines()
    )
    [line] = added
    assert desk.data.read("observations.csv").replace(f"{line}\n", "") == before["observations.csv"]
    assert desk.data.read("sources.yml").startswith(before["sources.yml"])
    assert desk.data.read("towns.csv") == before["towns.csv"]
    assert line.endswith(",extracted,A,")


def test_a_second_time_nothing_is_new(desk):
    desk.figure().figure("5个", "5", indicator="towns", unit="towns", period="2025-12").town().accept()
    before = desk.files()
    assert desk.accept() == ("nothing is new: 3 proposals known already; data/ is as it was",)
    assert desk.files() == before


def test_what_was_rejected_leaves_no_trace(desk):
    desk.figure().figure("300亿元", "30000000000", period="2024", decision="reject").accept()
    assert "30000000000" not in desk.data.read("observations.csv")


def test_undecided_proposals_name_the_review(desk):
    desk.figure().figure("300亿元", "30000000000", period="2024", decision="")
    words = desk.say_refusal()
    assert "found no decision, expected accept or reject; decide with `townbook review " in words
    assert "proposals.csv:3:" in words


def test_a_file_that_nobody_reviewed_is_told_in_one_line(desk):
    desk.figure(decision="").figure("300亿元", "30000000000", period="2024", decision="")
    assert "proposals.csv:1: found no decision on any of 2 proposals" in desk.say_refusal()


def test_everything_that_is_wrong_is_told_at_once_with_its_line(desk):
    desk.figure(value="260").figure("二百家", "200", indicator="new:作坊", unit="new:座", period="2024")
    desk.figure("20%", "20", kind="growth", unit="ratio").figure(period="2026-12", observation_id="later")
    desk.figure(town="nowhere-tea", period="2022").figure(source="unknown-paper", period="2021")
    faults = desk.refuse()
    assert all(fault.file == str(desk.folder / "proposals.csv") for fault in faults)
    told = "\n".join(map(str, faults))
    for words in (
        "found value 260 for '260.00亿元'",
        "indicator 'new:作坊', expected a code of data/codelists/indicators.csv; write the code that '作坊'",
        "unit 'new:座', expected a code of data/codelists/units.csv",
        "write 0.2: a percentage is recorded as a ratio",
        "period '2026-12' after the source, published 2026-02-10",
        "'nowhere-tea' in column 'town', expected a code of towns.csv",
        "'unknown-paper' in column 'source', expected",
    ):
        assert words in told
    assert len(faults) == 7


def test_the_same_figure_again_adds_a_source_and_no_row(desk):
    said = desk.figure("238.65亿元", "23865000000", **OUTPUT_2023).accept()
    assert "data/: 1 source added to a row, 1 document catalogued" in said
    with desk.data.path("reprints.csv").open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert row == {
        "observation_id": "changzhi-municipal-output-2023",
        "printed": "238.65亿元",
        "source": "changzhi-news-2026",
        "line": "1",
        "char_start": "100",
        "char_end": "108",
    }
    assert "1 proposal known already" in desk.accept()[0]


def test_a_revision_is_kept_beside_what_it_revises_and_said(desk):
    desk.figure("239.90亿元", "23990000000", **OUTPUT_2023, observation_id="changzhi-municipal-output-2023")
    renamed, disagreement, counts, _ = desk.figure().accept()
    assert "the id 'changzhi-municipal-output-2023' is that of another figure" in renamed
    assert "revision: changzhi-municipal-output-2023 238.65亿元 (changzhi-article-2024, 2024-08-06)" in (
        disagreement
    )
    assert "changzhi-municipal-output-2023-2 239.90亿元 (changzhi-news-2026, 2026-02-10)" in disagreement
    assert "the later published counts, which is 239.90亿元" in disagreement
    assert "2 rows added, 1 document catalogued, 1 revision" in counts
    assert desk.row("changzhi-municipal-output-2023-2")["note"] == "revises changzhi-municipal-output-2023"


def test_a_conflict_is_told_apart_from_a_revision(desk):
    """Nothing of a later time in the article: it does not report anew, it disagrees."""
    said = desk.figure("239.90亿元", "23990000000", **OUTPUT_2023, note="made up").accept()
    assert ": conflict: changzhi-municipal-output-2023 " in said[0]
    name = "changzhi-municipal-output-2025-no1"
    assert desk.row(name)["note"] == "made up; differs from changzhi-municipal-output-2023"


def test_prints_that_round_otherwise_are_two_rows_that_agree(desk):
    said = desk.figure("239亿元", "23900000000", **OUTPUT_2023).accept()
    assert said[0] == "data/: 1 row added, 1 document catalogued"


def test_a_jump_by_an_order_of_magnitude_is_refused_until_somebody_has_looked(desk):
    words = desk.figure("2600.00亿元", "260000000000").say_refusal()
    assert "2600.00亿元' for 2025, where changzhi-municipal-output-2023 has '238.65亿元' for 2023" in words
    assert "10.9 times as much" in words
    assert "correct the row, or write `checked: why it is right` in its note" in words


def test_a_jump_that_somebody_has_looked_at_is_accepted(desk):
    note = "checked: the yearbook has the same"
    said = desk.figure("2600.00亿元", "260000000000", note=note, observation_id="jump").accept()
    assert said[0].startswith("data/: 1 row added")
    assert desk.row("jump")["note"] == note


def test_a_slip_of_the_unit_is_named(desk):
    assert "; 万 for 亿? correct the row" in desk.figure("260.00万元", "2600000").say_refusal()


def test_towns_come_in_with_their_document(desk):
    desk.figure(
        "12.0亿元", "1200000000", area="140200", town="yunzhou-maohua", observation_id="yunzhou-output-2025"
    )
    said = desk.town().accept()
    assert "data/: 1 row added, 1 town added, 1 document catalogued" in said
    names = [row[0] for row in desk.data.rows("towns.csv")[1:]]
    assert names == sorted(names)
    assert desk.row("yunzhou-output-2025")["town"] == "yunzhou-maohua"


def test_a_town_that_was_proposed_and_not_accepted_is_not_known(desk):
    desk.figure("12.0亿元", "1200000000", area="140200", town="yunzhou-maohua").town().propose()
    path = desk.folder / "towns.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",accept", ",reject"), encoding="utf-8")
    with pytest.raises(DataError, match="'yunzhou-maohua' in column 'town'"):
        accept_proposals(desk.folder, folder=desk.data.folder)


def test_a_further_name_goes_to_the_town_that_it_names(desk):
    alias = {"town": "luzhou-led", "zh": "潞州LED制造", "aliases": "潞州光电", "tier": "municipal"}
    said = desk.town(**alias, area="140400", county="140403").accept()
    assert "data/: 1 name added to a town" in said
    [row] = [row for row in desk.data.rows("towns.csv") if row[0] == "luzhou-led"]
    assert row[3] == "经开区LED制造; 潞州光电"


def test_data_with_faults_take_nothing_in(desk):
    line = desk.data.set("observations.csv", "changzhi-municipal-output-2023", unit="USD")
    [fault] = desk.figure().refuse()
    assert (fault.file, fault.line) == ("data/observations.csv", line)


def test_a_correction_is_not_written_into_the_rows(desk):
    desk.data.write(
        "corrections.yml",
        "- observation: changzhi-municipal-output-2023\n  column: value\n  expected: 23865000000\n"
        "  corrected: 23856000000\n  reason: two digits exchanged\n",
    )
    desk.figure().accept()
    assert desk.row("changzhi-municipal-output-2023")["value"] == "23865000000"
