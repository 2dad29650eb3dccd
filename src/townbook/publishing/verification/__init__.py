"""A published edition built anew, elsewhere, and what is the same."""
