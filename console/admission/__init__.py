"""Who may be in the meeting: the lock, the lobby, sites that were let in by hand, credentials that were ended."""
