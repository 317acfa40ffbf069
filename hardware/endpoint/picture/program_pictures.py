"""The program's pictures at a site: decoded when somebody looks, or when the bridge wants to know that they arrive.

Rules: decoding runs on one thread of the process, never on the event loop; what nobody looks at is not decoded, and
decoding begins again with a key frame, which is asked for. At most `MOST_WAITING` pictures of a site wait; beyond that
all are dropped up to the next key frame.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Final

from hardware.endpoint.ports import ProgramScreen
from hardware.rtc.media_types import VideoUnit
from hardware.rtc.video_codec import PictureUndecodable, VideoDecoder

logger = logging.getLogger(__name__)

MOST_WAITING: Final = 25
IDLE_SECONDS: Final = 5.0


class DecodingThread:
    """Decodes for all sites of a process; starts with the first picture and rests when idle."""

    def __init__(self) -> None:
        self._work: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, work: Callable[[], None]) -> None:
        """Runs `work` on the thread, in order."""
        with self._changed:
            self._work.append(work)
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="program pictures", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Ends the thread; what waits is dropped."""
        with self._changed:
            self._closed = True
            self._work.clear()
            thread = self._thread
            self._changed.notify()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                if not self._work and not self._closed:
                    self._changed.wait(IDLE_SECONDS)
                if not self._work:
                    self._thread = None
                    return
                work = self._work.popleft()
            work()


class ProgramPictures:
    """One site's program pictures; `take` is called on the event loop."""

    def __init__(
        self,
        screen: ProgramScreen | None,
        thread: DecodingThread,
        *,
        want_key_frame: Callable[[], None],
        told_undecodable: Callable[[], None],
        told_decoded: Callable[[VideoUnit], None],
    ) -> None:
        """`told_decoded` is called on the event loop with each unit that gave a picture, the other when one did not."""
        self._screen = screen
        self._thread = thread
        self._want_key_frame = want_key_frame
        self._told_undecodable = told_undecodable
        self._told_decoded = told_decoded
        self._decoder = VideoDecoder()
        self._waiting = 0
        self._in_step = False
        self._loop = asyncio.get_running_loop()
        self._kept_warm = False
        self.decoded = 0
        """Pictures decoded so far."""

    def keep_warm(self, *, warm: bool) -> None:
        """Decodes even when nobody looks, so that the next question is answered at once."""
        self._kept_warm = warm
        self.wake()

    def wake(self) -> None:
        """Asks for a key frame now if pictures are wanted and cannot be decoded yet."""
        if not self._in_step and self._wanted():
            self._want_key_frame()

    def take(self, unit: VideoUnit) -> None:
        """Takes one coded picture as it arrived."""
        if not self._wanted():
            self._in_step = False
            return
        if not self._in_step and not unit.key:
            self._want_key_frame()
            return
        if self._waiting >= MOST_WAITING:
            self._in_step = False
            return
        self._in_step = True
        self._waiting += 1
        self._thread.submit(lambda: self._decode(unit))

    def _wanted(self) -> bool:
        return self._kept_warm or (self._screen is not None and self._screen.wanted)

    def _decode(self, unit: VideoUnit) -> None:
        """Runs on the decoding thread."""
        try:
            frames = self._decoder.decode(unit)
        except PictureUndecodable as error:
            logger.debug("a program picture could not be decoded: %s", error)
            frames = []
        if frames and self._screen is not None and self._screen.wanted:
            self._screen.show(frames[-1])
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._done, unit, len(frames))

    def _done(self, unit: VideoUnit, frames: int) -> None:
        self._waiting -= 1
        self.decoded += frames
        if frames:
            self._told_decoded(unit)
        elif self._in_step:
            self._in_step = False
            self._told_undecodable()
