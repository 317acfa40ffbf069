"""What a province's regulation asks of the program, as data."""
