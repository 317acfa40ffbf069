"""Help inside the program and the first start."""
