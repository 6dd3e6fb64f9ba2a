"""The forms of the site, and what they mean to the rest."""
