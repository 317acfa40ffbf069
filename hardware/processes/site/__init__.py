"""A site's process: its room, its way to the bridge, the wire to its window."""
