"""Benchmarks: `python -m bench`, each a ratio measured in one run on one machine."""
