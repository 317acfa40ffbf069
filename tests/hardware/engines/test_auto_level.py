"""The automatic level on generated speech: alike in the end, nothing cut off, pauses left alone."""

import numpy as np
import pytest

from hardware.engines.embedded.auto_level import AIM_DB, AutoLevel
from hardware.engines.embedded.mixer import FRAME_SAMPLES, Sound, level_db
from tests.bench.speech import speech

FULL_SCALE = 32_767


def scaled(sound: Sound, to_db: float) -> Sound:
    """Returns speech with this level over its loud parts."""
    return np.clip(np.rint(sound * 10 ** ((to_db - spoken_db(sound)) / 20)), -32_768, FULL_SCALE).astype(np.int16)


def frames_of(sound: Sound) -> list[Sound]:
    return [sound[at : at + FRAME_SAMPLES] for at in range(0, len(sound) - FRAME_SAMPLES + 1, FRAME_SAMPLES)]


def spoken_db(sound: Sound) -> float:
    """Returns the level of what is spoken: of the loudest two thirds of all frames."""
    levels = sorted(level_db(frame) for frame in frames_of(sound))
    powers = [10 ** (level / 10) for level in levels[len(levels) // 3 :]]
    return 10 * float(np.log10(np.mean(powers)))


def levelled(level: AutoLevel, sound: Sound) -> Sound:
    return np.concatenate([level.apply(frame) for frame in frames_of(sound)])


@pytest.mark.parametrize("said_db", [-36.0, -30.0, -23.0, -14.0])
def test_every_speaker_is_as_loud_as_the_others_after_some_seconds(said_db: float) -> None:
    level = AutoLevel()
    said = scaled(np.tile(speech(3), 8)[: 48_000 * 14], said_db)
    heard = levelled(level, said)
    assert spoken_db(heard[-48_000 * 4 :]) == pytest.approx(AIM_DB, abs=2.5)


def test_a_shout_after_a_whisper_is_not_cut_off() -> None:
    level = AutoLevel()
    levelled(level, scaled(np.tile(speech(3), 6), -38.0))
    assert level.gain_db > 6
    t = np.arange(48_000) / 48_000
    shout = (32_000 * np.sin(2 * np.pi * 220 * t)).astype(np.int16)
    heard = levelled(level, shout).astype(np.int32)
    assert np.abs(heard).max() < 30_000, "not even in the first milliseconds"
    assert level.gain_db < 6, "and it is turned down within the second"


def test_a_pause_is_not_drawn_up() -> None:
    level = AutoLevel()
    levelled(level, scaled(np.tile(speech(3), 4), -30.0))
    before = level.gain_db
    room = np.random.default_rng(1).normal(0, 30, 48_000 * 5).astype(np.int16)
    heard = levelled(level, room)
    assert level.gain_db == before
    assert level_db(heard) == pytest.approx(level_db(room) + before, abs=0.5)
