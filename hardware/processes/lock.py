"""One holder per lock file, released by the system when the holder dies.

Rule: a lock is never broken by age or by reading a process number; only the operating system knows who lives.
"""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self


class AlreadyHeld(RuntimeError):
    """Another process holds the lock."""


def _take(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Holds `path` until `release` or the end of the process; raises `AlreadyHeld` when somebody else does."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        # "a+b" keeps an existing file; the lock is on the open file, its content says nothing.
        self._file = path.open("a+b")
        os.set_inheritable(self._file.fileno(), False)
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise AlreadyHeld(str(path)) from error

    def release(self) -> None:
        """Gives the lock back."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def is_held(path: Path) -> bool:
    """Tells whether some process holds the lock right now."""
    try:
        FileLock(path).release()
    except AlreadyHeld:
        return True
    return False
