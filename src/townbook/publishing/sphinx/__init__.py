"""What the book's pages can say beyond plain MyST: roles, cases, exhibits, listings."""
