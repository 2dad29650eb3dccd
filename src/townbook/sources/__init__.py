"""The documents: their catalogue, and the way from a locator back to the printed figure."""
