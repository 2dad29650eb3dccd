"""Taking reviewed proposals into `data/`: what is checked against what is known, and what then changes."""
