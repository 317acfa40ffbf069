"""Echo is taken out of a synthetic room and measured; a room with its own processor is left alone."""

import numpy as np
import pytest

from hardware.endpoint.ports import Samples
from hardware.endpoint.sound.echo import SAMPLE_RATE, EchoCanceller

SECONDS = 4
REFLECTIONS = ((37, 0.35), (52, 0.25), (75, 0.2))
"""Delay in ms and strength: about 6 dB of loss together."""


def loudspeaker() -> Samples:
    """Modulated noise, which has everything that speech has but meaning."""
    count = SECONDS * SAMPLE_RATE
    noise = np.random.default_rng(5).normal(0, 2500, count)
    rhythm = 0.55 + 0.45 * np.sin(2 * np.pi * 3.1 * np.arange(count) / SAMPLE_RATE)
    return np.clip(noise * rhythm, -32768, 32767).astype(np.int16)


def in_the_room(played: Samples) -> Samples:
    heard = np.zeros(len(played))
    for delay_ms, strength in REFLECTIONS:
        shift = delay_ms * SAMPLE_RATE // 1000
        heard[shift:] += strength * played[:-shift]
    return np.clip(heard, -32768, 32767).astype(np.int16)


def through(canceller: EchoCanceller, captured: Samples, played: Samples) -> Samples:
    blocks: list[Samples] = []
    for at in range(0, len(played), 960):
        canceller.hear(played[at : at + 960])
        blocks.append(canceller.clean(captured[at : at + 960]))
    return np.concatenate(blocks)


def power_db(sound: Samples) -> float:
    return 10 * float(np.log10(np.mean(np.square(sound.astype(np.float64))) + 1e-9))


def test_the_echo_goes_and_the_figures_say_so() -> None:
    played = loudspeaker()
    captured = in_the_room(played)
    canceller = EchoCanceller(delay_ms=40)
    cleaned = through(canceller, captured, played)
    last = slice(-2 * SAMPLE_RATE, None)
    assert power_db(captured[last]) - power_db(cleaned[last]) > 20
    figures = canceller.figures()
    assert figures.enhancement_db is not None
    assert figures.return_loss_db is not None
    assert figures.enhancement_db > 20
    assert figures.return_loss_db > figures.enhancement_db


def test_switched_off_it_only_measures() -> None:
    played = loudspeaker()[:SAMPLE_RATE]
    captured = in_the_room(played)
    canceller = EchoCanceller(enabled=False)
    assert np.array_equal(through(canceller, captured, played), captured)
    figures = canceller.figures()
    assert figures.enhancement_db == pytest.approx(0, abs=0.1)
    assert figures.return_loss_db == pytest.approx(6, abs=2)


def test_a_silent_loudspeaker_tells_nothing() -> None:
    canceller = EchoCanceller(enabled=False)
    silence = np.zeros(SAMPLE_RATE, np.int16)
    through(canceller, silence, silence)
    assert canceller.figures().return_loss_db is None


def test_speech_in_the_room_survives() -> None:
    voice = (8000 * np.sin(2 * np.pi * 300 * np.arange(SAMPLE_RATE * 2) / SAMPLE_RATE)).astype(np.int16)
    voice[::7] //= 2
    silence = np.zeros(len(voice), np.int16)
    canceller = EchoCanceller(delay_ms=40)
    cleaned = through(canceller, voice, silence)
    first = slice(0, SAMPLE_RATE // 2)
    assert power_db(voice[first]) - power_db(cleaned[first]) < 12
