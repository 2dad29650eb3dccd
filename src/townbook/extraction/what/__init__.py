"""What a figure is: its indicator, kind and unit."""
