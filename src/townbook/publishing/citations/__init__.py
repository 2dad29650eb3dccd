"""Citations of the report, its exhibits, numbers and data, and of the documents that it rests on."""

STYLES = ("gbt7714", "gbt7714-2015", "apa", "bibtex", "ris", "csl-json")
