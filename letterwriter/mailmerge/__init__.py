"""Lists of people: sheets, headings and rows, batches of letters and their PDF."""
