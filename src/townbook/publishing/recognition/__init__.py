"""Recognition: what a picture found elsewhere was when it was published."""
