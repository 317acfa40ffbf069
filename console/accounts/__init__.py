"""Operators' accounts: who may log in at the console, what each role may do, and for how long a delegation holds.

Rule: pure values and what follows from them; hashes and the store stand in `console.log_book`.
"""
