"""Parliament's own service: asked, read, checked against what is known."""
