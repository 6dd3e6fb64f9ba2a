"""PDFs that are there already: put together, read, and checked for what paper needs."""
