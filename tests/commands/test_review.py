"""`townbook review` as a user runs it: keys from a pipe and from a terminal, and what is kept."""

import errno
import hashlib
import io
import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from townbook import cli
from townbook.commands import messages
from townbook.dataset.proposals import PROPOSAL_COLUMNS, read_proposals, write_proposals
from townbook.dataset.review import keeping
from townbook.dataset.rules.catalogue import SOURCE_KEYS

PRINTED = "10.68亿元"
TEXT = f"望海专业镇\n2031年,全市市级专业镇实现产值{PRINTED}。\n"
_PATIENCE = 60


def _propose(name, confidence):
    start = TEXT.index(PRINTED)
    return dict.fromkeys(PROPOSAL_COLUMNS, "") | {
        "observation_id": name,
        "area": "140300",
        "tier": "municipal",
        "indicator": "output",
        "kind": "level",
        "period": "2031",
        "value": "1068000000",
        "unit": "CNY",
        "qualifier": "exact",
        "printed": PRINTED,
        "source": "wanghai",
        "line": "2",
        "char_start": str(start),
        "char_end": str(start + len(PRINTED)),
        "method": "extracted",
        "status": "A",
        "confidence": confidence,
        "basis": "value=stated",
    }


@pytest.fixture
def project(tmp_path, root, monkeypatch):
    """A project with the real data, and proposals in it: one, two and three, from unsure to sure."""
    (tmp_path / "_config.yml").write_text("title: T", encoding="utf-8")
    (tmp_path / "data").symlink_to(root / "data")
    rows = [_propose("one", "0.30"), _propose("two", "0.60"), _propose("three", "0.90")]
    source = dict.fromkeys(SOURCE_KEYS, "") | {"id": "wanghai", "published": "2032", "file": "wanghai.txt"}
    source["sha256"], source["encoding"] = hashlib.sha256(TEXT.encode()).hexdigest(), "utf-8"
    write_proposals(tmp_path / "found", observations=rows, sources=[source])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def review(project, monkeypatch, capsys):
    """A function that gives keys through a pipe and returns status, stdout and stderr."""

    def review(keys, *more, file="found/proposals.csv"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        status = cli.main(["review", file, *more])
        return (status, *capsys.readouterr())

    return review


def _decisions(project):
    return read_proposals(project / "found").observations.column("decision")


def test_keys_from_a_pipe_decide_and_are_kept(project, review):
    status, out, err = review("a\nr\nq\n")
    assert status == messages.FINE
    assert _decisions(project) == ["accept", "reject", ""]
    counts = "1 accepted, 1 rejected, 1 left"
    assert err == f"found/proposals.csv: {counts}; next: townbook review found/proposals.csv\n"
    assert "\x1b" not in out


def test_a_review_goes_on_where_it_stopped_and_ends_with_what_is_next(project, review):
    review("a")
    _, out, err = review("ar")
    assert "2 of 3: figure, confidence 0.60, not decided" in out
    assert _decisions(project) == ["accept", "accept", "reject"]
    assert err.endswith("next: townbook accept found/proposals.csv\n")


def test_answers_follow_their_keys_on_the_line_or_below(project, review):
    review("etier\n-\ne\nperiod\n2031-H1\nA0.9\ny\n")
    rows = read_proposals(project / "found").observations.rows
    assert [row["decision"] for row in rows] == ["", "", "accept"]
    assert (rows[0]["tier"], rows[0]["period"]) == ("", "2031-H1")
    assert rows[0]["basis"] == "value=stated; edited: tier, period"


def test_undo_is_kept_too(project, review):
    review("aau")
    assert _decisions(project) == ["accept", "", ""]


def test_looking_alone_changes_no_file(project, review):
    before = (project / "found" / "proposals.csv").read_bytes()
    assert review("npsu?q")[0] == messages.FINE
    assert (project / "found" / "proposals.csv").read_bytes() == before


def test_the_document_is_found_where_it_is_said_to_be(project, review):
    assert "'wanghai.txt' is not at hand; --sources DIR" in review("q")[1]
    (project / "elsewhere").mkdir()
    (project / "elsewhere" / "wanghai.txt").write_text(TEXT, encoding="utf-8", newline="")
    out = review("q", "--sources", "elsewhere")[1]
    assert f"> 2031年,全市市级专业镇实现产值{PRINTED}。" in out


@pytest.mark.parametrize("more", [(), ("--html",)])
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("nowhere.csv", "nowhere.csv:1: found no such file"),
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


def test_the_page_is_written_beside_the_proposals_or_where_it_is_asked_for(project, review):
    status, out, err = review("", "--html")
    assert (status, out, err) == (messages.FINE, "found/review.html\n", "")
    assert (project / "found" / "review.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert review("", "--html", "elsewhere.htm")[1] == "elsewhere.htm\n"
    assert _decisions(project) == ["", "", ""]


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


class _Terminal:
    """The command on a terminal of its own."""

    def __init__(self, folder, **environment):
        self._own, other = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "townbook", "review", "found/proposals.csv"],
            cwd=folder,
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "LINES": "40", **environment},
        )
        os.close(other)
        self.shown = ""

    def expect(self, words):
        """Read until some words are shown that were not shown before."""
        begin, until = len(self.shown), time.monotonic() + _PATIENCE
        while words not in self.shown[begin:]:
            if time.monotonic() > until or not self._read():
                raise AssertionError(f"{words!r} was not shown, but {self.shown[begin:]!r}")

    def type(self, keys):
        os.write(self._own, keys.encode())

    def send(self, number):
        self._process.send_signal(number)

    def end(self):
        while self._read():
            pass
        os.close(self._own)
        return self._process.wait(_PATIENCE)

    def give_up(self):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(_PATIENCE)

    def _read(self):
        if not select.select([self._own], [], [], _PATIENCE)[0]:
            return False
        try:
            content = os.read(self._own, 65_536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.shown += content.decode(errors="replace")
        return bool(content)


@pytest.fixture
def start(project):
    """A function that starts a review on a terminal; what a failed test leaves running is ended."""
    started = []

    def start(**environment):
        started.append(_Terminal(project, **environment))
        return started[-1]

    yield start
    for terminal in started:
        terminal.give_up()


def test_on_a_terminal_a_key_needs_no_line_end_and_ctrl_c_ends_with_a_line(project, start):
    terminal = start()
    terminal.expect("q quit")
    assert "\x1b[2J" in terminal.shown
    terminal.type("a")
    terminal.expect("accepted 1, rejected 0")
    terminal.type("\x1b[A")  # the arrow up is the one before, not the key A
    terminal.expect("1 of 3")
    terminal.type("e")
    terminal.expect("field, by number or name")
    terminal.type("kind\n")
    terminal.expect("kind [level]")
    terminal.type("tar\t\n")
    terminal.expect("kind: level → target")
    terminal.send(signal.SIGINT)
    assert terminal.end() == messages.STOPPED
    assert "1 accepted, 0 rejected, 2 left" in terminal.shown
    assert "Traceback" not in terminal.shown
    row = read_proposals(project / "found").observations.rows[0]
    assert (row["decision"], row["kind"]) == ("accept", "target")


@pytest.mark.parametrize("key", ["q", "\x04"])
def test_without_colours_a_terminal_gets_none(project, start, key):
    terminal = start(NO_COLOR="1")
    terminal.expect("q quit")
    terminal.type(key)
    assert terminal.end() == messages.FINE
    assert "\x1b[1" not in terminal.shown.replace("\x1b[2J\x1b[3J\x1b[H", "")


def test_a_review_that_is_killed_lost_nothing(project, start):
    terminal = start()
    terminal.expect("q quit")
    terminal.type("a")
    terminal.expect("accepted 1")
    terminal.send(signal.SIGKILL)
    terminal.end()
    assert _decisions(project) == ["accept", "", ""]


def test_two_reviews_at_once_do_not_overwrite_each_other(project, start, review):
    terminal = start()
    terminal.expect("q quit")
    review("r")
    terminal.type("a")
    assert terminal.end() == messages.WRONG_INPUT
    assert "changed during the review" in terminal.shown
    assert _decisions(project) == ["reject", "", ""]
