"""Incidents, whom they were told, what was done instead."""
