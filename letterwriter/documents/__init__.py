"""A letter as text, PDF, Word document or mail link, and how many documents are made at once."""
