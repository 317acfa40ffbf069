"""What a receiver knows of one incoming stream: packets, losses and jitter (RFC 3550 section 6.4.1, appendix A.8).

Rule: fed from the clear header alone, so that it also works for packets that are never decrypted. Time is an argument.
"""

from typing import Final

LEAST_TOLD: Final = 8


class ReceiveStatistics:
    """Counts one SSRC; `clock_hz` is the RTP clock."""

    __slots__ = (
        "_clock_hz", "_cycles", "_first", "_jitter", "_last_expected", "_last_received", "_last_transit", "_newest",
        "bytes", "last_packet_seconds", "packets", "reported_share", "ssrc",
    )  # fmt: skip

    def __init__(self, ssrc: int, clock_hz: int) -> None:
        self.ssrc = ssrc
        self.packets = 0
        self.bytes = 0
        self.last_packet_seconds: float | None = None
        self._clock_hz = clock_hz
        self._first: int | None = None
        self._newest = 0
        self._cycles = 0
        self._jitter = 0.0
        self._last_transit: float | None = None
        self._last_expected = 0
        self._last_received = 0
        self.reported_share = 0.0
        """What the last report counted as lost; 0 where it had too few packets to tell."""

    def count(self, sequence: int, rtp_time: int, size: int, now: float) -> None:
        """Takes one packet of `size` bytes that arrived at `now` seconds."""
        self.packets += 1
        self.bytes += size
        self.last_packet_seconds = now
        if self._first is None:
            self._first = self._newest = sequence
        else:
            ahead = (sequence - self._newest) & 0xFFFF
            if ahead < 0x8000:
                if sequence < self._newest:
                    self._cycles += 0x10000
                self._newest = sequence
        transit = now * self._clock_hz - rtp_time
        if self._last_transit is not None:
            # Both clocks wrap or jump (a new source); a step of more than two seconds says nothing about jitter.
            step = abs(transit - self._last_transit)
            if step < 2 * self._clock_hz:
                self._jitter += (step - self._jitter) / 16
        self._last_transit = transit

    @property
    def highest_sequence(self) -> int:
        """The extended highest sequence number."""
        return self._cycles + self._newest

    @property
    def lost(self) -> int:
        """Packets that were expected and never counted; negative when repeats outnumber losses."""
        return 0 if self._first is None else self.highest_sequence - self._first + 1 - self.packets

    @property
    def jitter_ticks(self) -> int:
        return int(self._jitter)

    @property
    def jitter_ms(self) -> float | None:
        return None if self._last_transit is None else 1000 * self._jitter / self._clock_hz

    def take_fraction_lost(self) -> int:
        """Returns the loss since the last call in 1/256, for a receiver report."""
        if self._first is None:
            return 0
        expected = self.highest_sequence - self._first + 1
        new_expected, new_received = expected - self._last_expected, self.packets - self._last_received
        self._last_expected, self._last_received = expected, self.packets
        missing = new_expected - new_received
        self.reported_share = missing / new_expected if new_expected >= LEAST_TOLD and missing > 0 else 0.0
        return 0 if new_expected <= 0 or missing <= 0 else min(255, (missing << 8) // new_expected)
