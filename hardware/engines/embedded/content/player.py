"""A content player: a process that plays one film, screen or window through the doorway of the mixing worker.

Rule: it is no part of the meeting: coded once here, it arrives like the pictures and sound of a distant site. It lives
as long as its links; what the worker is too slow for is dropped up to the next key picture.
"""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable

import av
import msgspec
from av.error import FFmpegError

from console.content.content_port import CONTENT_SOURCE, ContentFault, ContentOver
from hardware.content.content_reading import (
    ContentPicture,
    ContentSound,
    Piece,
    pieces_of,
)
from hardware.content.desktop_reading import ContentStopped
from hardware.engines.embedded.content.content_words import ContentOrders, ContentReady
from hardware.engines.embedded.doorway import (
    BUFFER_BYTES,
    ContentComes,
    Introduced,
    PictureIn,
    SoundIn,
    SourceKeyWanted,
    outward_decoder,
    pass_on,
)
from hardware.engines.embedded.first_orders import NOT_ORDERED, read_orders
from hardware.engines.embedded.link import LinkEnd
from hardware.rtc.audio_codec import OpusEncoder, level_dbov
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, VIDEO_CLOCK_HZ, AudioPacket, VideoUnit
from hardware.rtc.video_codec import FILM, SLIDES, VideoEncoder, make_encoder

LEAD_SECONDS = 0.2
"""So long the first piece waits, so that those after it are decoded in time."""


def run() -> int:
    """Plays by the orders on standard input; returns the exit code."""
    orders = read_orders(
        ContentOrders, "Content is played by the bridge only; this command has nothing to do by itself."
    )
    if orders is None:
        return NOT_ORDERED
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_play(orders))


async def _play(orders: ContentOrders) -> int:
    loop, gone = asyncio.get_running_loop(), asyncio.Event()
    player = Player(orders, loop)
    try:
        _, bridge = await loop.create_connection(
            lambda: LinkEnd(lambda _link, _frames: None, lambda _link: gone.set()), "127.0.0.1", orders.link_port
        )
        bridge.send(ContentReady(at_ms=_now_ms(), token=orders.token))
        _, door = await loop.create_connection(
            lambda: LinkEnd(player.hear, lambda _link: gone.set(), buffer_bytes=BUFFER_BYTES),
            "127.0.0.1",
            orders.doorway_port,
        )
    except OSError:
        return 1
    pass_on(door, Introduced(orders.doorway_token))
    pass_on(door, ContentComes(CONTENT_SOURCE))
    player.begin(door)
    ended = asyncio.create_task(player.ended.wait())
    left = asyncio.create_task(gone.wait())
    await asyncio.wait((ended, left), return_when=asyncio.FIRST_COMPLETED)
    player.stop()
    if ended.done():
        bridge.send(ContentOver(at_ms=_now_ms(), number=orders.number, fault=player.fault, text=player.text))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2.0):
                await gone.wait()
    for task in (ended, left):
        task.cancel()
    return 0


class Player:
    """Reads and codes on a thread of its own, in the content's own time; sends on the loop."""

    def __init__(self, orders: ContentOrders, loop: asyncio.AbstractEventLoop) -> None:
        self.ended = asyncio.Event()
        self.fault, self.text = ContentFault.OVER, ""
        self._orders, self._loop = orders, loop
        self._door: LinkEnd | None = None
        self._stopped = threading.Event()
        self._video: VideoEncoder | None = None
        """Made for the first picture, whose size says whether it is there to be read or moves."""
        self._audio = OpusEncoder()
        self._sequence = 0
        self._waits_for_key = False
        self._thread = threading.Thread(target=self._run, name="content", daemon=True)

    def begin(self, door: LinkEnd) -> None:
        self._door = door
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread, which may still decode for a moment."""
        self._stopped.set()

    def hear(self, link: LinkEnd, frames: list[bytes]) -> None:
        """Takes what the worker says; of that only the wish for a key picture concerns a player."""
        for frame in frames:
            try:
                message = outward_decoder.decode(frame)
            except msgspec.DecodeError:
                link.close()
                return
            if isinstance(message, SourceKeyWanted):
                self._want_key()

    # ------------------------------------------------ the thread

    def _run(self) -> None:
        try:
            self._play()
        except ContentStopped as stopped:
            self.fault, self.text = stopped.fault, str(stopped)
        except (OSError, FFmpegError, ValueError) as error:
            self.fault = ContentFault.UNREADABLE
            self.text = getattr(error, "strerror", None) or str(error)
        self._on_loop(self.ended.set)

    def _play(self) -> None:
        begin: float | None = None
        orders = self._orders
        for piece in pieces_of(orders.path, window=orders.window, screen=orders.screen):
            begin = time.monotonic() + LEAD_SECONDS if begin is None else begin
            # Coded before it is due: a picture's coding must not hold up the sound after it.
            message = self._coded(piece)
            wait = begin + piece.seconds - time.monotonic()
            if wait > 0 and self._stopped.wait(wait):
                return
            if self._stopped.is_set():
                return
            self._on_loop(self._send, message)

    def _coded(self, piece: Piece) -> PictureIn | SoundIn | None:
        match piece:
            case ContentPicture():
                coded = self._encoder_for(piece.frame).encode(piece.frame)
                if coded is None:
                    return None
                rtp_time = int(piece.seconds * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
                unit = VideoUnit(coded.data, "H264", coded.key, rtp_time, 0.0)
                return PictureIn(CONTENT_SOURCE, unit)
            case ContentSound():
                self._sequence += 1
                rtp_time = round(piece.seconds * AUDIO_CLOCK_HZ) & 0xFFFFFFFF
                payload, level = self._audio.encode(piece.sound), level_dbov(piece.sound)
                packet = AudioPacket(self._sequence & 0xFFFF, rtp_time, payload, 0.0, level)
                return SoundIn(CONTENT_SOURCE, packet)

    def _encoder_for(self, frame: av.VideoFrame) -> VideoEncoder:
        if self._video is None:
            self._video = make_encoder("H264", SLIDES if frame.width == SLIDES.width else FILM)
        return self._video

    def _want_key(self) -> None:
        if self._video is not None:
            self._video.request_key_frame()

    # ------------------------------------------------ the loop

    def _on_loop(self, work: Callable[..., object], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended before the thread
            self._loop.call_soon_threadsafe(work, *arguments)

    def _send(self, message: PictureIn | SoundIn | None) -> None:
        if message is None or self._door is None:
            return
        if isinstance(message, PictureIn) and self._waits_for_key and not message.unit.key:
            return
        coded = message.unit if isinstance(message, PictureIn) else message.packet
        coded.arrived_seconds = time.monotonic()
        sent = pass_on(self._door, message)
        if isinstance(message, PictureIn):
            self._waits_for_key = not sent
            if not sent:
                self._want_key()


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
