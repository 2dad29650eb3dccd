"""The review between extracting and accepting: one proposal after another, on a terminal or on a page."""
