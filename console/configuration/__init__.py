"""What configuration is, when it stays as it is, and what is kept of every change of it."""
