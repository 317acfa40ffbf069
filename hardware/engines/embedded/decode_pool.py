"""Decodes all incoming pictures on a few threads; a stream stays on its thread, pictures for the program go first.

Rule: nothing waits for a decoder. A stream that its thread cannot follow loses pictures up to a key frame
(`backlog`). Decoded pictures are used on the decoding thread; only rare facts travel back to the event loop.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import av

from console.words import SiteId
from hardware.engines.embedded.backlog import UnitBacklog
from hardware.engines.embedded.site_conduct import SLOW_PICTURE_SECONDS
from hardware.rtc.media_types import VideoUnit
from hardware.rtc.video_codec import PictureUndecodable, VideoDecoder


class PictureUser(Protocol):
    """What is done with decoded pictures; called on the stream's decoding thread."""

    def picture_decoded(self, stream: "DecodeStream", frame: av.VideoFrame, unit: VideoUnit, *, newest: bool) -> None:
        """Takes a picture; `newest` is false when further ones of the stream already wait."""
        ...


@dataclass(slots=True, eq=False)
class DecodeStream:
    """One site's pictures on their way through a decoder; counters are written by its thread alone."""

    site: SiteId
    pool_thread: "PoolThread"
    ask_key_frame: Callable[["DecodeStream"], None]
    backlog: UnitBacklog = field(default_factory=UnitBacklog)
    urgent: bool = False
    from_afar: bool = False
    """The site is connected to another worker, which shows its tile."""
    queued: bool = False
    closed: bool = False
    decoder: VideoDecoder = field(default_factory=VideoDecoder)
    frames: int = 0
    failures: int = 0
    broken_keys: int = 0
    """Of the failures: key frames that were whole."""
    processor_seconds: float = 0.0
    """Used for decoding and drawing."""
    slow_pictures: int = 0
    """That took more than `SLOW_PICTURE_SECONDS`."""
    size_changes: int = 0
    width: int = 0
    height: int = 0
    last_decoded_at: float | None = None

    def push(self, unit: VideoUnit) -> None:
        """Hands over a coded picture; called on the event loop."""
        self.pool_thread.push(self, unit)

    def close(self) -> None:
        self.closed = True


class PoolThread:
    """One decoding thread and the streams that wait for it."""

    def __init__(self, number: int, user: PictureUser) -> None:
        self._user = user
        self._condition = threading.Condition(threading.Lock())
        self._urgent: deque[DecodeStream] = deque()
        self._usual: deque[DecodeStream] = deque()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=f"decode-{number}", daemon=True)
        self.streams = 0
        self.longest_wait = 0.0
        """Seconds between a picture's arrival and its decoding, since somebody last set it back."""
        self._thread.start()

    def push(self, stream: DecodeStream, unit: VideoUnit) -> None:
        with self._condition:
            asks = stream.backlog.push(unit)
            if not stream.queued and len(stream.backlog):
                self._enqueue(stream)
                self._condition.notify()
        if asks:
            stream.ask_key_frame(stream)

    def stop(self) -> None:
        with self._condition:
            self._stopping = True
            self._condition.notify()
        self._thread.join(2.0)

    def _enqueue(self, stream: DecodeStream) -> None:
        stream.queued = True
        (self._urgent if stream.urgent else self._usual).append(stream)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            stream, unit, newest = work
            self._decode(stream, unit, newest=newest)

    def _next(self) -> tuple[DecodeStream, VideoUnit, bool] | None:
        """Waits for work; each stream in turn gives one picture. Returns None when the thread has to end."""
        while True:
            asking: DecodeStream | None = None
            with self._condition:
                while not self._urgent and not self._usual and not self._stopping:
                    self._condition.wait()
                if self._stopping:
                    return None
                stream = (self._urgent or self._usual).popleft()
                now = time.monotonic()
                unit, asks = stream.backlog.take(now)
                if unit is not None:
                    self.longest_wait = max(self.longest_wait, now - unit.arrived_seconds)
                stream.queued = False
                if len(stream.backlog) and not stream.closed:
                    self._enqueue(stream)
                if asks:
                    asking = stream
                newest = len(stream.backlog) == 0
            if asking is not None:
                asking.ask_key_frame(asking)
            if unit is not None and not stream.closed:
                return stream, unit, newest

    def _decode(self, stream: DecodeStream, unit: VideoUnit, *, newest: bool) -> None:
        """Decodes one picture; what it costs is this thread's own time, which no other load makes longer."""
        began = time.thread_time()
        try:
            self._decode_and_use(stream, unit, newest=newest)
        except PictureUndecodable:
            stream.broken_keys += unit.key
            self._start_decoder_anew(stream)
        spent = time.thread_time() - began
        stream.processor_seconds += spent
        stream.slow_pictures += spent > SLOW_PICTURE_SECONDS

    def _decode_and_use(self, stream: DecodeStream, unit: VideoUnit, *, newest: bool) -> None:
        for frame in stream.decoder.decode(unit):
            stream.frames += 1
            if (frame.width, frame.height) != (stream.width, stream.height):
                stream.size_changes += 1
                stream.width, stream.height = frame.width, frame.height
            stream.last_decoded_at = time.monotonic()
            self._user.picture_decoded(stream, frame, unit, newest=newest)

    def _start_decoder_anew(self, stream: DecodeStream) -> None:
        stream.failures += 1
        with self._condition:
            stream.backlog.lose_all()
        stream.ask_key_frame(stream)


class DecodePool:
    """The decoding threads of a worker."""

    def __init__(self, threads: int, user: PictureUser) -> None:
        self._threads = [PoolThread(number, user) for number in range(threads)]

    def open(self, site: SiteId, ask_key_frame: Callable[[DecodeStream], None]) -> DecodeStream:
        """Returns a new stream on the thread with the fewest; `ask_key_frame` may be called on any thread."""
        thread = min(self._threads, key=lambda candidate: candidate.streams)
        thread.streams += 1
        return DecodeStream(site, thread, ask_key_frame)

    def take_longest_wait(self) -> float:
        """Returns how long the slowest picture waited for its thread since the last call, in seconds."""
        longest = max((thread.longest_wait for thread in self._threads), default=0.0)
        for thread in self._threads:
            thread.longest_wait = 0.0
        return longest

    def close_stream(self, stream: DecodeStream) -> None:
        """Ends a stream; pictures that wait are not decoded any more."""
        stream.close()
        stream.pool_thread.streams -= 1

    def stop(self) -> None:
        """Ends the threads; waits at most 2 s for each."""
        for thread in self._threads:
            thread.stop()
