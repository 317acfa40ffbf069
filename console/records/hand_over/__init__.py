"""The hand-over package: one session as a BagIt folder or one ZIP file, signed by the console that made it.

Rule: a stranger can check it with SHA-256, Ed25519 and JSON alone, and this program accepts nothing that such a
stranger would not. What comes in is hostile until proven otherwise: every size, count and name has a bound.
"""
