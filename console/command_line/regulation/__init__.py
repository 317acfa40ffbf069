"""`profile` and `duties`: the province's rules in force, and what the program does about each of their duties."""
