"""The room's microphone and loudspeaker through PortAudio (`sounddevice`), one stream for both so that echo can be
cancelled block by block.

Rules: the callback of the sound card only copies; canceller, gate and encoder run on the event loop. At most
`MOST_WAITING_BLOCKS` captured blocks wait for the loop, then the oldest is dropped and counted. A machine without
microphone or loudspeaker says so in one sentence and goes on without.
"""

import asyncio
from collections import deque
from typing import Any, Final, Protocol

import numpy as np

from console.trouble import Trouble, TroubleKind, trouble
from hardware.endpoint.capture_audio import SAMPLE_RATE, SoundUnavailable
from hardware.endpoint.echo import EchoCanceller
from hardware.endpoint.echo_figures import EchoFigures
from hardware.endpoint.play_audio import PlayQueue
from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound, Samples

MOST_WAITING_BLOCKS: Final = 10


class RawStream(Protocol):
    """What is used of sounddevice's streams."""

    latency: Any

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
        self.dropped_blocks = 0
        self.troubles: tuple[Trouble, ...] = ()
        """What is missing or has stopped."""
        self._queue = queue
        self._echo = EchoCanceller(enabled=cancel_echo)
        self._deliver: DeliverSound | None = None
        self._waiting: deque[tuple[Samples, Samples]] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stream: RawStream | None = None

    def open(self, *, microphone: str | None = None, loudspeaker: str | None = None) -> None:
        """Opens the named devices (or the system's own); must be called on the event loop.

        What is missing is told in `troubles`. Raises SoundUnavailable when there is neither.
        """
        self._loop = asyncio.get_running_loop()
        self.has_microphone, why_no_microphone = has_device(microphone, "input")
        self.has_loudspeaker, why_no_loudspeaker = has_device(loudspeaker, "output")
        missing = [why for why in (why_no_microphone, why_no_loudspeaker) if why is not None]
        self.troubles = tuple(missing[:1] if missing[1:] == missing[:1] else missing)
        if not self.has_microphone and not self.has_loudspeaker:
            raise SoundUnavailable(" ".join(map(str, self.troubles)))
        self._stream = self._open_stream(microphone, loudspeaker)
        self._stream.start()

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
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    # ------------------------------------------------------------ inside

    def _open_stream(self, microphone: str | None, loudspeaker: str | None) -> RawStream:
        import sounddevice as card

        wanted: dict[str, Any] = {"samplerate": SAMPLE_RATE, "channels": 1, "dtype": "int16"}
        wanted |= {"blocksize": BLOCK_SAMPLES, "finished_callback": self._finished}
        try:
            if self.has_microphone and self.has_loudspeaker:
                stream = card.Stream(device=(microphone, loudspeaker), callback=self._both, **wanted)
                self._echo.set_delay(round(sum(stream.latency) * 1000))
            elif self.has_microphone:
                stream = card.InputStream(device=microphone, callback=self._captured, **wanted)
            else:
                stream = card.OutputStream(device=loudspeaker, callback=self._played, **wanted)
        except card.PortAudioError as error:
            raise SoundUnavailable(trouble(TroubleKind.SOUND_UNUSABLE, why=error)) from error
        return stream

    def _finished(self) -> None:
        """Called by PortAudio when the stream stops; by itself it does so only when a device has gone."""
        if self._stream is not None:
            self.troubles = (trouble(TroubleKind.SOUND_STOPPED),)

    def _both(self, captured: Samples, played: Samples, _frames: int, _time: object, _status: object) -> None:
        played[:, 0] = self._queue.pull()
        self._hand_over(captured[:, 0].copy(), played[:, 0].copy())

    def _captured(self, captured: Samples, _frames: int, _time: object, _status: object) -> None:
        self._hand_over(captured[:, 0].copy(), np.zeros(BLOCK_SAMPLES, np.int16))

    def _played(self, played: Samples, _frames: int, _time: object, _status: object) -> None:
        played[:, 0] = self._queue.pull()
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._queue.refill)

    def _hand_over(self, captured: Samples, played: Samples) -> None:
        self._waiting.append((captured, played))
        if len(self._waiting) > MOST_WAITING_BLOCKS:
            self._waiting.popleft()
            self.dropped_blocks += 1
        elif self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._process)

    def _process(self) -> None:
        self._queue.refill()
        if self._waiting:
            captured, played = self._waiting.popleft()
            cleaned = self._echo.clean(captured, played)
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
