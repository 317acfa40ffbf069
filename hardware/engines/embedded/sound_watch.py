"""Observes whether a site sounds: the third fact about a microphone, taken from the media itself.

Rule: pure, times are seconds of the monotonic clock. Only edges are told: sounding after 60 ms above the threshold,
not sounding after 500 ms below it, unknown (None) after 400 ms without any packet.
"""

from dataclasses import dataclass

THRESHOLD_DB = -50.0
BEGIN_SECONDS = 0.06
END_SECONDS = 0.5
GONE_SECONDS = 0.4
SILENT_PACKET_BYTES = 3
"""An Opus packet up to this size carries no sound (RFC 6716, section 2.1.9: discontinuous transmission)."""


@dataclass(slots=True)
class SoundWatch:
    """One site's sound; `sounding` is what was told last."""

    sounding: bool | None = None
    level_db: float | None = None
    last_packet_at: float | None = None
    _loud_since: float | None = None
    _last_loud_at: float = 0.0

    def heard(self, level_db: float | None, payload_bytes: int, now: float) -> bool:
        """Notes a packet; without a level its size decides. Tells whether `sounding` changed."""
        self.last_packet_at, self.level_db = now, level_db
        loud = level_db > THRESHOLD_DB if level_db is not None else payload_bytes > SILENT_PACKET_BYTES
        if not loud:
            return self._quiet(now)
        self._last_loud_at = now
        if self._loud_since is None:
            self._loud_since = now
        if self.sounding is not True and now - self._loud_since >= BEGIN_SECONDS:
            self.sounding = True
            return True
        return False

    def _quiet(self, now: float) -> bool:
        self._loud_since = None
        if self.sounding is None or (self.sounding and now - self._last_loud_at >= END_SECONDS):
            self.sounding = False
            return True
        return False

    def step(self, now: float) -> bool:
        """Notes that time passed; tells whether `sounding` changed."""
        if self.sounding is None or self.last_packet_at is None or now - self.last_packet_at < GONE_SECONDS:
            return False
        self.sounding = self.level_db = self._loud_since = None
        return True
