"""What the program keeps of its own troubles: its log, reports of crashes, and what support is given of both."""
