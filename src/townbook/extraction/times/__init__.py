"""Times: dates, spans and horizons that a text speaks of, and when it was published."""
