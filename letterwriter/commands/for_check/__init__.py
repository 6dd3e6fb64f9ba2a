"""What ``letterwriter check`` prints where an option asks for it."""
