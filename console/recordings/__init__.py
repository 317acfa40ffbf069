"""Recordings and pictures of the program: wished, watched while they grow, written down when they have ended."""
