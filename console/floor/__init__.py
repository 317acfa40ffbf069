"""The speaking queue and the running speech."""
