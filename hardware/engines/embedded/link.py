"""The wire between the driver and a worker: frames of JSON on a local stream socket, silence before everything else.

Rule: a frame is four bytes of length (big-endian) and one JSON object. What waits for a slow reader is bounded; what
closes microphones overtakes everything that waits. Frames of one turn of the loop go out together: the orders to a
hundred sites, or their answers, wake the other end once.
"""

import asyncio
from collections import deque
from collections.abc import Callable

import msgspec

from console.engine_port import AnyReport, AnyVerb, Report, Sampled, SetGates, Verb
from hardware.engines.embedded.content.content_words import ContentReady
from hardware.engines.embedded.recording.recorder_words import RecorderReady

MOST_FRAME_BYTES = 4_000_000
MOST_WAITING_FRAMES = 20_000
SAMPLES_DROPPED_ABOVE = 200
"""With more frames than this waiting, a second of statistics is dropped: the next one says the same."""

_WRITE_BUFFER_BYTES = 65_536


class Orders(msgspec.Struct, frozen=True, kw_only=True):
    """The one line a worker reads from its standard input before anything else."""

    worker_number: int
    workers: int
    link_port: int
    token: str
    udp_port: int | None
    """The worker's own media port; None lets the system choose."""
    font_folder: str
    decode_threads: int = 1
    small_program: bool = False
    """Whether the program goes out as 360p15 instead of 720p25."""


class WorkerReady(Report):
    """A worker's first frame; proves with the token that it is the one that was started."""

    worker_number: int
    token: str
    doorway_port: int | None = None


class WorkerFailed(Report):
    """A worker's only frame when it cannot work: one sentence that says why."""

    token: str
    text: str


class Heartbeat(Report):
    """Twice a second: the worker's event loop turns."""


class PictureToKeep(Verb):
    """Asks the worker that composes for one picture of the program; answered by `PictureKept`."""

    request_id: str
    file: str
    path: str


class ConnectDoorway(Verb):
    """Tells a worker where the mixing worker listens."""

    port: int
    token: str


ToWorker = AnyVerb | ConnectDoorway | PictureToKeep
FromWorker = AnyReport | WorkerReady | WorkerFailed | Heartbeat | RecorderReady | ContentReady

encode = msgspec.json.Encoder().encode
verb_decoder: msgspec.json.Decoder[ToWorker] = msgspec.json.Decoder(ToWorker)
report_decoder: msgspec.json.Decoder[FromWorker] = msgspec.json.Decoder(FromWorker)


class FrameBroken(ValueError):
    """The other side does not keep to the wire format."""


class FrameSplitter:
    """Cuts a byte stream into frames (no I/O)."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, octets: bytes) -> list[bytes]:
        """Returns the frames that are complete now; raises `FrameBroken` for a length that cannot be."""
        self._bytes += octets
        frames: list[bytes] = []
        start = 0
        while len(self._bytes) - start >= 4:
            length = int.from_bytes(self._bytes[start : start + 4])
            if length > MOST_FRAME_BYTES:
                raise FrameBroken(f"a frame of {length} bytes")
            if len(self._bytes) - start - 4 < length:
                break
            frames.append(bytes(self._bytes[start + 4 : start + 4 + length]))
            start += 4 + length
        del self._bytes[:start]
        return frames


def framed(body: bytes) -> bytes:
    """Returns the frame that carries `body`."""
    return len(body).to_bytes(4) + body


FramesTaker = Callable[["LinkEnd", list[bytes]], None]


class LinkEnd(asyncio.Protocol):
    """One end of a link; owned by whoever made it, who is told about frames and about the end."""

    def __init__(
        self,
        on_frames: FramesTaker,
        on_end: Callable[["LinkEnd"], None],
        *,
        buffer_bytes: int = _WRITE_BUFFER_BYTES,
    ) -> None:
        self._on_frames = on_frames
        self._on_end = on_end
        self._splitter = FrameSplitter()
        self._transport: asyncio.Transport | None = None
        self._first: deque[bytes] = deque()
        self._waiting: deque[bytes] = deque()
        self._paused = False
        self._buffer_bytes = buffer_bytes
        self._gathered: list[bytes] = []
        self._gathered_bytes = 0

    def hand_over(self, on_frames: FramesTaker, on_end: Callable[["LinkEnd"], None]) -> None:
        """Gives the link to a new owner."""
        self._on_frames, self._on_end = on_frames, on_end

    def pass_to_owner(self, frames: list[bytes]) -> None:
        """Gives the new owner what came together with the frame by which it was found."""
        if frames:
            self._on_frames(self, frames)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.set_write_buffer_limits(high=self._buffer_bytes)

    def data_received(self, data: bytes) -> None:
        try:
            frames = self._splitter.feed(data)
        except FrameBroken:
            self.close()
            return
        if frames:
            self._on_frames(self, frames)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._on_end(self)

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        for lane in (self._first, self._waiting):
            while lane and not self._paused:
                self._write(lane.popleft())

    def send(self, message: Verb | Report) -> None:
        """Sends or queues a message; a link whose other end has not read for very long is closed."""
        if self._transport is None:
            return
        if not self._paused:
            self._send_now(message)
            return
        if isinstance(message, Sampled) and len(self._waiting) > SAMPLES_DROPPED_ABOVE:
            return
        if len(self._waiting) >= MOST_WAITING_FRAMES:
            self.close()
            return
        (self._first if isinstance(message, SetGates) else self._waiting).append(framed(encode(message)))

    def _send_now(self, message: Verb | Report) -> None:
        """Sends with what else this turn of the loop brings; silence, and what is much, at once."""
        if not self._gathered:
            asyncio.get_running_loop().call_soon(self._write_gathered)
        octets = framed(encode(message))
        self._gathered.append(octets)
        self._gathered_bytes += len(octets)
        if isinstance(message, SetGates) or self._gathered_bytes >= self._buffer_bytes:
            self._write_gathered()

    def _write_gathered(self) -> None:
        octets = b"".join(self._gathered)
        self._gathered.clear()
        self._gathered_bytes = 0
        if octets:
            self._write(octets)

    def send_media(self, body: bytes) -> bool:
        """Sends a frame whose worth passes quickly; False, and nothing sent, while the other end is slow."""
        if self._transport is None or self._paused:
            return False
        self._write_gathered()
        self._write(framed(body))
        return True

    def close(self) -> None:
        """Ends the link at once, what was just said the last; `on_end` follows."""
        self._write_gathered()
        if self._transport is not None:
            self._transport.abort()

    def _write(self, octets: bytes) -> None:
        if self._transport is not None:
            self._transport.write(octets)
