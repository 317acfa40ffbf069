"""`accounts`: operators' accounts and logging in, at the command line."""
