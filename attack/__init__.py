"""Attacks on a site of our own: `python -m attack`, each bounded, on this machine only."""
