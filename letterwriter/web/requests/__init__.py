"""What comes with a request: whole or refused, and only from our own pages."""
