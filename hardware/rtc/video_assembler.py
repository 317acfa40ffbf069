"""From packets of one video stream to whole coded pictures: order, repair, and when to stop waiting.

Rule: pure; time is an argument. A picture is released with its last packet (the marker), never one packet later. A hole
is asked for again a few times and then given up: from there pictures are dropped until the next key frame, which is
asked for. So a lost repair costs a fraction of a second, where a buffer that waits for ever costs seconds. A key frame
that stands whole behind holes passes them: what they held up is older, and nothing after it needs them. Small pictures
that stay away have one asked for before the line is back: it is on its way when the line is.
"""

from typing import NamedTuple

from hardware.rtc.media_types import VideoCodec, VideoUnit
from hardware.rtc.payload_formats import PayloadMalformed, begins_key_unit, is_key_unit, join_h264, join_vp8

FIRST_ASK_SECONDS = 0.008
"""A packet that is only late is not asked for."""
ASK_AGAIN_SECONDS = (0.03, 0.05, 0.08, 0.12)
GIVE_UP_AT_MOST_SECONDS = 0.6
LONGEST_ASK_SECONDS, LONGEST_WAIT_SECONDS = 0.3, 1.4
"""On a line that mixes its packets up, however late they come."""
LATENESS_FORGOTTEN = 0.995
MAX_HELD_PACKETS = 512
MAX_HOLE_PACKETS = 256
MAX_OLD_RUN = 300
"""So many old packets in a row are no repeats: the sender counts anew."""
MAX_UNIT_BYTES = 1_500_000
KEY_ASK_SECONDS, KEY_ASK_ROUND_TRIPS = 0.2, 1.5
"""A wish may be lost like any packet; but where an answer takes longer, a second wish would fill the line in vain."""
CUT_SECONDS = 0.7
"""What was lost in so long a silence is not asked for again: a key frame is sooner there, and newer."""
SILENT_SECONDS, SILENT_INTERVALS = 0.3, 2.5
"""Pictures that come regularly and then not at all for so long: something was lost that only a key frame makes good."""
LONGEST_SILENT_SECONDS = 1.5
"""After so long nothing was lost: the sender has ended."""
SMALL_KEY_OCTETS = 20_000
"""A key frame so small may be asked for on a suspicion; a large one would be everybody's burden."""
INTERVALS_KEPT, LONGEST_INTERVAL_SECONDS = 8, 0.5


class VideoPacket(NamedTuple):
    """What the assembler needs of one packet."""

    rtp_time: int
    marker: bool
    codec: VideoCodec
    payload: bytes


class Hole:
    """One missing packet: when it is asked for next, and how often it was."""

    __slots__ = ("asked", "due", "since")

    def __init__(self, now: float, first_ask: float = FIRST_ASK_SECONDS) -> None:
        self.since = now
        self.due = now + first_ask
        self.asked = 0


class VideoAssembler:
    """Assembles one video section; feed `push`, call `due` while `holes` is not empty.

    `key_wanted` is true from the start, after a give-up and after a malformed picture, until a key frame is released.
    """

    __slots__ = (
        "_arrived", "_broken", "_held", "_interval", "_key_ahead", "_key_asked", "_key_octets", "_lateness", "_next",
        "_old_run", "_parts", "_released", "_round_trip", "_silence_seen", "_size", "_suspected", "_unit_codec",
        "_unit_time", "frames", "given_up", "holes", "key_wanted", "repaired", "section",
    )  # fmt: skip

    def __init__(self, section: int = 0) -> None:
        self.section = section
        self.holes: dict[int, Hole] = {}
        self.key_wanted = True
        self.frames = 0
        self.repaired = 0
        self.given_up = 0
        self._next: int | None = None
        self._held: dict[int, VideoPacket] = {}
        self._key_ahead: int | None = None
        """Where the newest key frame begins that waits behind holes."""
        self._parts: list[bytes] = []
        self._size = 0
        self._unit_time = 0
        self._unit_codec: VideoCodec = "H264"
        self._broken = False
        self._arrived = 0.0
        self._lateness = 0.0
        self._old_run = 0
        self._key_asked = -1e9
        self._key_octets = 0
        """Of the last key frame."""
        self._interval, self._released = LONGEST_INTERVAL_SECONDS, 0.0
        """What usually passes between two pictures, and when the last was released."""
        self._suspected = -1e9
        self._silence_seen = 0.0
        """Since when nothing came, at the last look that found it silent."""
        self._round_trip = 0.0

    def push(self, sequence: int, packet: VideoPacket, now: float, *, original: bool = False) -> list[VideoUnit]:
        """Takes one packet and returns the pictures it completed, oldest first (nearly always none or one).

        `original` tells that it is known to be no repeat.
        """
        units: list[VideoUnit] = []
        expected, silent, self._arrived = self._next, now - self._arrived, now
        if expected is None or sequence == expected:
            self._old_run = 0
            self._in_order(packet, now, units)
            self._next = (sequence + 1) & 0xFFFF
            if self.holes:
                self._filled(sequence, now, original=original)
            if self._held:
                self._release_held(now, units)
            return units
        ahead = (sequence - expected) & 0xFFFF
        if ahead >= 0x8000:
            self._old_run += 1
            if self._old_run < MAX_OLD_RUN:
                return units
            self._start_over(sequence)
            return self.push(sequence, packet, now, original=original)
        if ahead > MAX_HOLE_PACKETS or len(self._held) >= MAX_HELD_PACKETS or silent > CUT_SECONDS:
            self._start_over(sequence)
            return self.push(sequence, packet, now, original=original)
        self._hold(sequence, ahead, packet, now, original=original)
        if self._key_ahead is not None and self._stands_whole(self._key_ahead):
            self._pass_to(self._key_ahead)
            self._release_held(now, units)
        return units

    def _filled(self, sequence: int, now: float, *, original: bool) -> bool:
        """Closes a hole, if there was one; what was only late shows how late packets come on this line."""
        hole = self.holes.pop(sequence, None)
        if hole is None:
            return False
        self.repaired += hole.asked > 0
        if original or hole.asked == 0:
            self._lateness = max(self._lateness * LATENESS_FORGOTTEN, now - hole.since)
        return True

    def _hold(self, sequence: int, ahead: int, held: VideoPacket, now: float, *, original: bool) -> None:
        expected = (sequence - ahead) & 0xFFFF
        if sequence in self._held:
            return
        self._held[sequence] = held
        if held.payload and begins_key_unit(held.codec, held.payload):
            self._key_ahead = sequence
        if self._filled(sequence, now, original=original):
            return
        first_ask = min(max(FIRST_ASK_SECONDS, 0.5 * self._lateness), LONGEST_ASK_SECONDS)
        for offset in range(ahead):
            number = (expected + offset) & 0xFFFF
            if number not in self._held and number not in self.holes:
                self.holes[number] = Hole(now, first_ask)

    def _stands_whole(self, first: int) -> bool:
        """Tells whether a key frame that begins with this packet is held from there up to its marker."""
        packet = begun = self._held.get(first)
        if begun is None or not begun.payload or not begins_key_unit(begun.codec, begun.payload):
            self._key_ahead = None
            return False
        number = first
        while packet is not None and packet.rtp_time == begun.rtp_time:
            if packet.marker:
                return True
            number = (number + 1) & 0xFFFF
            packet = self._held.get(number)
        return False

    def _pass_to(self, key: int) -> None:
        """Forgets everything before a key frame that can be shown now, with the holes in it."""
        while self._next is not None and self._next != key:
            self._held.pop(self._next, None)
            self.holes.pop(self._next, None)
            self._next = (self._next + 1) & 0xFFFF
        self._parts, self._size, self._broken = [], 0, False
        self._key_ahead = None

    def _release_held(self, now: float, units: list[VideoUnit]) -> None:
        number = self._next
        while number is not None and (held := self._held.pop(number, None)) is not None:
            self._in_order(held, now, units)
            number = self._next = (number + 1) & 0xFFFF

    def _in_order(self, packet: VideoPacket, now: float, units: list[VideoUnit]) -> None:
        if self._parts and packet.rtp_time != self._unit_time:
            # A sender that sets no markers; with one, the parts would be empty here.
            self._release(now, units)
        if self._broken and packet.payload and begins_key_unit(packet.codec, packet.payload):
            # What was lost ended the picture before; this one is whole from its start.
            self._parts, self._size, self._broken = [], 0, False
        self._unit_time = packet.rtp_time
        self._unit_codec = packet.codec
        if packet.payload and not self._broken:
            self._join(packet)
        if packet.marker:
            self._release(now, units)

    def _join(self, packet: VideoPacket) -> None:
        try:
            (join_h264 if packet.codec == "H264" else join_vp8)(packet.payload, self._parts)
        except PayloadMalformed:
            self._broken = True
        self._size += len(packet.payload)
        if self._size > MAX_UNIT_BYTES:
            self._broken = True

    def _release(self, now: float, units: list[VideoUnit]) -> None:
        parts, broken = self._parts, self._broken
        self._parts, self._size, self._broken = [], 0, False
        if broken:
            self.key_wanted = True
        if broken or not parts:
            return
        data = b"".join(parts)
        key = is_key_unit(self._unit_codec, data)
        self.frames += 1
        if self.key_wanted and not key:
            return
        self.key_wanted = False
        if key:
            self._key_octets = len(data)
        passed, self._released = min(now - self._released, LONGEST_INTERVAL_SECONDS), now
        self._interval += (passed - self._interval) / INTERVALS_KEPT
        units.append(VideoUnit(data, self._unit_codec, key, self._unit_time, now, self.section))

    def due(self, now: float, round_trip_seconds: float = 0.0) -> tuple[list[int], list[VideoUnit]]:
        """Returns the packets to ask for now, and the pictures that giving up on a hole set free."""
        self._round_trip = round_trip_seconds
        asks: list[int] = []
        hopeless: list[int] = []
        longest = max(GIVE_UP_AT_MOST_SECONDS, min(LONGEST_WAIT_SECONDS, 2 * self._lateness + round_trip_seconds))
        for number, hole in self.holes.items():
            if hole.due > now:
                continue
            if hole.asked >= len(ASK_AGAIN_SECONDS) or now - hole.since > longest:
                hopeless.append(number)
                continue
            wait = max(ASK_AGAIN_SECONDS[hole.asked], 1.15 * round_trip_seconds, 0.5 * self._lateness)
            hole.due = now + wait
            hole.asked += 1
            asks.append(number)
        return asks, self._give_up(hopeless, now) if hopeless else []

    def _give_up(self, hopeless: list[int], now: float) -> list[VideoUnit]:
        units: list[VideoUnit] = []
        newest = max(hopeless, key=lambda number: (number - (self._next or 0)) & 0xFFFF)
        self.given_up += len(hopeless)
        self.key_wanted = True
        # Nothing before the last hopeless packet can be decoded, unless a key frame stands whole among it.
        self._parts, self._size, self._broken = [], 0, True
        while self._next is not None and (self._next - 1) & 0xFFFF != newest:
            number = self._next
            held = self._held.pop(number, None)
            self.holes.pop(number, None)
            self._next = (number + 1) & 0xFFFF
            if held is None:
                self._parts, self._size, self._broken = [], 0, True
            else:
                self._in_order(held, now, units)
        self._release_held(now, units)
        return units

    def _start_over(self, sequence: int) -> None:
        """A jump that no repair bridges: the source began anew or the line was cut for long."""
        self.begin_anew()
        self._next = sequence

    def begin_anew(self) -> None:
        """The sender changed its SSRC: its numbers have nothing to do with those before."""
        self._next = None
        self._old_run = 0
        self.holes.clear()
        self._held.clear()
        self._key_ahead = None
        self._parts, self._size, self._broken = [], 0, False
        self.key_wanted = True

    def wants_key_now(self, now: float) -> bool:
        """Tells that a key frame should be asked for, no sooner again than it can have been answered."""
        if not self.key_is_due(now):
            return False
        self._key_asked = now
        return True

    def key_is_due(self, now: float) -> bool:
        """Tells the same without taking it for asked."""
        return self.key_wanted and now - self._key_asked >= self._key_pause

    @property
    def _key_pause(self) -> float:
        return max(KEY_ASK_SECONDS, KEY_ASK_ROUND_TRIPS * self._round_trip)

    def fell_silent(self, now: float) -> bool:
        """Tells that small pictures came regularly and have just stopped, so that a key frame is worth asking for.

        That is no wish in `wants_key_now`: its answer may be lost in the same silence.
        """
        silent = now - self._arrived
        if not SILENT_SECONDS < silent < LONGEST_SILENT_SECONDS or not 0 < self._key_octets <= SMALL_KEY_OCTETS:
            return False
        if silent <= SILENT_INTERVALS * self._interval:
            return False
        # Seen twice: after a stall of this machine the first look comes before what has arrived meanwhile is read.
        seen, self._silence_seen = self._silence_seen == self._arrived, self._arrived
        return seen and now - self._suspected >= self._key_pause

    def key_suspected(self, now: float) -> None:
        """Notes that a key frame was asked for because it fell silent."""
        self._suspected = now

    def decoder_failed(self) -> None:
        """The decoder could not use what it got: nothing passes until the next key frame."""
        self.key_wanted = True
