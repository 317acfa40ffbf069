"""Reads the pictures of presets for a window, beside its loop.

Rule: a name is a file in one folder and nothing else; what cannot be read is answered with None, so that nobody waits.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

LARGEST_PICTURE = 1_000_000
MOST_WAITING = 64
"""Names that may wait at a time; more are answered with None at once."""


class PresetPictureReader:
    """The pictures in one folder; lives on the running loop."""

    def __init__(self, folder: Path, show: Callable[[str, bytes | None], None]) -> None:
        self._folder, self._show = folder, show
        self._reading: set[asyncio.Task[None]] = set()

    def want(self, name: str) -> None:
        """Shows a picture as soon as it is read; None where there is none."""
        if Path(name).name != name or len(self._reading) >= MOST_WAITING:
            self._show(name, None)
            return
        task = asyncio.get_running_loop().create_task(self._read(name), name=f"reading {name}")
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def end(self) -> None:
        """Ends what is still being read."""
        for task in tuple(self._reading):
            task.cancel()
        await asyncio.gather(*self._reading, return_exceptions=True)

    async def _read(self, name: str) -> None:
        self._show(name, await asyncio.to_thread(_octets, self._folder / name))


def _octets(path: Path) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST_PICTURE:
            return None
        return path.read_bytes()
    except OSError:
        return None
