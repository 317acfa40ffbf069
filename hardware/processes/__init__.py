"""Puts each process together from its parts: bridge, media worker, keeper, satellite, demo province.

Rule: composition only. Nothing is decided here; drivers that must not know each other are introduced here.
"""
