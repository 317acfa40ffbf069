"""The camera bench: drivers against simulated cameras through a bad network, and the whole way from key to head."""
