"""The operator's headphones and the gain of each site."""
