"""The progress of long work: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import Never, TextIO

from tqdm import tqdm


class Progress:
    """Counts finished steps on a stream; a context that clears the bar when it ends."""

    def __init__(self, stream: TextIO, *, total: int) -> None:
        self._stream = stream
        self._total = total
        self._done = 0
        self._bar: tqdm[Never] | None = None
        if stream.isatty():
            form = "{n_fmt}/{total_fmt} |{bar:24}| {elapsed} {desc}"
            self._bar = tqdm(total=total, file=stream, leave=False, bar_format=form, dynamic_ncols=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def finish(self, step: str) -> None:
        """Say that one more step is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.update()
            self._bar.set_description_str(step)
            return
        self._stream.write(f"[{self._done}/{self._total}] {step}\n")
        self._stream.flush()
