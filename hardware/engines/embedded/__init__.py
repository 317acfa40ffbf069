"""The embedded conference engine: a driver in the bridge process and media workers, each a process of its own."""
