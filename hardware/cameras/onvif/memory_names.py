"""What a camera is told as a preset's name: ASCII only, whatever people call it; pure.

Rule: `[A-Za-z0-9_-]{1,32}` and nothing else ever goes to a camera. Of two servers that were tried with "Chủ tọa" one
refused it, and the other took it and could then list none of its presets to anybody.
"""

import re
from collections.abc import Iterable

LONGEST_NAME = 32
ALLOWED = re.compile(r"[A-Za-z0-9_-]{1,32}\Z")
_OURS = re.compile(r"dc(\d{2,3})-")


def memory_name(slot: int, slug: str) -> str:
    """Returns the camera's name of a memory: our number first, so that two presets never have the same name."""
    bare = re.sub(r"[^A-Za-z0-9_-]+", "-", slug)
    name = f"dc{slot:02d}-{bare}"[:LONGEST_NAME]
    if not ALLOWED.match(name):
        raise ValueError(f"not a name for a camera: {name!r}")
    return name


def token_of_slot(slot: int, presets: Iterable[tuple[str, str]]) -> str | None:
    """Returns the token of the memory that we gave this number, of a camera's (token, name) pairs."""
    for token, name in presets:
        ours = _OURS.match(name)
        if ours is not None and int(ours[1]) == slot:
            return token
    return None
