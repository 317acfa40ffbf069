"""Pages of registers that know more than their columns: what is due, in which order, what is printed."""
