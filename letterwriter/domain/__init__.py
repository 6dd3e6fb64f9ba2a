"""Plain Python on postcodes, Parliament and letters: no I/O, no framework, today given."""
