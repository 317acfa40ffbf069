"""The directory, who is connected, and what the bridge and a site's program say to each other."""
