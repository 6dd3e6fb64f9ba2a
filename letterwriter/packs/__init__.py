"""Packs for a stall: areas, letters to sign, sorting sheets, postcards, posters."""
