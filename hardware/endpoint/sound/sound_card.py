"""The room's microphone and loudspeaker through PortAudio (`sounddevice`), each with a stream of its own.

Rules: the callbacks of the card only copy; canceller, gate and encoder run on the event loop, on blocks in the order
in which the card asked for them and delivered them. (One stream for both would play a block when one is captured and
not when one is needed: what is lost of the margin once never comes back, and a sound server then runs dry at the end
of each block.) At most `MOST_WAITING_BLOCKS` blocks wait for the loop, then the oldest is dropped and counted. A
machine without microphone or loudspeaker says so in one sentence and goes on without; a card that stops is opened
again every `REOPEN_SECONDS`.
"""

import asyncio
import contextlib
from collections import deque
from enum import Enum
from typing import Any, Final, Protocol

from console.trouble import Trouble, TroubleKind, trouble
from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound, Samples
from hardware.endpoint.sound.capture_audio import SAMPLE_RATE, SoundUnavailable
from hardware.endpoint.sound.echo import EchoCanceller
from hardware.endpoint.sound.echo_figures import EchoFigures
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.sound_sender import SILENT_DBOV
from hardware.rtc.audio_codec import level_dbov

MOST_WAITING_BLOCKS: Final = 20
"""Of both directions: 0.2 s."""
REOPEN_SECONDS: Final = 2.0
LATENCY_SECONDS: Final = 0.06
"""What the system is asked to hold for the card: three blocks; less, and a busy machine leaves gaps."""


class Side(Enum):
    """Which way a block went."""

    CAPTURED = "captured"
    PLAYED = "played"


class RawStream(Protocol):
    """What is used of sounddevice's streams."""

    @property
    def latency(self) -> Any:
        """Seconds from a block's handing over to the air, or back."""
        ...

    def start(self) -> None:
        """Starts the card."""
        ...

    def close(self) -> None:
        """Stops the card and lets it go."""
        ...


class SoundCard:
    """Captures and plays; a sound source for the microphone, and pulls what is to be played."""

    def __init__(self, *, queue: PlayQueue, cancel_echo: bool = True) -> None:
        """`queue` holds what is to be played; it is filled again after every block."""
        self.has_microphone = False
        self.has_loudspeaker = False
        self.heard_dbov = self.played_dbov = SILENT_DBOV
        """Levels of the newest block that the microphone delivered, and of the newest that was played."""
        self.dropped_blocks = 0
        self.reopenings = 0
        """How often the card stopped by itself and was opened again."""
        self.troubles: tuple[Trouble, ...] = ()
        """What is missing or has stopped."""
        self._queue = queue
        self._echo = EchoCanceller(enabled=cancel_echo)
        self._deliver: DeliverSound | None = None
        self._waiting: deque[tuple[Side, Samples]] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._devices: tuple[str | None, str | None] = (None, None)
        self._streams: list[RawStream] = []
        self._reopening: asyncio.Task[None] | None = None

    def open(self, *, microphone: str | None = None, loudspeaker: str | None = None) -> None:
        """Opens the named devices (or the system's own); must be called on the event loop.

        What is missing is told in `troubles`. Raises SoundUnavailable when there is neither.
        """
        self._loop = asyncio.get_running_loop()
        self._devices = (microphone, loudspeaker)
        self.has_microphone, why_no_microphone = has_device(microphone, "input")
        self.has_loudspeaker, why_no_loudspeaker = has_device(loudspeaker, "output")
        missing = [why for why in (why_no_microphone, why_no_loudspeaker) if why is not None]
        self.troubles = tuple(missing[:1] if missing[1:] == missing[:1] else missing)
        if not self.has_microphone and not self.has_loudspeaker:
            raise SoundUnavailable(" ".join(map(str, self.troubles)))
        self._open_streams()

    def echo(self) -> EchoFigures:
        """Returns the measured echo of the room."""
        return self._echo.figures()

    # ------------------------------------------------------------ as a sound source

    def start(self, deliver: DeliverSound) -> None:
        """Begins to deliver; the canceller learns the room all the time."""
        self._deliver = deliver

    def stop(self) -> None:
        """Ends the delivery; the card goes on, so that the next opening has no echo."""
        self._deliver = None

    def close(self) -> None:
        """Lets the devices go."""
        self._deliver = None
        if self._reopening is not None:
            self._reopening.cancel()
        self._close_streams()

    # ------------------------------------------------------------ the streams

    def _open_streams(self) -> None:
        import sounddevice as card

        wanted: dict[str, Any] = {"samplerate": SAMPLE_RATE, "channels": 1, "dtype": "int16"}
        wanted |= {"blocksize": BLOCK_SAMPLES, "latency": LATENCY_SECONDS, "finished_callback": self._finished}
        microphone, loudspeaker = self._devices
        try:
            if self.has_loudspeaker:
                self._streams.append(card.OutputStream(device=loudspeaker, callback=self._play, **wanted))
            if self.has_microphone:
                self._streams.append(card.InputStream(device=microphone, callback=self._capture, **wanted))
            if self.has_loudspeaker:
                self._queue.card_seconds = float(self._streams[0].latency)
            self._echo.set_delay(round(sum(stream.latency for stream in self._streams) * 1000))
            for stream in self._streams:
                stream.start()
        except card.PortAudioError as error:
            self._close_streams()
            raise SoundUnavailable(trouble(TroubleKind.SOUND_UNUSABLE, why=error)) from error

    def _close_streams(self) -> None:
        streams, self._streams = self._streams, []
        for stream in streams:
            stream.close()

    def _finished(self) -> None:
        """Called by PortAudio when a stream stops; by itself it does so only when a device has gone or failed."""
        if self._streams and self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._begin_reopening)

    def _begin_reopening(self) -> None:
        if self._streams and (self._reopening is None or self._reopening.done()):
            self.troubles = (trouble(TroubleKind.SOUND_STOPPED),)
            self._reopening = asyncio.ensure_future(self._reopen())

    async def _reopen(self) -> None:
        self._close_streams()
        while not self._streams:
            await asyncio.sleep(REOPEN_SECONDS)
            with contextlib.suppress(SoundUnavailable):
                self._open_streams()
        self.reopenings += 1
        self.troubles = ()

    # ------------------------------------------------------------ on the card's threads

    def _play(self, played: Samples, _frames: int, _time: object, _status: object) -> None:
        block = self._queue.pull()
        played[:, 0] = block
        self._hand_over(Side.PLAYED, block)

    def _capture(self, captured: Samples, _frames: int, _time: object, _status: object) -> None:
        self._hand_over(Side.CAPTURED, captured[:, 0].copy())

    def _hand_over(self, side: Side, block: Samples) -> None:
        self._waiting.append((side, block))
        if len(self._waiting) > MOST_WAITING_BLOCKS:
            self._waiting.popleft()
            self.dropped_blocks += 1
        elif self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._process)

    # ------------------------------------------------------------ on the event loop

    def _process(self) -> None:
        """Takes one block that the card has asked for or delivered."""
        self._queue.refill()
        if not self._waiting:
            return
        side, block = self._waiting.popleft()
        if side is Side.PLAYED:
            self._echo.hear(block)
            self.played_dbov = level_dbov(block)
            return
        cleaned = self._echo.clean(block)
        self.heard_dbov = level_dbov(cleaned)
        if self._deliver is not None:
            self._deliver(cleaned)


def has_device(name: str | None, direction: str) -> tuple[bool, Trouble | None]:
    """Tells whether a device for `input` or `output` is there, and if not, why."""
    try:
        import sounddevice as card
    except OSError:
        return False, trouble(TroubleKind.NO_SOUND_LIBRARY)
    try:
        card.query_devices(name, direction)  # pyright: ignore[reportUnknownMemberType]
    except (ValueError, card.PortAudioError):
        return False, _missing(name, direction)
    return True, None


def _missing(name: str | None, direction: str) -> Trouble:
    if direction == "input":
        return trouble(TroubleKind.MICROPHONE_MISSING, name=name) if name else trouble(TroubleKind.NO_MICROPHONE)
    return trouble(TroubleKind.LOUDSPEAKER_MISSING, name=name) if name else trouble(TroubleKind.NO_LOUDSPEAKER)
