"""The pictures of one coded stream that can still be asked for, kept once for all who were sent them (RFC 4585 NACK).

Rule: pure. Packets are counted from the first picture on without a gap; the oldest picture is forgotten first. Who is
sent them has numbers of its own and remembers only where those stand against these, not the pictures.
"""

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from hardware.rtc.media_types import PacketisedUnit

KEPT_UNITS: Final = 96
"""Pictures kept for repeats: about 4 s at 25 per second."""


@dataclass(frozen=True, slots=True)
class KeptUnit(PacketisedUnit):
    """A picture that a ring keeps; `first` is the ring's number of its first packet."""

    ring: "RepeatRing" = field(compare=False, repr=False)
    first: int


class RepeatRing:
    """The newest pictures of one coded stream."""

    __slots__ = ("_firsts", "_next", "_units")

    def __init__(self) -> None:
        self._units: deque[KeptUnit] = deque(maxlen=KEPT_UNITS)
        self._firsts: deque[int] = deque(maxlen=KEPT_UNITS)
        self._next = 0

    def keep(self, unit: PacketisedUnit) -> KeptUnit:
        """Keeps a picture and returns it with its number; called once for each, before it is sent to anybody."""
        kept = KeptUnit(unit.codec, unit.payloads, unit.rtp_time, unit.key, ring=self, first=self._next)
        self._units.append(kept)
        self._firsts.append(self._next)
        self._next += len(unit.payloads)
        return kept

    def find(self, number: int) -> tuple[KeptUnit, int] | None:
        """Returns the picture of a packet and its place there; None for what is forgotten or was never kept."""
        place = bisect_right(self._firsts, number) - 1
        if place < 0:
            return None
        unit = self._units[place]
        index = number - unit.first
        return (unit, index) if index < len(unit.payloads) else None
