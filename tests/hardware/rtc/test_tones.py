"""The test tone and its measuring: level and frequency as they are, and nothing where there is none."""

import numpy as np
import pytest

from hardware.rtc.tones import FRAME_SAMPLES, SEGMENT_FRAMES, TONE_DB, Tone, ToneMeter, with_tone


def measured(frames: list[np.ndarray], listen: int | None = 1000) -> ToneMeter:
    meter = ToneMeter(listen)
    for frame in frames:
        meter.hear(frame)
    return meter


def test_a_tone_has_its_level_and_its_frequency() -> None:
    tone = Tone(1000)
    loud = measured([tone.next_frame() for _ in range(50)]).loudness()
    assert loud.tone_db == pytest.approx(TONE_DB, abs=0.2)
    assert loud.peak_db == pytest.approx(TONE_DB, abs=0.2)
    assert loud.frames == 50


def test_another_frequency_is_not_the_tone() -> None:
    tone = Tone(620)
    assert measured([tone.next_frame() for _ in range(50)]).loudness().tone_db is None


@pytest.mark.parametrize("level", [0.0, 0.02, 0.2])
def test_noise_is_no_tone_and_does_not_hide_one(level: float) -> None:
    noise = np.random.default_rng(3)
    tone = Tone(1000)
    frames = [(noise.normal(0, level, FRAME_SAMPLES) * 8000).astype(np.int16) for _ in range(50)]
    assert measured(frames).loudness().tone_db is None
    heard = measured([with_tone(frame, tone.next_frame()) for frame in frames]).loudness()
    assert heard.tone_db == pytest.approx(TONE_DB, abs=0.5)


def test_silence_and_nothing_are_told_apart() -> None:
    assert measured([]).loudness().peak_db is None
    silent = measured([np.zeros(FRAME_SAMPLES, np.int16)] * (SEGMENT_FRAMES + 3)).loudness()
    assert (silent.level_db, silent.peak_db, silent.tone_db) == (-127.0, -127.0, None)


def test_the_loudest_moment_counts_and_not_the_mean() -> None:
    quiet, loud = np.zeros(FRAME_SAMPLES, np.int16), np.full(FRAME_SAMPLES, 3277, np.int16)
    heard = measured([quiet] * 90 + [loud] * 10, None).loudness()
    assert heard.peak_db == pytest.approx(-20.0, abs=0.1)
    assert heard.level_db == pytest.approx(-30.0, abs=0.1)
