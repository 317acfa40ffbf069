"""The words of the office window and its pages."""
