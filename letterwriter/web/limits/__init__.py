"""How much a visitor may ask for, and who counts as one."""
