"""`townbook review` on a terminal of its own, interrupted, killed and run twice at once."""

import errno
import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from townbook.commands import messages
from townbook.dataset.proposals import read_proposals

_PATIENCE = 60


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


def test_a_review_that_is_killed_lost_nothing(start, decisions):
    terminal = start()
    terminal.expect("q quit")
    terminal.type("a")
    terminal.expect("accepted 1")
    terminal.send(signal.SIGKILL)
    terminal.end()
    assert decisions() == ["accept", "", ""]


def test_two_reviews_at_once_do_not_overwrite_each_other(start, review, decisions):
    terminal = start()
    terminal.expect("q quit")
    review("r")
    terminal.type("a")
    assert terminal.end() == messages.WRONG_INPUT
    assert "changed during the review" in terminal.shown
    assert decisions() == ["reject", "", ""]
