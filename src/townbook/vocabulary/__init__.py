"""The smallest things: intervals, printed figures, periods, codelists, number formats."""
