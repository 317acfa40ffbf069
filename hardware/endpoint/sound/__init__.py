"""A site's sound: captured, gated, played, tested."""
