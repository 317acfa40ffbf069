"""The words of the command line: what it prints, its help, its refusals."""
