"""The demo: a province on one machine and its scripted meeting."""
