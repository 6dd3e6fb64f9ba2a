"""What constituencies and people are called: folding, searching, everyday names, proper names."""
