"""One outgoing RTP stream of one connection: numbers, headers, and repeats for who asks (RFC 4585 NACK, RFC 4588 RTX).

Rule: pictures are cut once for all receivers; what differs per receiver is the header alone. Repeats come from the ring
that keeps a picture for all of them (`repeat_ring.py`); a stream remembers where its numbers stand against the ring's.
A line that loses gets the last packet of a small picture twice: what is lost at a picture's end is seen only with the
next one, an eighth of a second later.
"""

import secrets
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from hardware.rtc.media_types import PacketisedUnit, StreamCounters
from hardware.rtc.repeat_ring import KeptUnit, RepeatRing
from hardware.rtc.rtp_header import extension_block, write_header

MOST_SPANS = 16
"""A stream that changes between feeds more often than this within some seconds forgets the oldest change."""
MAX_REPEATS_PER_SECOND = 400
LOSSY_SECONDS = 10.0
"""For so long after a repeat was asked for the last packet of a small picture goes out twice."""
SMALL_PACKETS, SMALL_KEY_PACKETS = 3, 12
"""What a small picture is. Of a large one the next is soon there, and shows what was lost."""
CROWDED_LOSS, CROWDED_REPEATS_PER_SECOND = 0.25, 8
"""Where so much is lost the line is full: repeats would take the way of the sound."""

Protect = Callable[[bytes], bytes]
SendDatagram = Callable[[bytes], None]
SendDatagrams = Callable[[list[bytes]], None]


class Span(NamedTuple):
    """From packet `own` of a stream on its packets follow those of a ring from `ring_number` on, one for one."""

    own: int
    ring: RepeatRing
    ring_number: int


class SendStream:
    """Sends one SSRC; `payload_type` and the extension block were agreed, `rtx_payload_type` may be None."""

    __slots__ = (
        "_extension", "_extensions_by_level", "_level_id", "_lossy_until", "_mid", "_mid_id", "_own_ring", "_protect",
        "_repeat_budget", "_repeat_second", "_rtx_sequence", "_send", "_send_all", "_sent", "_spans", "clock_hz",
        "counters", "last_rtp_time", "last_sent_seconds", "payload_type", "rtp_offset", "rtx_payload_type",
        "rtx_ssrc", "sequence", "ssrc",
    )  # fmt: skip

    def __init__(
        self,
        *,
        ssrc: int,
        rtx_ssrc: int,
        payload_type: int,
        rtx_payload_type: int | None,
        mid: tuple[int, bytes],
        level_id: int,
        clock_hz: int,
    ) -> None:
        self.ssrc, self.rtx_ssrc = ssrc, rtx_ssrc
        self.payload_type, self.rtx_payload_type = payload_type, rtx_payload_type
        self.clock_hz = clock_hz
        self.counters = StreamCounters()
        # Below 2**15 at the start, so that an early wrap cannot confuse the peer's SRTP index (RFC 3711 section 3.3.1).
        self.sequence = secrets.randbelow(0x7000)
        self.rtp_offset = secrets.randbits(32)
        self.last_rtp_time = 0
        self.last_sent_seconds: float | None = None
        self._rtx_sequence = secrets.randbelow(0x7000)
        self._mid_id, self._mid = mid
        self._level_id = level_id
        self._extension = extension_block([mid] if mid[0] else [])
        self._extensions_by_level: dict[int, bytes] = {}
        self._spans: deque[Span] = deque(maxlen=MOST_SPANS)
        self._sent = 0
        """Packets of pictures so far, not wrapped as `sequence` is."""
        self._own_ring: RepeatRing | None = None
        """Keeps what nobody else is sent."""
        self._protect: Protect | None = None
        self._send: SendDatagram | None = None
        self._send_all: SendDatagrams | None = None
        self._repeat_second = -1
        self._repeat_budget = 0
        self._lossy_until = -1.0

    def open(self, protect: Protect, send: SendDatagram, send_all: SendDatagrams | None = None) -> None:
        """Gives the stream its key and its line; before that everything sent is dropped."""
        self._protect, self._send, self._send_all = protect, send, send_all

    def send_unit(self, unit: PacketisedUnit, now: float) -> None:
        """Sends one picture, the marker on its last packet."""
        self.send_slice(unit, 0, len(unit.payloads), now)

    def send_slice(self, unit: PacketisedUnit, start: int, count: int, now: float) -> None:
        """Sends up to `count` packets of a picture from the one numbered `start`; its slices follow each other."""
        protect, send = self._protect, self._send
        payloads = unit.payloads[start : start + count]
        if protect is None or send is None or not payloads:
            return
        sequence = self.sequence
        if start == 0:
            self._remember(unit)
        rtp_time = (unit.rtp_time + self.rtp_offset) & 0xFFFFFFFF
        last = len(unit.payloads) - 1
        size = 0
        packets: list[bytes] = []
        for index, payload in enumerate(payloads, start):
            kind = self.payload_type | 0x80 if index == last else self.payload_type
            packets.append(protect(write_header(kind, sequence, rtp_time, self.ssrc, self._extension) + payload))
            sequence = (sequence + 1) & 0xFFFF
            size += len(payload)
        if self._send_all is not None and len(packets) > 1:
            self._send_all(packets)
        else:
            for packet in packets:
                send(packet)
        self.sequence = sequence
        self._sent += len(payloads)
        self._count(len(payloads), size, rtp_time, now)
        if start + len(payloads) > last:
            self.counters.frames += 1
            if now < self._lossy_until:
                self._double_last(unit)

    def _double_last(self, unit: PacketisedUnit) -> None:
        """Sends the last packet of a small picture once more, to a line that loses and is not full."""
        small = len(unit.payloads) <= (SMALL_KEY_PACKETS if unit.key else SMALL_PACKETS)
        crowded = (self.counters.loss_fraction or 0.0) >= CROWDED_LOSS
        if not small or crowded or self.rtx_payload_type is None or self._protect is None or self._send is None:
            return
        sequence = (self.sequence - 1) & 0xFFFF
        self._send(self._protect(self._repeat_packet(sequence, unit, len(unit.payloads) - 1)))

    def _remember(self, unit: PacketisedUnit) -> None:
        """Notes where a picture is kept that begins with the next packet; nothing while it follows the one before."""
        if isinstance(unit, KeptUnit):
            kept = unit
        else:
            self._own_ring = self._own_ring or RepeatRing()
            kept = self._own_ring.keep(unit)
        last = self._spans[-1] if self._spans else None
        if last is None or last.ring is not kept.ring or kept.first - last.ring_number != self._sent - last.own:
            self._spans.append(Span(self._sent, kept.ring, kept.first))

    def send_packet(self, payload: bytes, rtp_time: int, level_dbov: int | None, now: float) -> None:
        """Sends one sound packet, with its level where the extension was agreed (RFC 6464)."""
        if self._protect is None or self._send is None:
            return
        extension = self._extension if level_dbov is None else self._extension_with_level(level_dbov)
        rtp_time = (rtp_time + self.rtp_offset) & 0xFFFFFFFF
        header = write_header(self.payload_type, self.sequence, rtp_time, self.ssrc, extension)
        self._send(self._protect(header + payload))
        self.sequence = (self.sequence + 1) & 0xFFFF
        self._count(1, len(payload), rtp_time, now)
        self.counters.level_dbov = level_dbov

    def _count(self, packets: int, size: int, rtp_time: int, now: float) -> None:
        counters = self.counters
        counters.packets += packets
        counters.bytes += size
        counters.last_packet_seconds = now
        self.last_rtp_time = rtp_time
        self.last_sent_seconds = now

    def _extension_with_level(self, level_dbov: int) -> bytes:
        if not self._level_id:
            return self._extension
        level = min(127, max(0, -level_dbov))
        block = self._extensions_by_level.get(level)
        if block is None:
            mid = [(self._mid_id, self._mid)] if self._mid_id else []
            # The voice bit is set when there is more than room noise; receivers may use it, we do not.
            value = bytes((level | (0x80 if level < 60 else 0),))
            block = self._extensions_by_level[level] = extension_block([*mid, (self._level_id, value)])
        return block

    def repeat(self, sequences: list[int], now: float) -> None:
        """Answers a NACK; what is no longer kept is left out, and a flood of requests is cut off."""
        if self._protect is None or self._send is None:
            return
        self._lossy_until = now + LOSSY_SECONDS
        if int(now) != self._repeat_second:
            crowded = (self.counters.loss_fraction or 0.0) >= CROWDED_LOSS
            budget = CROWDED_REPEATS_PER_SECOND if crowded else MAX_REPEATS_PER_SECOND
            self._repeat_second, self._repeat_budget = int(now), budget
        for sequence in sequences:
            found = self._find(sequence)
            if found is None or self._repeat_budget <= 0:
                continue
            self._repeat_budget -= 1
            self.counters.repaired += 1
            self._send(self._protect(self._repeat_packet(sequence, *found)))

    def _find(self, sequence: int) -> tuple[PacketisedUnit, int] | None:
        own = self._sent - ((self.sequence - sequence) & 0xFFFF)
        span = next((span for span in reversed(self._spans) if span.own <= own < self._sent), None)
        return None if span is None else span.ring.find(span.ring_number + own - span.own)

    def _repeat_packet(self, sequence: int, unit: PacketisedUnit, index: int) -> bytes:
        marker = 0x80 if index == len(unit.payloads) - 1 else 0
        rtp_time = (unit.rtp_time + self.rtp_offset) & 0xFFFFFFFF
        payload = unit.payloads[index]
        if self.rtx_payload_type is None:
            return write_header(self.payload_type | marker, sequence, rtp_time, self.ssrc, self._extension) + payload
        self._rtx_sequence = (self._rtx_sequence + 1) & 0xFFFF
        header = write_header(
            self.rtx_payload_type | marker, self._rtx_sequence, rtp_time, self.rtx_ssrc, self._extension
        )
        return header + sequence.to_bytes(2, "big") + payload
