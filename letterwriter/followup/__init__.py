"""What comes after a letter: when to write again, and what helps to remember it."""
