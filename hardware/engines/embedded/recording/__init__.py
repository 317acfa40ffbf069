"""Recording of the program: one process for each part, fed with what the meeting is sent, far from the meeting."""
