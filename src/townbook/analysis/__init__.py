"""One module per question; returns findings and tables, draws nothing and touches no disk."""
