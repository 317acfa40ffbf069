"""Cameras at this machine that turn by the system's own camera controls."""
