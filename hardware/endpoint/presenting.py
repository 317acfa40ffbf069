"""A site presents: its screen or a film of this machine goes out as a second picture while the bridge lets it.

Rules: nothing is read before the bridge has said that the site may, and everything ends the moment it says otherwise or
the connection ends. Coded once here, in the content's size; what is read is paced by its own time, on a thread of its
own. Its end is told with the reason.
"""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable
from pathlib import PurePath, PureWindowsPath

import av
from av.error import FFmpegError

from console.sites.site_messages import PresentContent
from hardware.content.content_reading import ContentPicture, pieces_of
from hardware.content.desktop_reading import ContentStopped
from hardware.rtc.media_types import CONTENT_SECTION, VIDEO_CLOCK_HZ
from hardware.rtc.peer import PacketisedUnit, Peer, packetise
from hardware.rtc.video_codec import FILM, SLIDES, H264Encoder

LEAD_SECONDS = 0.2
"""So long the first picture waits, so that those after it are read in time."""


class SitePresenting:
    """What one connection presents; lives on the event loop."""

    def __init__(
        self, say: Callable[[PresentContent], bool], peer: Callable[[], Peer | None], changed: Callable[[], None]
    ) -> None:
        self.may = False
        """The bridge lets the site present."""
        self.fault = ""
        """Why the last presentation ended, where nobody ended it."""
        self._say, self._peer, self._changed = say, peer, changed
        self._reading: PictureReading | None = None

    @property
    def presents(self) -> bool:
        """Whether something is sent."""
        return self._reading is not None

    def allow(self, *, allowed: bool) -> None:
        """Takes what the bridge says; without its leave nothing goes out any more."""
        self.may = allowed
        if not allowed:
            self.stop()

    def begin(self, path: str) -> bool:
        """Presents a film, or with an empty path the screen; False where the site may not, or cannot."""
        peer = self._peer()
        if not self.may or peer is None or not peer.takes_content or peer.video_codec_out not in (None, "H264"):
            return False
        self.stop()
        if not self._say(PresentContent(presents=True, film=_file_name(path))):
            return False
        self.fault = ""
        self._reading = PictureReading(path, self._send, self._over)
        self._changed()
        return True

    def end(self) -> None:
        """Ends it by the technician's wish."""
        if self._reading is not None:
            self.stop()
            self._say(PresentContent(presents=False))

    def stop(self) -> None:
        """Sends nothing any more, without a word."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
            self._changed()

    def key_frame_wanted(self, section: int) -> None:
        """Takes the bridge's wish."""
        if self._reading is not None and section == CONTENT_SECTION:
            self._reading.want_key_frame()

    def _send(self, reading: "PictureReading", unit: PacketisedUnit) -> None:
        peer = self._peer()
        if reading is self._reading and peer is not None:
            peer.send_content_slice(unit, 0, len(unit.payloads))

    def _over(self, reading: "PictureReading", fault: str) -> None:
        if reading is self._reading:
            self.fault = fault
            self.stop()
            self._say(PresentContent(presents=False, fault=fault))


class PictureReading:
    """Reads and codes one film or screen on a thread of its own, which leaves its results to the loop that made it."""

    def __init__(
        self,
        path: str,
        send: Callable[["PictureReading", PacketisedUnit], None],
        over: Callable[["PictureReading", str], None],
    ) -> None:
        self._path, self._send, self._over = path, send, over
        self._loop = asyncio.get_running_loop()
        self._stopped = threading.Event()
        self._encoder: H264Encoder | None = None
        """Made for the first picture, whose size says whether it is there to be read or moves."""
        threading.Thread(target=self._run, name="presenting", daemon=True).start()

    def stop(self) -> None:
        """Ends the thread, which may still read for a moment."""
        self._stopped.set()

    def want_key_frame(self) -> None:
        """Makes the next picture a key frame."""
        if self._encoder is not None:
            self._encoder.request_key_frame()

    def _run(self) -> None:
        fault = ""
        try:
            self._read()
        except ContentStopped as stopped:
            fault = str(stopped) or stopped.fault.value
        except (OSError, FFmpegError, ValueError) as error:
            fault = getattr(error, "strerror", None) or str(error) or type(error).__name__
        self._on_loop(self._over, fault)

    def _read(self) -> None:
        begin: float | None = None
        for piece in pieces_of(self._path):
            begin = time.monotonic() + LEAD_SECONDS if begin is None else begin
            unit = self._coded(piece.frame, begin + piece.seconds) if isinstance(piece, ContentPicture) else None
            wait = begin + piece.seconds - time.monotonic()
            if self._stopped.wait(max(0.0, wait)):
                return
            if unit is not None:
                self._on_loop(self._send, unit)

    def _coded(self, frame: av.VideoFrame, due: float) -> PacketisedUnit | None:
        if self._encoder is None:
            self._encoder = H264Encoder(SLIDES if frame.width == SLIDES.width else FILM)
        coded = self._encoder.encode(frame)
        rtp_time = int(due * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
        return None if coded is None else packetise("H264", coded.data, rtp_time, key=coded.key)

    def _on_loop(self, work: Callable[..., None], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended before the thread
            self._loop.call_soon_threadsafe(work, self, *arguments)


def _file_name(path: str) -> str:
    return PureWindowsPath(path).name if "\\" in path else PurePath(path).name
