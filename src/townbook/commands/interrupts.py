"""Ctrl-C in a dialogue: taken while it waits for the hand, and kept until then while it works."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType


class Interrupts:
    """Keeps Ctrl-C, while it is entered, until `taken`.

    An interrupt that falls into the middle of work would leave it half done, or be lost where nothing can be
    raised: while Python tidies up.
    """

    def __init__(self) -> None:
        self._kept = self._raises = False

    def __enter__(self) -> Interrupts:
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Raise KeyboardInterrupt at once, for what was kept and for what comes while it is entered."""
        self._raises = True
        try:
            if self._kept:
                raise KeyboardInterrupt
            yield
        finally:
            self._raises = False

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._kept = True
        if self._raises:
            raise KeyboardInterrupt
