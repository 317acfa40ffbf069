"""Files in shared memory that are replaced whole and never unlinked by whoever reads them.

Rule: a file belongs to one writer; a writer that starts again, or needs more room, makes a file of a higher generation
and marks the older one as retired, which tells a reader to look for the newer one. Nothing is renamed or removed that
a reader might have to keep open, so the same code serves Windows, where a mapped file cannot be replaced.
`multiprocessing.SharedMemory` is not used: before Python 3.13 a reader that ends unlinks it for everybody.
"""

import contextlib
import functools
import mmap
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

MAGIC = 0x5541434D454944
LAYOUT_VERSION = 1
SUFFIX = ".slot"
LOOK_SECONDS = 0.05
LIST_SECONDS = 0.5
"""How often a reader asks whether the folder has changed, and lists it anyhow."""

_MAGIC_WORD, _LAYOUT_WORD, _GENERATION_WORD, _RETIRED_WORD = range(4)
FIRST_FREE_WORD = 8
"""Words (8 bytes each) before this one belong to this module."""

_ORDER = threading.Lock()


class NoRoomForPictures(OSError):
    """The folder of shared memory is full."""


def fence() -> None:
    """Orders the memory accesses before it before those after it, also on processors that reorder (ARM).

    Python offers no barrier; releasing a lock and taking it again is one, by the rules of its atomics.
    """
    with _ORDER:
        pass
    with _ORDER:
        pass


@dataclass(frozen=True, slots=True)
class MappedFile:
    """One generation of a file: `octets` is its content, `words` the same as native 64-bit words."""

    generation: int
    octets: memoryview
    words: memoryview

    @property
    def retired(self) -> bool:
        """Tells whether a newer generation took its place."""
        return self.words[_RETIRED_WORD] != 0


@functools.lru_cache(maxsize=1024)
def stem_of(key: str) -> str:
    """Returns a file name stem for a key, safe on every file system and distinct without regard to case."""
    safe = "abcdefghijklmnopqrstuvwxyz0123456789_-"
    return "slot-" + "".join(letter if letter in safe else "%" + letter.encode().hex() for letter in key)


def make_generation(folder: Path, key: str, size: int, first_words: dict[int, int]) -> MappedFile:
    """Makes a zeroed file of `size` bytes for a key, retires the older ones, and returns it mapped for writing.

    `first_words` (word number to value) are in place before any reader can see the file. Raises
    `NoRoomForPictures` when the memory cannot be had: it is reserved now, because touching a page that
    cannot be had later would end the process by a signal.
    """
    stem = stem_of(key)
    older = _generations(folder, stem)
    generation = max([time.time_ns() // 1_000_000, *(number + 1 for number in older)])
    making = folder / f".{stem}.{generation}.making"
    try:
        _write_empty(making, size, {**first_words, _GENERATION_WORD: generation})
    except OSError as error:
        making.unlink(missing_ok=True)
        raise NoRoomForPictures(error.errno, f"no room for {size} bytes of pictures in {folder}") from error
    ready = folder / f"{stem}.{generation}{SUFFIX}"
    making.rename(ready)
    mapped = _map(ready, generation, mmap.ACCESS_WRITE)
    for number in older:
        _retire(folder / f"{stem}.{number}{SUFFIX}", number)
    return mapped


def retire_all(folder: Path, key: str) -> None:
    """Ends every generation of a key: readers find nothing any more."""
    stem = stem_of(key)
    for number in _generations(folder, stem):
        _retire(folder / f"{stem}.{number}{SUFFIX}", number)


def open_newest(folder: Path, key: str) -> MappedFile | None:
    """Returns the newest generation mapped for reading, or None when there is none."""
    stem = stem_of(key)
    for number in sorted(_generations(folder, stem), reverse=True):
        with contextlib.suppress(OSError, ValueError):  # retired and removed between listing and opening
            mapped = _map(folder / f"{stem}.{number}{SUFFIX}", number, mmap.ACCESS_READ)
            if not mapped.retired:
                return mapped
    return None


class FolderIndex:
    """Which keys have a file, looked up cheaply: most slots of a meeting belong to sites that never come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stems: frozenset[str] = frozenset()
        self._changed_ns = 0
        self._stated_seconds = self._listed_seconds = -LIST_SECONDS

    def has(self, key: str) -> bool:
        """Tells whether there was a file for a key when the folder was last looked at, at most `LOOK_SECONDS` ago."""
        now = time.monotonic()
        if now - self._stated_seconds >= LOOK_SECONDS:
            self._stated_seconds = now
            self._look(now)
        return stem_of(key) in self._stems

    def _look(self, now: float) -> None:
        with contextlib.suppress(FileNotFoundError):
            changed_ns = self._folder.stat().st_mtime_ns
            # Two changes within one tick of the folder's clock look like one: list it now and then all the same.
            if changed_ns != self._changed_ns or now - self._listed_seconds >= LIST_SECONDS:
                self._changed_ns, self._listed_seconds = changed_ns, now
                names = (path.name for path in self._folder.iterdir() if path.suffix == SUFFIX)
                self._stems = frozenset(name[: name.index(".")] for name in names)


def _generations(folder: Path, stem: str) -> list[int]:
    prefix = stem + "."
    try:
        names = [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    numbers = (name[len(prefix) : -len(SUFFIX)] for name in names if name.startswith(prefix) and name.endswith(SUFFIX))
    return [int(number) for number in numbers if number.isdecimal()]


def _write_empty(path: Path, size: int, first_words: dict[int, int]) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(descriptor, 0, size)
        os.ftruncate(descriptor, size)
        head = memoryview(bytearray(8 * (1 + max(first_words)))).cast("Q")
        for word, value in {**first_words, _MAGIC_WORD: MAGIC, _LAYOUT_WORD: LAYOUT_VERSION}.items():
            head[word] = value
        os.write(descriptor, head.cast("B"))
    finally:
        os.close(descriptor)


def _map(path: Path, generation: int, access: int) -> MappedFile:
    descriptor = os.open(path, (os.O_RDONLY if access == mmap.ACCESS_READ else os.O_RDWR) | getattr(os, "O_BINARY", 0))
    try:
        octets = memoryview(mmap.mmap(descriptor, 0, access=access))
    finally:
        os.close(descriptor)
    words = octets[: len(octets) // 8 * 8].cast("Q")
    if words[_MAGIC_WORD] != MAGIC or words[_LAYOUT_WORD] != LAYOUT_VERSION:
        raise ValueError(f"{path} is not a file of this version")
    return MappedFile(generation, octets, words)


def _retire(path: Path, generation: int) -> None:
    with contextlib.suppress(OSError, ValueError):  # somebody else removed it, or Windows keeps it until unmapped
        _map(path, generation, mmap.ACCESS_WRITE).words[_RETIRED_WORD] = 1
        path.unlink(missing_ok=True)
