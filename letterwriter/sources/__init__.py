"""Read the world (tables, campaign files) and return domain objects."""
