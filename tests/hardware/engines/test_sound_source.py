"""A site's sound at the bridge: repaired, concealed, and never late for long."""

from collections.abc import Callable

import numpy as np

from hardware.engines.embedded.mixer import Sound
from hardware.engines.embedded.sound_source import SoundSource
from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.media_types import AudioPacket
from hardware.simulator.voices import Voice

FRAME = 0.02
VOICE = Voice(3)
ENCODER = OpusEncoder()
SPOKEN = [ENCODER.encode(VOICE.next_block(960)) for _ in range(500)]


def hear(arrivals: Callable[[int], float | None], *, frames: int, source: SoundSource) -> list[float]:
    """Plays a voice whose packet n arrives at `arrivals(n)` (None: never); returns how long sound usually waited."""
    coming = sorted((at, number) for number in range(frames) if (at := arrivals(number)) is not None)
    waits: list[float] = []
    for tick in range(frames):
        now = tick * FRAME + 0.011
        while coming and coming[0][0] <= now:
            at, number = coming.pop(0)
            source.push(AudioPacket(number, number * 960, SPOKEN[number % len(SPOKEN)], at, -20))
        sound = source.pull(now)
        assert sound is None or sound.shape == (960,)
        waits.append(source.buffer.usual_wait_seconds)
    return waits


def test_a_stall_is_taken_back_within_seconds_and_nearly_all_is_heard() -> None:
    source = SoundSource()
    waits = hear(lambda n: max(n * FRAME, 5.0) if 4.5 <= n * FRAME < 5.0 else n * FRAME, frames=900, source=source)
    assert max(waits) > 0.15, "what was late is played"
    assert waits[-1] < 0.08
    assert source.buffer.dropped <= 10


def test_lost_frames_are_repaired_and_counted() -> None:
    source = SoundSource()
    hear(lambda n: None if n % 25 == 13 else n * FRAME, frames=500, source=source)
    frames = source.frames()
    assert frames.repaired + frames.concealed == 20
    assert frames.repaired > 8
    assert frames.played > 470
    assert frames.wait_ms < 80


def test_what_is_cut_out_has_no_step() -> None:
    source = SoundSource()
    heard: list[Sound] = []
    for number in range(300):
        now = number * FRAME
        if number < 200:
            for late in range(2 if number < 12 else 1):
                n = number * 2 + late if number < 12 else number + 12
                source.push(AudioPacket(n, n * 960, SPOKEN[n], now, -20))
        sound = source.pull(now + 0.011)
        if sound is not None and number < 190:
            heard.append(sound)
    steps = np.abs(np.diff(np.concatenate(heard).astype(np.int32)))
    usual = max(int(np.abs(np.diff(VOICE.next_block(960).astype(np.int32))).max()) for _ in range(100))
    assert steps.max() < 3 * usual
