"""What the site answers, by what a visitor does."""
