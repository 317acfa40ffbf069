"""The automatic level of one site: quiet speakers are brought up and loud ones down, slowly, until all are alike.

Rule: pure arithmetic on frames of 20 ms. Only what is loud enough to be speech moves the level, so that a pause is not
drawn up to its noise; up takes seconds, down is faster, and no peak is ever cut off: what would be too loud after a
sudden shout is turned down by the limiter. The aim is -23 dB below full scale, the programme loudness of EBU R 128,
here as a root mean square over speech alone.
"""

from dataclasses import dataclass, field

import numpy as np

from hardware.engines.embedded.mixer import FRAME_SECONDS, Limiter, Sound, level_db

AIM_DB = -23.0
LEAST_SPEECH_DB = -48.0
"""Quieter than this is a pause or a room."""
NEAR_DB = 1.0
"""So near to the aim nothing is moved."""
LOWEST_DB, HIGHEST_DB = -15.0, 15.0
UP_DB_PER_SECOND, DOWN_DB_PER_SECOND = 3.0, 9.0
HEARD_SECONDS = 0.8
"""The loudness of speech is told over about so long."""


@dataclass(slots=True)
class AutoLevel:
    """The present gain of one site, and how loud its speech has been before it."""

    gain_db: float = 0.0
    _speech_db: float | None = None
    _applied: float = 1.0
    _limiter: Limiter = field(default_factory=Limiter)

    def apply(self, sound: Sound) -> Sound:
        """Returns the frame as loud as is aimed at."""
        self._hear(level_db(sound))
        factor = 10 ** (self.gain_db / 20)
        ramp = np.linspace(self._applied, factor, len(sound), dtype=np.float32)
        self._applied = factor
        return self._limiter.limit(np.rint(sound * ramp).astype(np.int32))

    def _hear(self, heard_db: float) -> None:
        if heard_db < LEAST_SPEECH_DB:
            return
        known = self._speech_db
        share = FRAME_SECONDS / HEARD_SECONDS
        # Powers are averaged: syllables count by how loud they are, as an ear takes them.
        power = 10 ** (heard_db / 10)
        before = power if known is None else 10 ** (known / 10)
        self._speech_db = float(10 * np.log10(before + (power - before) * share))
        wanted = min(HIGHEST_DB, max(LOWEST_DB, AIM_DB - self._speech_db))
        if abs(wanted - self.gain_db) > NEAR_DB:
            most = FRAME_SECONDS * (UP_DB_PER_SECOND if wanted > self.gain_db else DOWN_DB_PER_SECOND)
            self.gain_db += max(-most, min(most, wanted - self.gain_db))
