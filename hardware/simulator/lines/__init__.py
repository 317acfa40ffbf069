"""Bad lines in user space."""
