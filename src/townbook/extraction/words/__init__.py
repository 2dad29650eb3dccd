"""The words that the extractor knows, and sentences: what is looked up in a text."""
