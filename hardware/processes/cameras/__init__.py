"""Setting up a site's cameras: found, asked what they are, tried out, written down."""
