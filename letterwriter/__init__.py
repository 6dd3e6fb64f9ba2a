"""Letterwriter: from a postcode to a letter to your MP, in your own words."""

__version__ = "0.1.0"
