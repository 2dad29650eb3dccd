"""The only door to `data/`: tables, checks, corrections and editions."""
