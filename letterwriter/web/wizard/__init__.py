"""The wizard by the server: one question a page, for browsers without JavaScript."""
