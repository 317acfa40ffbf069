"""`check`: the technical check measured, listed, ticked and reported from the command line."""
