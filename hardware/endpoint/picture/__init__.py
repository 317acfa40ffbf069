"""A site's pictures: captured, encoded, shown."""
