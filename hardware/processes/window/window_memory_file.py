"""Keeps what the console's window remembers in the data folder, in `window.json`.

Rule: a convenience that never stands in the way: a file that cannot be read is an empty memory, one that cannot be
written leaves the old one as it is and says so in the process's log. It is replaced in one step.
"""

import contextlib
import logging
import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from console.window_memory import WindowMemory

FILE_NAME = "window.json"
LARGEST_OCTETS = 64 * 1024

_log = logging.getLogger(__name__)


class WindowMemoryFile:
    """The memory of one data folder's window; what is remembered first is kept beside what is remembered later."""

    def __init__(self, data: Path) -> None:
        self._path = data / FILE_NAME
        self.memory = _read(self._path)

    def remember(self, memory: WindowMemory) -> None:
        """Keeps this from now on."""
        if memory == self.memory:
            return
        self.memory = memory
        try:
            _replace(self._path, msgspec.json.format(msgspec.json.encode(memory)))
        except OSError as error:
            _log.warning("What the window remembers cannot be written to %s: %s", self._path, error)

    def remembering(self, name: str) -> Callable[[object], None]:
        """Returns what keeps one thing, a field of `WindowMemory`, when it is chosen."""

        def remember(value: object) -> None:
            self.remember(msgspec.structs.replace(self.memory, **{name: value}))

        return remember


def _read(path: Path) -> WindowMemory:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(LARGEST_OCTETS), type=WindowMemory)
    except FileNotFoundError:
        return WindowMemory()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _log.warning("What the window remembered in %s cannot be read: %s", path, error)
        return WindowMemory()


def _replace(path: Path, octets: bytes) -> None:
    making = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        making.write_bytes(octets)
        making.replace(path)
    finally:
        with contextlib.suppress(OSError):
            making.unlink()
