"""What a cell of a list may hold besides what was asked for, and what then becomes of it."""
