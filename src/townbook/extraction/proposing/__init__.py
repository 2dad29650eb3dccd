"""Proposals: statements as rows of the dataset, with how surely they were read."""
