"""Changing the configuration from the command line, and what is kept of it."""
