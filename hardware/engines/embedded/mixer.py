"""Mixes sound: one common mix for all who are silent, and for each open site the mix without its own sound.

Rule: pure arithmetic on frames of 20 ms, 48 kHz, one channel, 16 bits. Nobody hears himself; a mix that grows too loud
is turned down smoothly instead of being cut off.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from console.words import SiteId

SAMPLE_RATE = 48_000
FRAME_SAMPLES = 960
FRAME_SECONDS = 0.02
SILENCE_DB = -127.0
"""The level of digital silence (RFC 6464 counts down to -127 dBov)."""

_CEILING = 29_000.0
_ATTACK_SAMPLES = 96
_RECOVERY_PER_FRAME = 0.04

Sound = NDArray[np.int16]


@dataclass(slots=True)
class Limiter:
    """Keeps the peaks of one mix below full scale: down within 2 ms, sooner where a peak comes sooner, up again within
    half a second.
    """

    gain: float = 1.0

    def limit(self, mixed: NDArray[np.int32]) -> Sound:
        """Returns the frame as 16-bit sound."""
        peak = float(np.abs(mixed).max(initial=0))
        wanted = min(1.0, _CEILING / peak) if peak > _CEILING else 1.0
        if wanted >= 1.0 and self.gain >= 1.0:
            return mixed.astype(np.int16)
        old, self.gain = self.gain, min(wanted, self.gain + _RECOVERY_PER_FRAME)
        ramp = np.full(len(mixed), self.gain)
        if self.gain < old:
            # What comes before the first peak is still as it was; from there on nothing may be too loud.
            first = int(np.argmax(np.abs(mixed) * old > _CEILING))
            attack = min(_ATTACK_SAMPLES, first)
            ramp[:attack] = np.linspace(old, self.gain, attack)
        else:
            ramp = np.linspace(old, self.gain, len(mixed))
        return np.clip(np.rint(mixed * ramp), -32768, 32767).astype(np.int16)


@dataclass(slots=True)
class Gain:
    """Makes one site louder or quieter: without a step when it is changed, and without cutting its peaks off."""

    factor: float = 1.0
    _applied: float = 1.0
    _limiter: Limiter = field(default_factory=Limiter)

    def apply(self, sound: Sound) -> Sound:
        """Returns the frame as loud as is wanted; within one frame after a change."""
        ramp = np.linspace(self._applied, self.factor, len(sound), dtype=np.float32)
        self._applied = self.factor
        return self._limiter.limit(np.rint(sound * ramp).astype(np.int32))


@dataclass(slots=True)
class Mixer:
    """Mixes frame by frame; remembers only how far each mix is turned down."""

    _common: Limiter = field(default_factory=Limiter)
    _minus: dict[SiteId, Limiter] = field(default_factory=dict)

    def mix(self, sounds: Mapping[SiteId, Sound | None]) -> tuple[Sound, dict[SiteId, Sound]]:
        """Returns the common mix and, for every open site, its mix-minus.

        `sounds` holds one frame for each open site, None where nothing arrived in time.
        """
        total = np.zeros(FRAME_SAMPLES, np.int32)
        for sound in sounds.values():
            if sound is not None:
                total += sound
        for site in self._minus.keys() - sounds.keys():
            del self._minus[site]
        minus: dict[SiteId, Sound] = {}
        for site, sound in sounds.items():
            limiter = self._minus.setdefault(site, Limiter())
            minus[site] = limiter.limit(total if sound is None else total - sound)
        return self._common.limit(total), minus


def level_db(sound: Sound) -> float:
    """Returns the root mean square level in dB relative to full scale; a full-scale sine is -3 dB."""
    if not len(sound):
        return SILENCE_DB
    samples = sound.astype(np.float32)
    power = float(np.dot(samples, samples)) / len(sound)
    return max(SILENCE_DB, 10 * math.log10(power) - 90.309) if power > 0 else SILENCE_DB


def peak_db(sound: Sound) -> float:
    """Returns the peak level in dB relative to full scale."""
    peak = int(np.abs(sound.astype(np.int32)).max(initial=0))
    return max(SILENCE_DB, 20 * math.log10(peak / 32768)) if peak else SILENCE_DB
