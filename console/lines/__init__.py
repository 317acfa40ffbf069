"""How the lines are and were: samples, quality, the history of a meeting."""
