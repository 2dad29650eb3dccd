"""Rules that rows have to keep, one module per subject; each is told apart in a fault of its own."""
