"""The commands `meeting` and `script`: registrations with their steps, and the cues of a meeting."""
