"""Cameras that can move: one port, and a driver for each kind behind it."""
