"""When a figure is of."""
