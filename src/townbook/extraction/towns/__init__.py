"""Towns: the places, names, trades and tiers that a document tells."""
