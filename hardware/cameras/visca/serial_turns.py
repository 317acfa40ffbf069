"""The turns of up to seven cameras on one serial line (RS-232 or RS-422): who speaks when, and whose answer it is.

Rules: no loop, no port, no clock. One packet is on the line at a time: the next one goes after the first answer to it,
or when none came in time, and never within one picture of the camera after it. What stops a camera goes first. A camera
that did not answer last time is not waited for again, so that a dead neighbour, or a line without a way back, delays
nobody. Addresses are given when the line begins, and again when a camera says that the line has changed.
Sources: Sony EVI-H100S p. 25 and 29, EVI-D70 p. 32 (AddressSet, IF_Clear, network change, one vertical cycle).
"""

from collections import deque
from dataclasses import dataclass

from hardware.cameras.visca.visca_codec import PacketSplitter, is_from_camera, stops

ADDRESS_SET = b"\x88\x30\x01\xff"
"""Broadcast: the first camera takes address 1 and hands on the next; the last one sends the number of all, plus 1."""
IF_CLEAR_ALL = b"\x88\x01\x00\x01\xff"
BROADCAST = 0
GAP_SECONDS = 0.02
"""One vertical cycle at 50 pictures a second; cameras look at the line once in that time."""
ANSWER_SECONDS = 0.12
"""How long a turn waits for a first answer, after the packet is through."""
ADDRESS_SECONDS = 0.5
AGAIN_SECONDS = 2.0
"""Addresses are not given anew more often."""
WAITING_BOUND = 64
"""Packets that may wait; of more the oldest is dropped, and the delivery's own time tells."""
BITS_PER_OCTET = 10


@dataclass(frozen=True, slots=True)
class _Waiting:
    address: int
    packet: bytes


class SerialTurns:
    """Everything between the cameras' own packets and the octets of one line."""

    def __init__(self, baud: int, gap_seconds: float = GAP_SECONDS) -> None:
        """`gap_seconds` is the least silence between two packets, never less than one picture of the camera."""
        self._baud, self.gap_seconds = baud, max(gap_seconds, GAP_SECONDS)
        self._splitter = PacketSplitter()
        self._waiting: deque[_Waiting] = deque()
        self._asked: int | None = None
        """Whose answer is waited for; `BROADCAST` for that to AddressSet."""
        self._free_at = self._given_at = 0.0
        self._give_at: float | None = None
        self._silent: set[int] = set()
        self._fresh = True
        """Addresses have not been given yet: what comes now was meant for whoever had the line before."""
        self._outgoing: list[bytes] = []
        self.cameras: int | None = None
        """How many cameras took an address; None where nothing came back."""

    def open(self, now: float) -> None:
        """Begins over a fresh port: gives addresses and empties the cameras' buffers."""
        self._splitter = PacketSplitter()
        self._waiting.clear()
        self._silent.clear()
        self._asked, self._free_at, self._fresh = None, now, True
        self._give_addresses(now)

    def give_addresses_again(self, now: float) -> None:
        """Gives addresses anew, for a camera that may have lost its own; not more often than every 2 s."""
        self._give_at = max(now, self._given_at + AGAIN_SECONDS)
        self._give_what_is_due(now)

    def _give_what_is_due(self, now: float) -> None:
        if self._give_at is not None and now >= self._give_at:
            self._give_addresses(now)

    def _give_addresses(self, now: float) -> None:
        self._given_at, self._give_at, self.cameras = now, None, None
        self._waiting.extendleft((_Waiting(BROADCAST, IF_CLEAR_ALL), _Waiting(BROADCAST, ADDRESS_SET)))
        self._next(now)

    def send(self, address: int, packet: bytes, now: float) -> None:
        """Takes a packet for a camera (1 to 7), written as for the first one (`81 …`)."""
        addressed = _Waiting(address, bytes((0x80 | address, *packet[1:])))
        if stops(packet):
            place = sum(1 for waiting in self._waiting if waiting.address == BROADCAST or stops(waiting.packet))
            self._waiting.insert(place, addressed)
        else:
            self._waiting.append(addressed)
        if len(self._waiting) > WAITING_BOUND:
            oldest = next((place for place, waiting in enumerate(self._waiting) if not stops(waiting.packet)), -1)
            del self._waiting[oldest]
        self._next(now)

    def receive(self, octets: bytes, now: float) -> list[tuple[int, bytes]]:
        """Returns whole packets from cameras with their address, written as from the first one (`90 …`)."""
        found: list[tuple[int, bytes]] = []
        for packet in self._splitter.feed(octets):
            if len(packet) == 4 and packet[:2] == b"\x88\x30":
                self.cameras = max(0, packet[2] - 1)
                self._end_turn(BROADCAST, now)
            elif packet == IF_CLEAR_ALL:
                self._end_turn(BROADCAST, now)
            elif is_from_camera(packet[0]):
                address = (packet[0] >> 4) - 8
                if packet[1:] == b"\x38\xff":
                    self.give_addresses_again(now)
                    continue
                if self._fresh:
                    continue
                self._silent.discard(address)
                self._end_turn(address, now)
                found.append((address, bytes((0x90, *packet[1:]))))
        self._next(now)
        return found

    def _end_turn(self, address: int, now: float) -> None:
        if self._asked == address:
            self._asked = None
            self._free_at = now + self.gap_seconds

    def tick(self, now: float) -> None:
        """Ends a turn that nobody answered, and begins the next."""
        if self._asked is not None and now >= self._free_at:
            if self._asked != BROADCAST:
                self._silent.add(self._asked)
            self._asked = None
        self._give_what_is_due(now)
        self._next(now)

    def next_due(self) -> float | None:
        """Returns when `tick` is due."""
        turn = self._free_at if self._asked is not None or self._waiting else None
        return min((moment for moment in (turn, self._give_at) if moment is not None), default=None)

    @property
    def rest_seconds(self) -> float:
        """How long it takes at most until what waits now has gone out."""
        return (len(self._waiting) + 1) * (ANSWER_SECONDS + self.gap_seconds)

    def take_outgoing(self) -> list[bytes]:
        """Returns what goes to the line now."""
        outgoing, self._outgoing = self._outgoing, []
        return outgoing

    def _next(self, now: float) -> None:
        if self._asked is not None or not self._waiting or now < self._free_at:
            return
        waiting = self._waiting.popleft()
        self._fresh = self._fresh and waiting.address == BROADCAST
        self._outgoing.append(waiting.packet)
        through = now + len(waiting.packet) * BITS_PER_OCTET / self._baud
        if waiting.address in self._silent:
            self._free_at = through + self.gap_seconds
        else:
            self._asked = waiting.address
            self._free_at = through + (ADDRESS_SECONDS if waiting.address == BROADCAST else ANSWER_SECONDS)
