"""The command line: what can be typed after `main.py`, and the actions that need no hardware.

Rule: tables and thin actions only. What starts processes or opens links is handed in by `main.py` as `Actions`.
"""
