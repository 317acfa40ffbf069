"""What the running session knows of its registered meeting, and the script's cues."""
