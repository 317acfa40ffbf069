"""A recorded file looked through from outside: its hash, its length, the holes in its sound, its last moments decoded.

Rule: everything is read with libavformat as a player would; nothing is taken from the product but the log's own words.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import av
from av.error import FFmpegError

from console.recordings.recorder_facts import Part

LAST_SECONDS = 5.0
MOST_LENGTH_APART_MS = 200


@dataclass(slots=True)
class RecordedSound:
    """What was found; `faults` are sentences."""

    longest_hole_seconds: float = 0.0
    pictures_at_the_end: int = 0
    faults: list[str] = field(default_factory=list)


def looked_through(path: Path, part: Part) -> RecordedSound:
    """Returns what is wrong with a file beside what the log says of it."""
    found = RecordedSound()
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != part.sha256:
            found.faults.append("the file is not the one of the log")
    try:
        _look(path, part, found)
    except FFmpegError as error:
        found.faults.append(f"the file cannot be played: {error}")
    return found


def _look(path: Path, part: Part, found: RecordedSound) -> None:
    end, before = 0.0, 0.0
    with av.open(str(path)) as container:
        for packet in container.demux():
            if packet.pts is None:
                continue
            at = float(packet.pts * packet.time_base)
            end = max(end, at + float((packet.duration or 0) * packet.time_base))
            if packet.stream.type == "audio":
                found.longest_hole_seconds = max(found.longest_hole_seconds, at - before)
                before = at
    if abs(end * 1000 - part.length_ms) > MOST_LENGTH_APART_MS:
        found.faults.append(f"the file plays {end:.1f} s, the log says {part.length_ms / 1000:.1f} s")
    found.pictures_at_the_end = _pictures_after(path, max(0.0, end - LAST_SECONDS))
    if not found.pictures_at_the_end:
        found.faults.append(f"nothing is seen in the last {LAST_SECONDS:g} s of the recording")


def _pictures_after(path: Path, seconds: float) -> int:
    """Returns how many pictures are decoded from the key picture before a moment to the end."""
    with av.open(str(path)) as container:
        container.seek(round(seconds * 1_000_000))
        return sum((frame.time or 0.0) >= seconds for frame in container.decode(video=0))
