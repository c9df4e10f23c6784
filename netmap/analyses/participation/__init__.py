"""Who takes part: sectors and finer groups by level, and the balance of each body."""
