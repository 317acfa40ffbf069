"""Cameras and their presets, as the core asks for them and is told."""
