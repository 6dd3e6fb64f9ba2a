"""What people type for a postcode, read."""
