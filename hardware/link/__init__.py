"""Both ends of the window-to-bridge link, and the shared-memory pictures and levels beside it."""
