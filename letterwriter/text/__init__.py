"""Words: cleaned once, folded for comparison, kept safe in cells and addresses."""
