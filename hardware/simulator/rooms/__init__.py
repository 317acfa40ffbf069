"""Drawn rooms: what a simulated site's camera sees."""
