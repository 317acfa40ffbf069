"""How much room recordings have: asked on a thread, told when it has changed noticeably."""

import asyncio
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from console.engine_base import Report
from console.recordings.recorder_port import DiskSeen

LOOK_SECONDS = 10.0
STEP_BYTES = 50_000_000


class DiskWatch:
    """The folder's disk; `tell` is called on the loop."""

    def __init__(self, folder: Path, tell: Callable[[Report], None]) -> None:
        self._folder, self._tell = folder, tell
        self._due = 0.0
        self._told: int | None = None
        self._looking: asyncio.Future[int | None] | None = None

    def look(self) -> None:
        """Asks every `LOOK_SECONDS`; a disk that hangs is asked once and not waited for."""
        if self._looking is not None and self._looking.done():
            self._take(self._looking.result())
            self._looking = None
        if self._looking is None and time.monotonic() >= self._due:
            self._due = time.monotonic() + LOOK_SECONDS
            self._looking = asyncio.get_running_loop().run_in_executor(None, free_bytes, self._folder)

    def _take(self, free: int | None) -> None:
        if free is not None and (self._told is None or abs(free - self._told) >= STEP_BYTES):
            self._told = free
            self._tell(DiskSeen(at_ms=time.monotonic_ns() // 1_000_000, free_bytes=free))


def free_bytes(folder: Path) -> int | None:
    """Returns what a folder's disk has left, of the nearest folder that is there; None where it does not say."""
    place = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return None
