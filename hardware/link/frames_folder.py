"""Where the pictures of a running bridge live: a fresh folder in memory where the system has one, else on disk.

Rule: whoever made the folder holds a lock in it as long as it lives, so that the next bridge removes what a killed
one left behind and nothing else.
"""

import contextlib
import shutil
import sys
import tempfile
from pathlib import Path

PREFIX = "diem-cau-frames-"
LOCK_NAME = "owner.lock"
LEAST_FREE_BYTES = 256 * 1024 * 1024
"""Below this much free memory (a container's 64 MB, for one) the disk is used."""

_MEMORY = Path("/dev/shm")  # noqa: S108


class FramesFolder:
    """A fresh folder for frame slots and levels, removed by `close` or by the next bridge."""

    def __init__(self, run_folder: Path) -> None:
        parent = _MEMORY if _memory_usable() else run_folder
        parent.mkdir(parents=True, exist_ok=True)
        _remove_left_behind(parent)
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        self._lock = (self.path / LOCK_NAME).open("wb")
        _try_lock(self._lock.fileno())

    def close(self) -> None:
        """Removes the folder; a reader that still maps a picture keeps it."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def _memory_usable() -> bool:
    if sys.platform != "linux":
        return False
    try:
        if shutil.disk_usage(_MEMORY).free < LEAST_FREE_BYTES:
            return False
        with tempfile.TemporaryFile(dir=_MEMORY):
            return True
    except OSError:
        return False


def _remove_left_behind(parent: Path) -> None:
    for folder in parent.glob(PREFIX + "*"):
        with contextlib.suppress(OSError):  # another user's, or just being removed by its owner
            lock = (folder / LOCK_NAME).open("r+b")
            with lock:
                unowned = _try_lock(lock.fileno())
            if unowned:
                shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
