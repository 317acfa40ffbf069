"""Reading the log, finding in it, and adding notes, marks and incidents."""
