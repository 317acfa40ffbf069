"""The words of the operator's console and of the second screens."""
