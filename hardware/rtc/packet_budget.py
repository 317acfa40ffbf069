"""How much of one connection is handled: what comes beyond is dropped before anything is done with it.

Rule: pure; time is an argument. Two buckets (packets and octets) hold what `BURST_SECONDS` may bring, and are filled
only when one of them is empty, so that a packet within the bounds costs two subtractions.
"""

from dataclasses import dataclass
from typing import Final

BURST_SECONDS: Final = 2.0
"""A line that was cut delivers what it held in one burst."""


@dataclass(frozen=True, slots=True)
class IncomingLimits:
    """The most that a connection may bring, on average."""

    packets_per_second: int
    octets_per_second: int


UNBOUNDED: Final = IncomingLimits(1 << 40, 1 << 50)
"""Of a peer that we chose ourselves: the bridge."""
TALK_LIMITS: Final = IncomingLimits(packets_per_second=500, octets_per_second=250_000)
"""STUN, handshakes and control messages of one connection: some fifty times what any of ours says."""


class PacketBudget:
    """The budget of one connection; `shut` refuses everything.

    `refused` and `refused_octets` count what was dropped for being too much, `malformed` what was dropped for being
    nonsense.
    """

    __slots__ = ("_filled", "_limits", "_octets", "_packets", "malformed", "refused", "refused_octets", "shut")

    def __init__(self, limits: IncomingLimits, now: float) -> None:
        self._limits = limits
        self._packets = limits.packets_per_second * BURST_SECONDS
        self._octets = limits.octets_per_second * BURST_SECONDS
        self._filled = now
        self.shut = False
        self.refused = self.refused_octets = self.malformed = 0

    def take(self, size: int, now: float) -> bool:
        """Takes a packet of so many octets; False: it has to be dropped."""
        self._packets -= 1
        self._octets -= size
        if self._packets >= 0 <= self._octets and not self.shut:
            return True
        return self._take_of_new(size, now)

    def _take_of_new(self, size: int, now: float) -> bool:
        """Fills the buckets with what the time since the last filling allows, and tries again."""
        passed = min(now - self._filled, BURST_SECONDS)
        self._filled = now
        self._packets = _filled_up(self._packets + 1, self._limits.packets_per_second, passed)
        self._octets = _filled_up(self._octets + size, self._limits.octets_per_second, passed)
        if self.shut or self._packets < 1 or self._octets < size:
            self.refused += 1
            self.refused_octets += size
            return False
        self._packets -= 1
        self._octets -= size
        return True


def _filled_up(left: float, per_second: int, passed: float) -> float:
    return min(left + per_second * passed, per_second * BURST_SECONDS)
