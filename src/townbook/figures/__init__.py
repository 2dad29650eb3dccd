"""The house style and one module per exhibit; draws from tables, touches no disk."""
