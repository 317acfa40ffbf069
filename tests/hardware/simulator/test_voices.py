"""Voices are told apart in a mix of many, also after Opus."""

import av
import numpy as np
import pytest

from hardware.simulator.voices import SAMPLE_RATE, Samples, Voice, level_db, tone_of, voice_loop, who_is_heard

ALL = range(1, 101)


def speech(site_number: int, seconds: float) -> Samples:
    return Voice(site_number).next_block(int(seconds * SAMPLE_RATE))


def mix(*numbers: int, seconds: float = 1.0) -> Samples:
    total = sum(speech(number, seconds).astype(np.int32) for number in numbers)
    return np.clip(np.asarray(total), -32768, 32767).astype(np.int16)


@pytest.mark.parametrize("number", [1, 2, 36, 100])
def test_one_voice_is_named_alone(number: int) -> None:
    assert who_is_heard(mix(number), ALL) == {number}


def test_neighbours_in_one_mix_are_told_apart() -> None:
    assert who_is_heard(mix(7, 8, 9, 36), ALL) == {7, 8, 9, 36}


def test_half_a_second_is_enough() -> None:
    assert who_is_heard(mix(12, 13, seconds=0.5), ALL) == {12, 13}


def test_silence_and_noise_name_nobody() -> None:
    assert who_is_heard(np.zeros(SAMPLE_RATE, np.int16), ALL) == set()
    noise = np.random.default_rng(3).normal(0, 60, SAMPLE_RATE).astype(np.int16)
    assert who_is_heard(noise, ALL) == set()


def test_a_voice_repeats_without_a_seam_and_is_loud_enough() -> None:
    voice = Voice(4)
    joined = np.concatenate([voice.next_block(960) for _ in range(200)])
    assert np.array_equal(joined, np.tile(voice_loop(4), 2))
    assert -30 < level_db(joined) < -10


def test_every_site_of_a_large_province_has_its_own_tone() -> None:
    assert len({tone_of(number) for number in range(1, 201)}) == 200


def test_voices_survive_opus() -> None:
    assert who_is_heard(through_opus(mix(3, 21, seconds=1.5), 24_000), ALL) == {3, 21}


def through_opus(recording: Samples, bits_per_second: int) -> Samples:
    encoder = av.CodecContext.create("libopus", "w")
    encoder.sample_rate, encoder.layout, encoder.format, encoder.bit_rate = SAMPLE_RATE, "mono", "s16", bits_per_second
    decoder = av.CodecContext.create("libopus", "r")
    decoder.sample_rate, decoder.layout, decoder.format = SAMPLE_RATE, "mono", "s16"
    heard = []
    for start in range(0, len(recording) - 959, 960):
        frame = av.AudioFrame.from_ndarray(recording[None, start : start + 960], format="s16", layout="mono")
        frame.sample_rate, frame.pts = SAMPLE_RATE, start
        for packet in encoder.encode(frame):
            heard += [decoded.to_ndarray() for decoded in decoder.decode(packet)]
    joined = np.concatenate(heard, axis=1)[0]
    if joined.dtype != np.int16:
        joined = np.rint(joined * 32767).astype(np.int16)
    return joined[SAMPLE_RATE // 4 :]
