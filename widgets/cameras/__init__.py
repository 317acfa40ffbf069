"""Driving cameras and their presets, with what the camera said to it."""
