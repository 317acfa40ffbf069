"""Pages of what a session leaves behind: its forms, corrected and confirmed by hand, and the statistics of a period."""
