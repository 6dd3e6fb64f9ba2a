"""Files read and written whole, with faults named, and the words in them."""
