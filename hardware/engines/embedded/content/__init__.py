"""Content: a process that plays a film, or looks at a screen, into the mixing worker, as if a site sent it."""
