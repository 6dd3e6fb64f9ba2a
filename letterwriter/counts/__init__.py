"""How many letters were made: a number a day, constituency, door and campaign, and nothing else."""
