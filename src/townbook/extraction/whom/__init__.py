"""Whom a figure is of."""
