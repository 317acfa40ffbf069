"""The least time between two packets, for cameras that lose what comes too fast.

Rule: no loop, no clock. What stops the camera passes what waits; of more than can wait the oldest is dropped, and the
delivery's own time tells.
"""

from collections import deque

from hardware.cameras.visca.visca_codec import stops

WAITING_BOUND = 64
HEADER_OCTETS = 8


class Pace:
    """Lets packets through one by one; with no least time all at once."""

    def __init__(self, gap_seconds: float) -> None:
        self._gap = gap_seconds
        self._waiting: deque[bytes] = deque()
        self._free_at = 0.0

    @property
    def due(self) -> float | None:
        """When the next packet may go; None when none waits."""
        return self._free_at if self._waiting else None

    def pass_on(self, packets: list[bytes], now: float) -> list[bytes]:
        """Takes packets, bare or behind Sony's header, and returns those that may go now."""
        if not self._gap:
            return packets
        for packet in packets:
            self._put(packet)
        passed: list[bytes] = []
        if self._waiting and now >= self._free_at:
            passed.append(self._waiting.popleft())
            self._free_at = now + self._gap
        return passed

    def rest(self) -> list[bytes]:
        """Returns what waits, because the way is closed now, and forgets it."""
        rest = list(self._waiting)
        self._waiting.clear()
        return rest

    def _put(self, packet: bytes) -> None:
        if _halts(packet):
            self._waiting.insert(sum(1 for waiting in self._waiting if _halts(waiting)), packet)
        else:
            self._waiting.append(packet)
        if len(self._waiting) > WAITING_BOUND:
            oldest = next((place for place, waiting in enumerate(self._waiting) if not _halts(waiting)), -1)
            del self._waiting[oldest]


def _halts(packet: bytes) -> bool:
    return stops(packet) or stops(packet[HEADER_OCTETS:])
