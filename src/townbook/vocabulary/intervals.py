"""Closed intervals of values, and the arithmetic that derived numbers need."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """All values from `low` to `high`, both included; either may be infinite.

    Arithmetic is interval arithmetic (Moore, 1966): the result holds every value that the operands allow.
    It treats the operands as independent, so an operand that occurs twice widens the result.

    Raises
    ------
    ValueError
        If `low` is above `high` or either is not a number.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", float(self.low))  # NumPy scalars would print their type
        object.__setattr__(self, "high", float(self.high))
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"no interval runs from {self.low} to {self.high}")

    @property
    def width(self) -> float:
        """Distance between the ends."""
        return self.high - self.low

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            raise ValueError("an interval that holds zero cannot divide")
        ends = [_over(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __pow__(self, exponent: float) -> Interval:
        if self.low < 0 or (self.low == 0 and exponent < 0):
            raise ValueError("powers are defined for intervals of values that are not negative")
        ends = (self.low**exponent, self.high**exponent)
        return Interval(min(ends), max(ends))

    def holds(self, value: float) -> bool:
        """Tell whether `value` lies in the interval, up to rounding of floating point."""
        slack = 0.0 if math.isinf(value) else 1e-9 * max(1.0, abs(value))
        return self.low - slack <= value <= self.high + slack

    def side_of(self, value: float) -> str:
        """Say where the whole interval lies: `above` (or at), `below` or `both` sides of `value`."""
        slack = 1e-12 * max(1.0, abs(value))
        if self.low >= value - slack:
            return "above"
        return "below" if self.high < value - slack else "both"


def point(value: float) -> Interval:
    """Return the interval that holds one value."""
    return Interval(value, value)


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


def _over(a: float, b: float) -> float:
    return 0.0 if math.isinf(b) else a / b
