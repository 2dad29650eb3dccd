"""The test of whether rows and columns of a table of counts are independent, by simulation."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln
from scipy.stats import random_table
from statsmodels.stats.proportion import proportion_confint

from townbook.vocabulary.intervals import Interval

DRAWS = 9999
_SEED = 20250331

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Simulation:
    """The p-values of tables of counts; tables with the same margins are held against the same draws."""

    drawn: dict[tuple[tuple[int, ...], tuple[int, ...]], npt.NDArray[np.float64]] = field(
        default_factory=dict
    )

    def estimate(self, table: Counts) -> tuple[float, Interval]:
        """Return the p-value of the Fisher–Freeman–Halton test of rows by columns, and its interval.

        Of 9 999 tables with the same margins, drawn at random with a fixed seed, k are no likelier than the
        one observed; p is (k + 1) / (9 999 + 1) (Phipson and Smyth, 2010), the interval Wilson's for 95 per
        cent of k / 9 999, widened to hold p. Empty rows and columns are left out. A table is the less likely
        the larger the sum of the logarithms of the factorials of its cells.

        Raises
        ------
        ValueError
            If fewer than two rows or columns hold a count.
        """
        kept = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
        if min(kept.shape) < 2:
            raise ValueError("a test of independence needs two rows and two columns")
        margins = (tuple(map(int, kept.sum(axis=1))), tuple(map(int, kept.sum(axis=0))))
        log_factorials = gammaln(np.arange(int(kept.sum()) + 1) + 1.0)
        if margins not in self.drawn:
            law = random_table(*map(list, margins), seed=np.random.default_rng(_SEED))
            self.drawn[margins] = log_factorials[law.rvs(DRAWS).astype(np.int64)].sum(axis=(1, 2))
        unlikely = int((self.drawn[margins] >= log_factorials[kept].sum() - 1e-9).sum())
        p = (unlikely + 1) / (DRAWS + 1)
        low, high = proportion_confint(unlikely, DRAWS, method="wilson")
        return p, Interval(min(float(low), p), max(float(high), p))
