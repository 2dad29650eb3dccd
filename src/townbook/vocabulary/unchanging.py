"""Things that never change and of which a document makes thousands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def unchanging(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots; that it is frozen `mypy` checks, and not each run.

    Python sets each field of one that is frozen while it runs by a call, and takes four times as long.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
