"""What the columns of a list hold: headings by their words, and the cells under them as rows."""
