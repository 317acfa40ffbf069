"""One device that only plays, through PortAudio (`sounddevice`): the operator's headphones.

Rules: the card's thread only takes ready blocks; the queue is filled on the event loop after each. No microphone is
opened, nothing is asked of the echo canceller. A device that is missing or stops is one trouble, and whoever opened it
decides when it is opened again.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any, Final

from console.trouble import Trouble, TroubleKind, trouble
from hardware.endpoint.device_list import look_again_for_sound
from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.capture_audio import SAMPLE_RATE, SoundUnavailable
from hardware.endpoint.sound.play_audio import PlayQueue

LATENCY_SECONDS: Final = 0.06
"""What the system is asked to hold for the card: three blocks; less, and a busy machine leaves gaps."""


class PlayCard:
    """Plays what is in the queue while it is open; lives on the event loop."""

    def __init__(self, queue: PlayQueue, device: str | None, stopped: Callable[[], None]) -> None:
        """`device` is a name, or None for the system's own; `stopped` is called when the device goes by itself."""
        self._queue, self._device, self._stopped = queue, device, stopped
        self._loop = asyncio.get_running_loop()
        self._stream: Any = None
        self._failed = False
        """It could not be opened or went by itself: what is plugged in now may be something else."""

    @property
    def is_open(self) -> bool:
        return self._stream is not None

    def open(self) -> None:
        """Opens the device and begins to play; raises SoundUnavailable with the trouble."""
        if self._stream is not None:
            return
        if self._failed:
            look_again_for_sound()
        self._failed = True
        try:
            import sounddevice as card
        except OSError as error:
            raise SoundUnavailable(trouble(TroubleKind.NO_SOUND_LIBRARY)) from error
        try:
            card.query_devices(self._device, "output")  # pyright: ignore[reportUnknownMemberType]
        except (ValueError, card.PortAudioError) as error:
            raise SoundUnavailable(self._missing()) from error
        wanted: dict[str, Any] = {"samplerate": SAMPLE_RATE, "channels": 1, "dtype": "int16"}
        wanted |= {"blocksize": BLOCK_SAMPLES, "latency": LATENCY_SECONDS, "finished_callback": self._finished}
        try:
            self._stream = card.OutputStream(device=self._device, callback=self._play, **wanted)
            self._stream.start()
        except card.PortAudioError as error:
            self.close()
            raise SoundUnavailable(trouble(TroubleKind.SOUND_UNUSABLE, why=error)) from error
        self._failed = False

    def close(self) -> None:
        """Lets the device go."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _missing(self) -> Trouble:
        if self._device is None:
            return trouble(TroubleKind.NO_HEADPHONES)
        return trouble(TroubleKind.HEADPHONES_MISSING, name=self._device)

    # ------------------------------------------------------------ on the card's threads

    def _play(self, played: Samples, _frames: int, _time: object, _status: object) -> None:
        played[:, 0] = self._queue.pull()
        self._on_loop(self._queue.refill)

    def _finished(self) -> None:
        """Called by PortAudio when the stream stops; by itself it does so only when the device has gone or failed."""
        if self._stream is not None:
            self._on_loop(self._went)

    def _went(self) -> None:
        if self._stream is not None:
            self.close()
            self._failed = True
            self._stopped()

    def _on_loop(self, call: Callable[[], None]) -> None:
        # The loop may be closing while the card asks for its last block.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call)
