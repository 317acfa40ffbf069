"""The padding of a ramp and the other side's counts, on the secured connection that carries the media.

Both are RTCP packets of our own (APP, RFC 3550 section 6.7, name `DCLR`), encrypted as all RTCP is: they take the way
of the media, and whoever does not know them passes over them.

Rules: one ramp per connection at a time; the receiver only counts, answers ten times a second, and forgets a ramp that
is silent for a second. Nothing here costs anything while no ramp runs.
"""

import secrets
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from hardware.rtc.line_ramp import BRISK, Heard, LineRamp, LineRate, RampPace

APP: Final = 204
NAME: Final = b"DCLR"
PADDING, COUNTS = 1, 2
HEAD: Final = struct.Struct("!BBHL4s")
PADDING_HEAD: Final = struct.Struct("!LLQ")
"""Ramp, packet number, time of sending in µs of the sender's clock."""
COUNTS_BODY: Final = struct.Struct("!LLLQQL")
"""Ramp, packets, highest number, bytes, time in µs of the receiver's clock, wait in µs."""
REPORT_SECONDS: Final = 0.1
FORGET_SECONDS: Final = 1.0


def is_line_probe(clear: bytes) -> bool:
    """Returns whether a decrypted RTCP datagram is one of ours."""
    return len(clear) >= HEAD.size and clear[1] == APP and clear[8:12] == NAME


def padding_packet(ssrc: int, ramp: int, number: int, now: float, size: int) -> bytes:
    """Writes one packet of padding of about `size` bytes."""
    body = PADDING_HEAD.pack(ramp, number, round(now * 1e6))
    return _packet(PADDING, ssrc, body + bytes(max(0, size - HEAD.size - len(body)) // 4 * 4))


def counts_packet(ssrc: int, ramp: int, heard: Heard) -> bytes:
    """Writes what was counted of a ramp."""
    at_us, waited_us = round(heard.at_seconds * 1e6), round(heard.waited_ms * 1e3)
    body = COUNTS_BODY.pack(ramp, heard.packets, heard.highest, heard.octets, at_us, min(waited_us, 0xFFFFFFFF))
    return _packet(COUNTS, ssrc, body)


def _packet(kind: int, ssrc: int, body: bytes) -> bytes:
    return HEAD.pack(0x80 | kind, APP, (HEAD.size + len(body)) // 4 - 1, ssrc, NAME) + body


@dataclass(slots=True)
class HeardRamp:
    """The receiver's half of one ramp."""

    ramp: int
    media_before: int
    last_seconds: float
    next_report: float
    packets: int = 0
    highest: int = 0
    octets: int = 0
    quickest: float | None = None
    newest_quickest: float | None = None

    def take(self, number: int, sent_seconds: float, size: int, now: float) -> None:
        """Counts one packet."""
        self.packets, self.octets, self.last_seconds = self.packets + 1, self.octets + size, now
        self.highest = max(self.highest, number)
        way = now - sent_seconds
        self.quickest = way if self.quickest is None else min(self.quickest, way)
        self.newest_quickest = way if self.newest_quickest is None else min(self.newest_quickest, way)

    def report(self, media_octets: int, now: float) -> Heard | None:
        """Returns the counts, at most ten times a second and never without a new packet."""
        if now < self.next_report or self.newest_quickest is None or self.quickest is None:
            return None
        self.next_report = now + REPORT_SECONDS
        waited, self.newest_quickest = self.newest_quickest - self.quickest, None
        octets = self.octets + media_octets - self.media_before
        return Heard(self.packets, self.highest, octets, now, 1000 * waited)


class LineProbes:
    """Both halves for one connection; called by its media path alone."""

    def __init__(
        self,
        *,
        ssrc: int,
        send: Callable[[bytes], None],
        media_sent: Callable[[], int],
        media_heard: Callable[[], int],
    ) -> None:
        """`send` takes a clear RTCP packet; the other two count bytes since the connection began."""
        self._ssrc, self._send = ssrc, send
        self._media_sent, self._media_heard = media_sent, media_heard
        self._ramp: LineRamp | None = None
        self._number = self._packets = 0
        self._told: Callable[[LineRate], None] | None = None
        self._heard: HeardRamp | None = None

    def begin(self, most_kilobits: int, told: Callable[[LineRate], None], now: float, pace: RampPace = BRISK) -> None:
        """Begins a ramp, in place of one that runs; `told` is called once with what it came to."""
        self.stop()
        self._ramp, self._told = LineRamp(most_kilobits, now, pace), told
        self._number, self._packets = secrets.randbits(32), 0

    def stop(self) -> None:
        """Breaks the running ramp off."""
        if self._ramp is not None:
            self._ramp.stop()
            self._tell(self._ramp)

    def take(self, clear: bytes, now: float) -> None:
        """Takes a packet of the other side; what is malformed changes nothing."""
        kind, body = clear[0] & 0x1F, clear[HEAD.size :]
        if kind == PADDING and len(body) >= PADDING_HEAD.size:
            ramp, number, sent_us = PADDING_HEAD.unpack_from(body)
            if self._heard is None or self._heard.ramp != ramp:
                self._heard = HeardRamp(ramp, self._media_heard(), now, now + REPORT_SECONDS)
            self._heard.take(number, sent_us / 1e6, len(clear), now)
        elif kind == COUNTS and len(body) >= COUNTS_BODY.size and self._ramp is not None:
            ramp, packets, highest, octets, at_us, waited_us = COUNTS_BODY.unpack_from(body)
            if ramp == self._number:
                self._ramp.take(Heard(packets, highest, octets, at_us / 1e6, waited_us / 1e3), now)

    def beat(self, now: float) -> bool:
        """Sends and reports what is due; returns whether it needs the quick beat."""
        if self._heard is not None:
            self._answer(self._heard, now)
        if self._ramp is not None:
            self._pad(self._ramp, now)
        return self._ramp is not None or self._heard is not None

    def _answer(self, heard: HeardRamp, now: float) -> None:
        counts = heard.report(self._media_heard(), now)
        if counts is not None:
            self._send(counts_packet(self._ssrc, heard.ramp, counts))
        elif now - heard.last_seconds > FORGET_SECONDS:
            self._heard = None

    def _pad(self, ramp: LineRamp, now: float) -> None:
        for size in ramp.due(now, self._media_sent()):
            self._packets += 1
            self._send(padding_packet(self._ssrc, self._number, self._packets, now, size))
        if ramp.result is not None:
            self._tell(ramp)

    def _tell(self, ramp: LineRamp) -> None:
        told, self._ramp, self._told = self._told, None, None
        if told is not None and ramp.result is not None:
            told(ramp.result)
