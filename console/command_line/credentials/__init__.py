"""`credentials`: who may join with what until when; ended at once; what was done about it."""
