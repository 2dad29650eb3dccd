"""The catalogue of exhibits, in the order of the book."""

from __future__ import annotations

from townbook.figures.exhibits import Catalogue

CATALOGUE: Catalogue = {}
