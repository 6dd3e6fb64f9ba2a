"""The offline bundle as the site publishes it."""
