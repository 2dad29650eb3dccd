"""Evidence: for each number of the book a card and a page that lead back to what is printed."""
