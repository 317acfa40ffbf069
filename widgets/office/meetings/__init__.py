"""The page of meetings: registration, sites, steps with their clocks, notices, script."""
