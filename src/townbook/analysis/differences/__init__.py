"""What two editions differ in, and why: documents, printed figures, towns, findings."""
