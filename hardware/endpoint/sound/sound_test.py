"""Sounds that a technician plays into the own room: a tone to hear the loudspeaker, noise to measure the echo.

Rules: they take the program's place in this room for some seconds and go nowhere else: the microphone's gate does not
know of them. One at a time; a new one replaces the one that plays.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final

import numpy as np

from console.sites.site_facts import EchoFacts, EchoVerdict, SoundTest
from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.echo_figures import EchoFigures
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.sound_card import SoundCard

SAMPLE_RATE: Final = 48_000
TONE_SECONDS: Final = 2.0
TONE_HERTZ: Final = 1000.0
ECHO_SECONDS: Final = 5.0
"""Long enough for the canceller to find the delay and to converge (about two seconds, WebRTC's echo canceller 3)."""
PEAK: Final = 0.2
GOOD_DB: Final = 35.0
"""ITU-T G.131: with 35 dB of talker echo loss an echo of 150 ms is still tolerable to nearly everybody."""
FAIR_DB: Final = 20.0
UNHEARD_DB: Final = 55.0
"""Less than this of the loudspeaker's signal in the microphone: it hears nothing of it."""


def tone() -> list[Samples]:
    """Returns a tone of 1 kHz that comes and goes softly, in blocks of 20 ms."""
    moments = np.arange(round(TONE_SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    return _blocks(np.sin(2 * np.pi * TONE_HERTZ * moments))


def noise() -> list[Samples]:
    """Returns speech-like noise (falling with frequency, in syllables), the same every time, in blocks of 20 ms."""
    count = round(ECHO_SECONDS * SAMPLE_RATE)
    white = np.fft.rfft(np.random.default_rng(1).standard_normal(count))
    hertz = np.fft.rfftfreq(count, 1 / SAMPLE_RATE)
    band = (hertz > 150) & (hertz < 7000)
    shaped = np.fft.irfft(np.where(band, white / np.sqrt(np.maximum(hertz, 150)), 0), count)
    syllables = 0.65 + 0.35 * np.sin(2 * np.pi * 4 * np.arange(count) / SAMPLE_RATE)
    return _blocks(shaped / np.max(np.abs(shaped)) * syllables * 2)


def _blocks(wave: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[Samples]:
    fade = np.minimum(1.0, np.minimum(np.arange(len(wave)), np.arange(len(wave))[::-1]) / (0.05 * SAMPLE_RATE))
    samples = (np.clip(wave * fade * PEAK, -1, 1) * 32767).astype(np.int16)
    whole = len(samples) // BLOCK_SAMPLES * BLOCK_SAMPLES
    return [samples[start : start + BLOCK_SAMPLES] for start in range(0, whole, BLOCK_SAMPLES)]


def verdict_on(figures: EchoFigures) -> EchoVerdict:
    """Returns the word for what was measured."""
    loss, own = figures.return_loss_db, figures.enhancement_db
    if loss is None or own is None or loss - own >= UNHEARD_DB:
        return EchoVerdict.NOT_HEARD
    if loss >= GOOD_DB:
        return EchoVerdict.GOOD
    return EchoVerdict.FAIR if loss >= FAIR_DB else EchoVerdict.BAD


class SoundTests:
    """The tests of one room; lives on the event loop."""

    def __init__(self, card: SoundCard | None, queue: PlayQueue | None, changed: Callable[[], None]) -> None:
        self.playing: SoundTest | None = None
        self.echo: EchoFacts | None = None
        """What the last echo test came to."""
        self._card, self._queue, self._changed = card, queue, changed
        self._task: asyncio.Task[None] | None = None

    def play(self, test: SoundTest) -> None:
        """Plays a test, in place of one that plays."""
        self.stop()
        if self._card is None or self._queue is None or not self._card.has_loudspeaker:
            self.echo = EchoFacts(verdict=EchoVerdict.NO_SOUND, at_ms=_wall_ms())
            self._changed()
            return
        self._task = asyncio.ensure_future(self._play(test, self._card, self._queue))

    def stop(self) -> None:
        """Ends what plays, without a verdict."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._queue is not None:
            self._queue.insert([])
        if self.playing is not None:
            self.playing = None
            self._changed()

    def close(self) -> None:
        """Ends what plays."""
        self.stop()

    async def _play(self, test: SoundTest, card: SoundCard, queue: PlayQueue) -> None:
        self.playing = test
        self._changed()
        queue.insert(tone() if test is SoundTest.TONE else noise())
        await asyncio.sleep(TONE_SECONDS if test is SoundTest.TONE else ECHO_SECONDS)
        if test is SoundTest.ECHO:
            figures = card.echo()
            verdict = verdict_on(figures) if card.has_microphone else EchoVerdict.NO_SOUND
            self.echo = EchoFacts(verdict=verdict, return_loss_db=figures.return_loss_db, at_ms=_wall_ms())
        self.playing = None
        self._changed()


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000
