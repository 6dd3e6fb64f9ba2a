"""Sees that our JavaScript and CSS are such as old iPads know: iOS 12.5 has Safari 12.1."""
