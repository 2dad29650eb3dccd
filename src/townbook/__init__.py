"""Shanxi's Specialized Towns: a reproducible policy report."""

__version__ = "0.1.0"
