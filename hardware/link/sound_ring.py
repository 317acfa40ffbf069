"""Sound for the operator's headphones, in shared memory beside the pictures: a second of it, the newest wins.

Rule: a ring has one writer (a media worker), which never waits and makes the file with its first block; readers keep
their own place, so one that dies or falls behind harms nobody. A reader that fell behind goes on with the newest and
counts what it left out; a writer without memory drops its sound, counts it and tries again. A block is guarded by its
number (odd while it is written) and says when it was written and whose sound it is.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from console.words import SiteId
from hardware.link.mapped_files import (
    FIRST_FREE_WORD,
    FolderIndex,
    MappedFile,
    NoRoomForPictures,
    fence,
    make_generation,
    open_newest,
)

BLOCK_BYTES: Final = 1920
"""20 ms of 48 kHz, one channel, 16 bits."""
RING_BLOCKS: Final = 50
MOST_BEHIND_BLOCKS: Final = 25
"""A reader further behind goes on with the newest."""
QUIET_SECONDS: Final = 0.1
"""A ring without a new block for so long gives way to another worker's."""
RETRY_SECONDS: Final = 1.0

_WRITTEN_WORD = FIRST_FREE_WORD
_FIRST_BLOCK_WORD = 16
_GUARD, _WRITTEN_US, _SITE, _SOUND = 0, 1, 2, 6
_SITE_BYTES = 8 * (_SOUND - _SITE)
_WORDS_PER_BLOCK = _SOUND + BLOCK_BYTES // 8


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """20 ms of sound; `site` None is the common mix, `written_seconds` the machine's monotonic clock."""

    samples: bytes
    site: SiteId | None
    written_seconds: float


class SoundRingWriter:
    """The ring of one media worker."""

    def __init__(self, folder: Path, worker_number: int = 0) -> None:
        self.dropped_blocks = 0
        """Blocks for which there was no memory."""
        self._folder, self._key = folder, _key(worker_number)
        self._ring: MappedFile | None = None
        self._written = 0
        self._retry_seconds = 0.0

    def write(self, samples: bytes, site: SiteId | None) -> None:
        """Puts one block of `BLOCK_BYTES` into the ring; `site` is at most 32 letters of ASCII."""
        ring = self._ring or self._make()
        if ring is None:
            self.dropped_blocks += 1
            return
        words, at = ring.words, _block_word(self._written)
        words[at + _GUARD] = 2 * self._written + 1
        fence()
        words[at + _WRITTEN_US] = time.monotonic_ns() // 1000
        start = 8 * at
        name = (site or "").encode("ascii", errors="replace")[:_SITE_BYTES].ljust(_SITE_BYTES, b"\0")
        ring.octets[start + 8 * _SITE : start + 8 * _SOUND] = name
        ring.octets[start + 8 * _SOUND : start + 8 * _SOUND + BLOCK_BYTES] = samples
        fence()
        words[at + _GUARD] = 2 * self._written + 2
        fence()
        self._written += 1
        words[_WRITTEN_WORD] = self._written

    def _make(self) -> MappedFile | None:
        now = time.monotonic()
        if now < self._retry_seconds:
            return None
        size = 8 * (_FIRST_BLOCK_WORD + RING_BLOCKS * _WORDS_PER_BLOCK)
        try:
            self._ring = make_generation(self._folder, self._key, size, {_WRITTEN_WORD: 0})
        except NoRoomForPictures:
            self._retry_seconds = now + RETRY_SECONDS
        return self._ring


class _OneRing:
    """A reader's place in one worker's ring; whatever was written before it was opened is left alone."""

    def __init__(self, folder: Path, key: str, index: FolderIndex) -> None:
        self._folder, self._key, self._index = folder, key, index
        self._ring: MappedFile | None = None
        self._next = 0
        self._looked = False

    def waiting(self) -> int:
        """Returns how many blocks this reader has not taken yet."""
        ring = self._ring
        if (ring is None and self._index.has(self._key)) or (ring is not None and ring.retired):
            ring = self._ring = open_newest(self._folder, self._key)
            # A ring that is made while this reader looks is heard from its first block on.
            self._next = 0 if ring is None or self._looked else ring.words[_WRITTEN_WORD]
        self._looked = True
        return 0 if ring is None else ring.words[_WRITTEN_WORD] - self._next

    def leave_out(self, blocks: int) -> None:
        self._next += blocks

    def take(self) -> SoundBlock | None:
        """Returns the next block, None when it has been overwritten meanwhile."""
        ring, number = self._ring, self._next
        if ring is None:
            return None
        self._next += 1
        words, at = ring.words, _block_word(number)
        whole = 2 * number + 2
        if words[at + _GUARD] != whole:
            return None
        fence()
        start = 8 * at
        name = bytes(ring.octets[start + 8 * _SITE : start + 8 * _SOUND]).rstrip(b"\0").decode("ascii", "replace")
        samples = bytes(ring.octets[start + 8 * _SOUND : start + 8 * _SOUND + BLOCK_BYTES])
        block = SoundBlock(samples, name or None, words[at + _WRITTEN_US] / 1_000_000)
        fence()
        return block if words[at + _GUARD] == whole else None


class SoundRingReader:
    """Reads the one ring that is written at the moment, of all workers of a folder, from now on."""

    def __init__(self, folder: Path, workers: int = 1, now: Callable[[], float] = time.monotonic) -> None:
        self.skipped_blocks = 0
        """Blocks that were left out because this reader fell behind."""
        self._now = now
        index = FolderIndex(folder)
        self._rings = [_OneRing(folder, _key(number), index) for number in range(workers)]
        self._current = self._rings[0]
        self._heard_seconds = -QUIET_SECONDS
        for ring in self._rings:
            ring.waiting()

    def waiting(self) -> int:
        """Returns how many blocks can be taken."""
        now, waiting = self._now(), self._current.waiting()
        if waiting:
            self._heard_seconds = now
        elif now - self._heard_seconds >= QUIET_SECONDS:
            waiting = self._change_ring()
        else:
            return 0
        if waiting > MOST_BEHIND_BLOCKS:
            self.skipped_blocks += waiting - 1
            self._current.leave_out(waiting - 1)
            return 1
        return waiting

    def take(self) -> SoundBlock | None:
        """Returns the oldest block that waits, None when there is none."""
        for _ in range(self.waiting()):
            if (block := self._current.take()) is not None:
                return block
            self.skipped_blocks += 1
        return None

    def _change_ring(self) -> int:
        """Goes over to a ring that is written; what piled up in the others meanwhile is old."""
        for ring in self._rings:
            waiting = ring.waiting()
            if waiting and ring is not self._current:
                self._current = ring
                late = max(0, waiting - int(QUIET_SECONDS / 0.02) - 1)
                ring.leave_out(late)
                return waiting - late
        return 0


def _key(worker_number: int) -> str:
    return f"headphones/{worker_number}"


def _block_word(number: int) -> int:
    return _FIRST_BLOCK_WORD + number % RING_BLOCKS * _WORDS_PER_BLOCK
