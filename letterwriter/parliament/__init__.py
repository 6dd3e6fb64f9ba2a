"""Who sits for which constituency, what office they hold, and whom a letter is addressed to."""
