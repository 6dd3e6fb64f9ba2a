"""The ONS Postcode Directory: its headings, files and rows, and a report of what was read."""
