"""What the windows' process does beside its loop: register, office, headphones, pictures."""
