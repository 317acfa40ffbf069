"""The words of help, first set-up and practice."""
