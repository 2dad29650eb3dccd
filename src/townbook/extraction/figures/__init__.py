"""Figures: numbers with their measures and what limits or turns them."""
