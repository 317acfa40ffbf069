"""Capture and play-out at a site: the satellite's side, and the main room's own camera and microphone."""
