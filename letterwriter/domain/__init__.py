"""Plain Python about postcodes, Parliament and letters. No I/O, no framework; today is an argument."""
