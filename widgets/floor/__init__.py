"""Who asked to speak, in which order, and who is next."""
