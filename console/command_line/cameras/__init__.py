"""`cameras`: a site's cameras found, tried out, listed and written down, and their presets carried as files."""
