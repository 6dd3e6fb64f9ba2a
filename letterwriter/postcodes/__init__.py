"""From what a person typed to a postcode, and from a postcode to a constituency."""
