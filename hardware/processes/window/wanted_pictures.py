"""Pictures of a window for a script: whoever wants `NAME.png` puts an empty file `NAME.want` into a folder.

Rule: the wish is taken away when its picture is there, so that whoever waits looks for one file only. No Qt: how a
picture is taken is handed in.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

LOOK_SECONDS = 0.1


async def take_wanted_pictures(folder: Path, take: Callable[[Path], object]) -> None:
    """Looks for wishes until it is cancelled; `take` writes a picture to the path it is given."""
    while True:
        grant_wishes(folder, take)
        await asyncio.sleep(LOOK_SECONDS)


def grant_wishes(folder: Path, take: Callable[[Path], object]) -> None:
    """Takes the pictures that are wanted now."""
    for wish in folder.glob("*.want"):
        take(wish.with_suffix(".png"))
        wish.unlink(missing_ok=True)
