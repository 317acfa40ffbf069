"""Sites and invitations while no meeting depends on it."""
