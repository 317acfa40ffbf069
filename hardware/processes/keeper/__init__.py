"""What starts bridge and window, restarts them, and tells why it cannot."""
