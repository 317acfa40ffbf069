"""Cameras without a lens behind real ports."""
