"""`townbook review` as a user runs it: keys from a pipe, and what is kept."""

import errno

import pytest

from townbook import cli
from townbook.commands import messages
from townbook.dataset.proposals import PROPOSAL_COLUMNS, read_proposals
from townbook.dataset.review import keeping


def test_keys_from_a_pipe_decide_and_are_kept(review, decisions):
    status, out, err = review("a\nr\nq\n")
    assert status == messages.FINE
    assert decisions() == ["accept", "reject", ""]
    counts = "1 accepted, 1 rejected, 1 left"
    assert err == f"found/proposals.csv: {counts}; next: townbook review found/proposals.csv\n"
    assert "\x1b" not in out


def test_a_review_goes_on_where_it_stopped_and_ends_with_what_is_next(review, decisions):
    review("a")
    _, out, err = review("ar")
    assert "2 of 3: figure, confidence 0.60, not decided" in out
    assert decisions() == ["accept", "accept", "reject"]
    assert err.endswith("next: townbook accept found/proposals.csv\n")


def test_answers_follow_their_keys_on_the_line_or_below(project, review):
    review("etier\n-\ne\nperiod\n2031-H1\nA0.9\ny\n")
    rows = read_proposals(project / "found").observations.rows
    assert [row["decision"] for row in rows] == ["", "", "accept"]
    assert (rows[0]["tier"], rows[0]["period"]) == ("", "2031-H1")
    assert rows[0]["basis"] == "value=stated; edited: tier, period"


def test_undo_is_kept_too(review, decisions):
    review("aau")
    assert decisions() == ["accept", "", ""]


def test_looking_alone_changes_no_file(project, review):
    before = (project / "found" / "proposals.csv").read_bytes()
    assert review("npsu?q")[0] == messages.FINE
    assert (project / "found" / "proposals.csv").read_bytes() == before


def test_the_document_is_found_where_it_is_said_to_be(project, review, text):
    assert "'wanghai.txt' is not at hand; --sources DIR" in review("q")[1]
    (project / "elsewhere").mkdir()
    (project / "elsewhere" / "wanghai.txt").write_text(text, encoding="utf-8", newline="")
    out = review("q", "--sources", "elsewhere")[1]
    assert "> 2031年,全市市级专业镇实现产值10.68亿元。" in out


@pytest.mark.parametrize("more", [(), ("--html",)])
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("nowhere.csv", "nowhere.csv:1: found no such file, expected a file of that name; check the path"),
        ("data/observations.csv", "no column 'confidence'"),
        ("bytes.csv", "bytes that are not UTF-8"),
        ("data/codelists", "data/codelists/proposals.csv:1: found no such file"),
    ],
)
def test_a_file_of_something_else_is_told_in_lines(project, review, file, words, more):
    (project / "bytes.csv").write_bytes(bytes(range(256)))
    status, out, err = review("a", *more, file=file)
    assert (status, out) == (messages.WRONG_INPUT, "")
    assert words in err
    assert not list(project.rglob("*.html"))


def test_a_table_without_proposals_is_no_fault(project, review):
    path = project / "found" / "proposals.csv"
    path.write_text(",".join(PROPOSAL_COLUMNS) + "\n", encoding="utf-8")
    assert review("") == (messages.FINE, "", "found/proposals.csv: no proposals\n")


def test_a_file_that_cannot_be_written_is_told(project, review, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied", "found/proposals.csv")

    monkeypatch.setattr(keeping, "save_decisions", refuse)
    status, _, err = review("a")
    assert (status, err) == (messages.WRONG_INPUT, "townbook: found/proposals.csv: Permission denied\n")


def test_the_page_is_written_beside_the_proposals_or_where_it_is_asked_for(project, review, decisions):
    status, out, err = review("", "--html")
    assert (status, out, err) == (messages.FINE, "found/review.html\n", "")
    assert (project / "found" / "review.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert review("", "--html", "elsewhere.htm")[1] == "elsewhere.htm\n"
    assert decisions() == ["", "", ""]


@pytest.mark.parametrize("asked", ["found/proposals.csv", "found"])
def test_the_page_is_written_over_nothing_else(project, review, asked):
    before = (project / "found" / "proposals.csv").read_bytes()
    status, out, err = review("", "--html", asked)
    assert (status, out) == (messages.WRONG_USAGE, "")
    assert err == f"townbook: {asked}: the page's name has to end in .html\n"
    assert (project / "found" / "proposals.csv").read_bytes() == before


def test_a_folder_that_is_not_there_is_told(project, review):
    status, out, err = review("", "--html", "nowhere/review.html")
    assert (status, out) == (messages.WRONG_INPUT, "")
    assert "No such file or directory" in err


def test_outside_of_a_project_it_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["review", "proposals.csv"]) == messages.WRONG_USAGE
    assert "run townbook inside the project" in capsys.readouterr().err
