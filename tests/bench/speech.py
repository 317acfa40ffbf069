"""Sound that coders take for speech: syllables with pitch and formants, phrases, pauses; no recording is needed.

Rule: seeded, 48 kHz, mono, 16 bits. (The simulator's voices murmur without a pause, so that they can be told apart;
a coder's voice detection takes such a murmur for noise after a while and protects half of it.)
"""

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]

SAMPLE_RATE = 48_000
SECONDS = 20
PEAK = 0.5
_ROOM_NOISE = 0.001
_FORMANT_HERTZ = ((350, 750), (1000, 2000), (2300, 2900))
_FORMANT_GAINS = (1.0, 0.5, 0.25)
_FORMANT_WIDTH = 120.0
_HARMONICS = 30


def speech(seed: int, seconds: int = SECONDS) -> Samples:
    """Returns so much speech of one speaker."""
    dice = np.random.default_rng(seed)
    sound = np.zeros(SAMPLE_RATE * seconds)
    at = 0.0
    while at < seconds - 1:
        for _ in range(dice.integers(4, 9)):
            syllable = _syllable(dice)
            start = int(at * SAMPLE_RATE)
            room = min(len(syllable), max(0, len(sound) - start))
            sound[start : start + room] += syllable[:room]
            at += 0.95 * len(syllable) / SAMPLE_RATE
        at += dice.uniform(0.25, 0.8)
    sound *= PEAK / np.abs(sound).max()
    sound += dice.normal(0, _ROOM_NOISE, len(sound))
    return (sound * 32767).astype(np.int16)


def _syllable(dice: np.random.Generator) -> NDArray[np.float64]:
    count = int(dice.uniform(0.14, 0.28) * SAMPLE_RATE)
    pitch = dice.uniform(105, 160)
    phase = 2 * np.pi * np.cumsum(pitch * np.linspace(1, dice.uniform(0.85, 1.1), count)) / SAMPLE_RATE
    formants = [dice.uniform(*bounds) for bounds in _FORMANT_HERTZ]
    voiced = np.zeros(count)
    for harmonic in range(1, _HARMONICS):
        away = ((harmonic * pitch - np.array(formants)) / _FORMANT_WIDTH) ** 2
        voiced += (float(np.exp(-away) @ np.array(_FORMANT_GAINS)) + 0.02 / harmonic) * np.sin(harmonic * phase)
    if dice.random() < 0.4:  # a consonant without voice
        onset = min(count, SAMPLE_RATE // 20)
        voiced[:onset] = dice.normal(0, 0.4, onset)
    return voiced * np.hanning(count) ** 0.4
