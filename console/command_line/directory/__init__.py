"""`directory`: the office's lists brought in, handed out and printed; what changed, and one step back."""
