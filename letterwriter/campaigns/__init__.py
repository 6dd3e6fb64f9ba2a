"""A campaign: its facts, questions and words, from TOML files, and when they are to be reviewed."""
