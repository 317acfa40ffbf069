"""One holder per lock file, released by the system when the holder dies.

Rule: a lock is never broken by age or by reading a process number; only the operating system knows who lives. The
number that a holder leaves in its file says whom to ask to end, and is believed only while the lock is held.
"""

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

FAR_OCTET = 1 << 30
"""On Windows a locked octet cannot be read by others: one is locked where no file content is."""


class AlreadyHeld(RuntimeError):
    """Another process holds the lock."""


def _take(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file.fileno(), FAR_OCTET, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _taken(path: Path) -> BinaryIO:
    """Returns the locked file; raises `AlreadyHeld`, or `OSError` when it cannot be opened."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # "a+b" keeps an existing file; the lock is on the open file.
    file = path.open("a+b", buffering=0)
    os.set_inheritable(file.fileno(), False)
    try:
        _take(file)  # pyright: ignore[reportArgumentType]  (an unbuffered file has what is used here)
    except OSError as error:
        file.close()
        raise AlreadyHeld(str(path)) from error
    return file  # pyright: ignore[reportReturnType]


class FileLock:
    """Holds `path` until `release` or the end of the process; raises `AlreadyHeld` when somebody else does."""

    def __init__(self, path: Path) -> None:
        self._file = _taken(path)
        with contextlib.suppress(OSError):  # a full disk keeps nobody from holding a lock
            self._file.truncate(0)
            self._file.write(b"%d\n" % os.getpid())

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
        _taken(path).close()
    except AlreadyHeld:
        return True
    return False


def holder(path: Path) -> int | None:
    """Returns the process number that the lock's holder left, None when it is free or nobody can know."""
    try:
        return int(path.read_bytes()) if is_held(path) else None
    except (OSError, ValueError):
        return None
