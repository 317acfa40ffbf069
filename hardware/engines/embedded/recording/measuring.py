"""Length, size and SHA-256 of a part, whole or cut off: what the log keeps of it.

Rule: reads only. A file that somebody may still be ending is left alone until it has stood still. Blocking.
"""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

import av
from av.error import FFmpegError

STILL_SECONDS = 1.5
MOST_WAIT_SECONDS = 30.0
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Measured:
    """What a file holds."""

    length_ms: int
    file_bytes: int
    sha256: str


def hash_of(path: Path) -> tuple[int, str]:
    """Returns size and SHA-256 (lower-case hexadecimal) of a file; raises `OSError`."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


def playing_ms(path: Path) -> int:
    """Returns how long a file plays: to the end of its last whole packet; 0 for one that cannot be played."""
    end = 0.0
    try:
        with av.open(str(path)) as container:
            for packet in container.demux():
                if packet.pts is not None:
                    end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    except FFmpegError:
        pass
    return round(end * 1000)


def measure_left_behind(path: Path) -> Measured:
    """Measures a file whose recorder is gone, or is just ending it; raises `OSError`."""
    _wait_until_still(path)
    length_ms = playing_ms(path)
    size, digest = hash_of(path)
    return Measured(length_ms, size, digest)


def _wait_until_still(path: Path) -> None:
    until = time.monotonic() + MOST_WAIT_SECONDS
    before, since = path.stat(), time.monotonic()
    while time.monotonic() < until and time.monotonic() - since < STILL_SECONDS:
        time.sleep(0.1)
        now = path.stat()
        if (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            before, since = now, time.monotonic()
