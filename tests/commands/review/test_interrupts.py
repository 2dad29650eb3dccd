"""Ctrl-C in a dialogue is kept while it works and taken while it waits."""

import signal

import pytest

from townbook.commands.interrupts import Interrupts


def interrupt():
    signal.raise_signal(signal.SIGINT)


def test_an_interrupt_during_work_is_taken_at_the_next_wait():
    done = []
    with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts:
        interrupt()
        done.append("worked")
        with interrupts.taken():
            done.append("waited")
    assert done == ["worked"]


def test_an_interrupt_during_a_wait_ends_it():
    done = []
    with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts:
        with interrupts.taken():
            done.append("waited")
        with interrupts.taken():
            interrupt()
            done.append("waited on")
    assert done == ["waited"]


def test_afterwards_an_interrupt_is_what_it_was_before():
    before = signal.getsignal(signal.SIGINT)
    with Interrupts() as interrupts, interrupts.taken():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) is before
