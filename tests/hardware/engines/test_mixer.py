"""Who hears whom, and how loud: the mixer alone."""

import numpy as np
import pytest

from hardware.engines.embedded.mixer import FRAME_SAMPLES, SILENCE_DB, Gain, Mixer, Sound, level_db, peak_db


def tone(hertz: float, amplitude: int = 4000, frames: int = 1) -> Sound:
    times = np.arange(FRAME_SAMPLES * frames) / 48000
    return (amplitude * np.sin(2 * np.pi * hertz * times)).astype(np.int16)


def test_silent_sites_hear_everybody_and_nobody_hears_himself() -> None:
    sounds = {"a": tone(300), "b": tone(700), "c": None}
    common, own = Mixer().mix(sounds)
    assert np.array_equal(common, sounds["a"] + sounds["b"])
    assert np.array_equal(own["a"], sounds["b"])
    assert np.array_equal(own["b"], sounds["a"])
    assert np.array_equal(own["c"], common)


def test_an_empty_meeting_is_silent() -> None:
    common, own = Mixer().mix({})
    assert not common.any()
    assert own == {}


def test_loud_sites_together_do_not_clip() -> None:
    mixer = Mixer()
    loud = {str(number): tone(200 + 37 * number, 20000) for number in range(6)}
    mixer.mix(loud)
    common, _ = mixer.mix(loud)
    plain = sum(sound.astype(np.int32) for sound in loud.values())
    assert np.abs(plain).max() > 32767
    assert np.abs(common.astype(np.int32)).max() <= 29_001
    # Turned down, not cut off: the shape stays.
    assert np.corrcoef(plain, common)[0, 1] > 0.999


def test_after_a_loud_moment_the_mix_comes_back_within_a_second() -> None:
    mixer = Mixer()
    mixer.mix({"a": tone(300, 32000), "b": tone(310, 32000)})
    quiet, common = tone(500, 3000), tone(0)
    for _ in range(50):
        common, _ = mixer.mix({"a": quiet, "b": None})
    assert np.array_equal(common, quiet)


@pytest.mark.parametrize(("amplitude", "expected"), [(32767, -3.0), (3277, -23.0), (0, SILENCE_DB)])
def test_level_of_a_sine(amplitude: int, expected: float) -> None:
    assert level_db(tone(400, amplitude)) == pytest.approx(expected, abs=0.1)


def test_peak_of_full_scale_is_zero() -> None:
    assert peak_db(np.array([-32768, 0], np.int16)) == pytest.approx(0.0)
    assert peak_db(np.zeros(4, np.int16)) == SILENCE_DB


def test_a_gain_changes_without_a_step_and_never_cuts_off() -> None:
    gain, steady = Gain(), tone(500, 4000, 4)
    frames = [steady[place : place + FRAME_SAMPLES] for place in range(0, len(steady), FRAME_SAMPLES)]
    assert np.array_equal(gain.apply(frames[0]), frames[0])
    gain.factor = 2.0
    louder = np.concatenate([gain.apply(frame) for frame in frames[1:]]).astype(np.int32)
    assert np.abs(np.diff(louder)).max() < 2.1 * np.abs(np.diff(steady.astype(np.int32))).max()
    assert level_db(louder[-FRAME_SAMPLES:].astype(np.int16)) - level_db(frames[3]) == pytest.approx(6.0, abs=0.1)
    gain.factor = 4.0
    loud = [gain.apply(tone(500, 20000)) for _ in range(3)][-1]
    assert np.abs(loud.astype(np.int32)).max() <= 29_001
