"""One module a command; its click command has the module's name."""
