"""What touches the world: drivers without Qt."""
