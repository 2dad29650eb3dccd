"""The manifest of a published edition: what it holds and what made it, each with its hash."""
