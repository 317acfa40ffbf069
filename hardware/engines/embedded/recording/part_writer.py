"""Writes one part on a thread of its own, so that a slow disk delays nothing but itself.

Rule: the queue to the thread is bounded in bytes. What does not fit is dropped, pictures first and then up to the next
key picture, sound last; drops are counted and told. The part begins with a key picture; that is its zero.
"""

import errno
import threading
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from av.error import FFmpegError

from console.recordings.recorder_port import RecordingFault
from hardware.engines.embedded.recording.part_file import KeyUnusable, PartFile, shape_of
from hardware.engines.embedded.recording.part_times import PictureClock, SoundClock
from hardware.rtc.media_types import PacketisedUnit, VideoCodec
from hardware.rtc.payload_formats import PayloadMalformed, join_h264, join_vp8

MOST_WAITING_BYTES = 24_000_000
"""Two minutes of the program; what the thread took and has not written yet counts no more."""
PICTURES_DROPPED_ABOVE_BYTES = 16_000_000
MOST_HELD_PICTURES = 50
"""So long the first pictures wait for the mix to have its place in time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A coded picture or a packet of the mix with its moment: stream seconds for sound, monotonic for a picture."""

    kind: Literal["picture", "sound"]
    data: bytes
    seconds: float
    key: bool = True


@dataclass(slots=True)
class Gained:
    """What a part has come to; read by the loop, written by both sides, each field by one."""

    taken_bytes: int = 0
    dropped_pictures: int = 0
    length_ms: int = 0
    fault: RecordingFault | None = None
    text: str = ""
    formats_differ: bool = False


@dataclass(slots=True)
class _Queue:
    pieces: deque[Piece] = field(default_factory=deque)
    waiting_bytes: int = 0
    ending: bool = False


def joined(unit: PacketisedUnit) -> bytes:
    """Returns the coded picture that was cut into payloads; raises `PayloadMalformed`."""
    parts: list[bytes] = []
    join = join_h264 if unit.codec == "H264" else join_vp8
    for payload in unit.payloads:
        join(payload, parts)
    return b"".join(parts)


class PartWriter:
    """One part from its first key picture to its end; `take_…` and `end` are called on the event loop."""

    def __init__(self, path: Path) -> None:
        self.gained = Gained()
        self._path = path
        self._picture_clock, self._sound_clock = PictureClock(), SoundClock()
        self._codec: VideoCodec | None = None
        self._shape = b""
        self._held_pictures = 0
        self._waits_for_key = False
        self._begun = False
        self._queue = _Queue()
        self._condition = threading.Condition(threading.Lock())
        self._thread = threading.Thread(target=self._run, name="recording", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    # ------------------------------------------------ from the event loop

    def take_picture(self, unit: PacketisedUnit, arrived: float) -> None:
        """Takes a coded picture as it arrives; `arrived` is in seconds of the monotonic clock."""
        try:
            data = joined(unit)
        except PayloadMalformed:
            self._waits_for_key = True
            return
        if self._codec is None:
            if not unit.key:
                return
            self._codec, self._shape = unit.codec, shape_of(unit.codec, data)
        if unit.key and (unit.codec, shape_of(unit.codec, data)) != (self._codec, self._shape):
            self.gained.formats_differ = True
        if unit.codec != self._codec or self.gained.formats_differ:
            return
        self.gained.taken_bytes += len(data)
        self._held_pictures += 1
        self._put(Piece("picture", data, self._picture_clock.moment(unit.rtp_time, arrived), unit.key))

    def take_sound(self, payload: bytes, rtp_time: int, arrived: float) -> None:
        """Takes 20 ms of the mix as they arrive."""
        if self._codec is None:
            self._sound_clock.arrived(rtp_time, arrived)
            return
        self.gained.taken_bytes += len(payload)
        self._put(Piece("sound", payload, self._sound_clock.arrived(rtp_time, arrived)))

    def end(self) -> None:
        """Lets the thread write what waits and finish the file."""
        with self._condition:
            self._queue.ending = True
            self._condition.notify()

    def wait(self) -> None:
        """Waits until the file is finished; blocks as long as the disk does."""
        self._thread.join()

    def _put(self, piece: Piece) -> None:
        queue, picture = self._queue, piece.kind == "picture"
        with self._condition:
            limit = PICTURES_DROPPED_ABOVE_BYTES if picture else MOST_WAITING_BYTES
            full = queue.waiting_bytes + len(piece.data) > limit
            if full or (picture and self._waits_for_key and not piece.key):
                self._waits_for_key |= picture
                self.gained.dropped_pictures += picture
                return
            if picture:
                self._waits_for_key = False
            queue.pieces.append(piece)
            queue.waiting_bytes += len(piece.data)
            if self._sound_clock.settled or self._held_pictures > MOST_HELD_PICTURES:
                self._begun = True
                self._condition.notify()

    # ------------------------------------------------ the thread

    def _run(self) -> None:
        try:
            self._write_until_the_end()
        except OSError as error:
            full = error.errno == errno.ENOSPC
            self.gained.fault = RecordingFault.DISK_FULL if full else RecordingFault.DISK
            self.gained.text = error.strerror or str(error)
        except (FFmpegError, KeyUnusable) as error:
            self.gained.fault, self.gained.text = RecordingFault.DISK, str(error)

    def _write_until_the_end(self) -> None:
        part: PartFile | None = None
        zero = 0.0
        try:
            while pieces := self._next_pieces():
                for piece in pieces:
                    if part is None:
                        if piece.kind == "sound" or not piece.key or self._codec is None:
                            continue
                        part, zero = PartFile(self._path, self._codec, piece.data), piece.seconds
                    self._add(part, piece, zero)
                self.gained.length_ms = 0 if part is None else part.length_ms
        finally:
            if part is not None:
                part.finish()

    def _add(self, part: PartFile, piece: Piece, zero: float) -> None:
        if piece.kind == "picture":
            part.add_picture(piece.data, round((piece.seconds - zero) * 1000), key=piece.key)
            return
        at_ms = (self._sound_clock.moment(piece.seconds) - zero) * 1000
        if at_ms >= 0:
            part.add_sound(piece.data, round(at_ms))

    def _next_pieces(self) -> list[Piece]:
        """Waits for what is to be written; empty: that was all."""
        queue = self._queue
        with self._condition:
            self._condition.wait_for(lambda: queue.ending or (self._begun and queue.pieces))
            pieces, queue.waiting_bytes = list(queue.pieces), 0
            queue.pieces.clear()
        return pieces
