"""The bytes of a file to tables of texts, with a note for whatever was left out or put right."""
