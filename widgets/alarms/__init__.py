"""What is wrong, who has taken it, and how it calls for attention."""
