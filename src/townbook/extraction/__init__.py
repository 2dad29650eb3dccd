"""From the text of a document to proposed observations: what is printed, when, of whom, of what."""
