"""A part's file on the disk: what was written stays written, a second after it was handed over at the latest.

Rule: used by the writing thread alone, which may wait here as long as the disk does. Short writes are completed, and
`sync` makes the system give to the disk what it still holds, so that a power cut takes the last moments only.
"""

import os
from pathlib import Path

from hardware.engines.embedded.recording.part_times import SYNC_SECONDS

_MODE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class DiskFile:
    """The side of a file that PyAV writes to; raises `OSError` as the system does."""

    def __init__(self, path: Path) -> None:
        """Makes the file; one of the same name is never written over."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(path, _MODE, 0o600)
        self._synced_at = 0.0

    def write(self, octets: bytes) -> int:
        """Writes all of it at the present place."""
        left = memoryview(octets)
        while left:
            left = left[os.write(self._descriptor, left) :]
        return len(octets)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return os.lseek(self._descriptor, offset, whence)

    def tell(self) -> int:
        return os.lseek(self._descriptor, 0, os.SEEK_CUR)

    def sync(self, now: float) -> None:
        """Once in `SYNC_SECONDS`, waits until the disk has what was written."""
        if now - self._synced_at >= SYNC_SECONDS:
            self._synced_at = now
            os.fsync(self._descriptor)

    def close(self) -> None:
        """Waits for the disk and closes."""
        try:
            os.fsync(self._descriptor)
        finally:
            os.close(self._descriptor)
