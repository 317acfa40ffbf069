"""What the session's log says, line by line, and its readable record."""
