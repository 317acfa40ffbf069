"""What other screens show: the program, the chair's view, and which screen shows which."""
