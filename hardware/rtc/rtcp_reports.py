"""RTCP of one connection: what we report about streams we receive and send, and what the other side reports.

Rule: formats are aiortc's (RFC 3550 section 6, RFC 4585, RFC 5104); nothing here waits, times are arguments: monotonic
seconds for delays, NTP time for sender reports.
"""

import struct
from collections import deque
from dataclasses import dataclass, field

from aiortc.rtp import (
    RTCP_PSFB_APP,
    RTCP_PSFB_FIR,
    RTCP_PSFB_PLI,
    RTCP_RTPFB,
    RTCP_RTPFB_NACK,
    RtcpPacket,
    RtcpPsfbPacket,
    RtcpReceiverInfo,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSdesPacket,
    RtcpSenderInfo,
    RtcpSourceInfo,
    RtcpSrPacket,
    clamp_packets_lost,
    pack_remb_fci,
    pack_rtcp_packet,
)

from hardware.rtc.lip_sync import SenderClock
from hardware.rtc.receive_statistics import ReceiveStatistics
from hardware.rtc.send_stream import SendStream

NTP_EPOCH_SECONDS = 2_208_988_800
MAX_NACKED = 64
LEAST_SPAN_SECONDS = 0.75
"""A share of losses is told over at least so long, however often reports come."""
MOST_KEPT_REPORTS = 8
MOST_SENDERS = 16


@dataclass(slots=True)
class Wishes:
    """What one RTCP datagram asks of us."""

    repeats: dict[int, list[int]] = field(default_factory=dict)
    key_frames: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Reports:
    """Keeps what sender reports said, so that ours can answer; `cname` names us in every report."""

    cname: str
    round_trip_seconds: float | None = None
    clocks: dict[int, SenderClock] = field(default_factory=dict)
    """By SSRC, what the newest sender report said of its clock."""
    _last_sr: dict[int, tuple[int, float]] = field(default_factory=dict)
    _heard: dict[int, deque[tuple[float, int, int]]] = field(default_factory=dict)
    """By SSRC of ours, when a report came, the highest number that it knew and what it counted as lost."""

    def take(self, data: bytes, senders: dict[int, SendStream], now: float, wall: float) -> Wishes:
        """Reads a decrypted datagram; a malformed one changes nothing."""
        wishes = Wishes()
        try:
            packets = RtcpPacket.parse(data)
        except (ValueError, struct.error, IndexError):
            return wishes
        for packet in packets:
            if isinstance(packet, RtcpSrPacket):
                self._take_clock(packet, now)
            if isinstance(packet, RtcpSrPacket | RtcpRrPacket):
                for report in packet.reports:
                    self._take_report(report, senders.get(report.ssrc), now, wall)
            elif isinstance(packet, RtcpRtpfbPacket) and packet.fmt == RTCP_RTPFB_NACK:
                wishes.repeats.setdefault(packet.media_ssrc, []).extend(
                    number & 0xFFFF for number in packet.lost[:MAX_NACKED]
                )
            elif isinstance(packet, RtcpPsfbPacket):
                _take_key_wish(packet, wishes)
        return wishes

    def _take_clock(self, report: RtcpSrPacket, now: float) -> None:
        info = report.sender_info
        self._last_sr[report.ssrc] = (info.ntp_timestamp >> 16 & 0xFFFFFFFF, now)
        self.clocks[report.ssrc] = SenderClock(info.ntp_timestamp / (1 << 32), info.rtp_timestamp)
        while len(self._last_sr) > MOST_SENDERS:
            oldest = next(iter(self._last_sr))
            del self._last_sr[oldest], self.clocks[oldest]

    def _take_report(self, report: RtcpReceiverInfo, sender: SendStream | None, now: float, wall: float) -> None:
        if sender is None:
            return
        counters = sender.counters
        counters.lost = max(0, report.packets_lost)
        counters.loss_fraction = self._share_lost(report, now)
        counters.jitter_ms = 1000 * report.jitter / sender.clock_hz
        if report.lsr:
            # RFC 3550 section 6.4.1: arrival minus LSR minus DLSR, in 1/65536 s, modulo 2**32.
            ticks = (int(_ntp(wall) >> 16) - report.lsr - report.dlsr) & 0xFFFFFFFF
            if ticks < 0x100000:
                self.round_trip_seconds = ticks / 65536

    def _share_lost(self, report: RtcpReceiverInfo, now: float) -> float:
        """Returns the share lost since a report some time ago: those between may have been lost themselves."""
        heard = self._heard.setdefault(report.ssrc, deque(maxlen=MOST_KEPT_REPORTS))
        since = next((earlier for earlier in reversed(heard) if now - earlier[0] >= LEAST_SPAN_SECONDS), None)
        heard.append((now, report.highest_sequence, report.packets_lost))
        sent = 0 if since is None else (report.highest_sequence - since[1]) & 0xFFFFFFFF
        if since is None or not 0 < sent < 0x10000:
            return report.fraction_lost / 256
        return min(1.0, max(0.0, (report.packets_lost - since[2]) / sent))

    def receiver_report(self, ssrc: int, streams: list[ReceiveStatistics], now: float) -> bytes:
        """Writes a report on what we receive, led by our own SSRC and followed by our name."""
        infos = [self._info(statistics, now) for statistics in streams[:31]]
        return bytes(RtcpRrPacket(ssrc=ssrc, reports=infos)) + self._name(ssrc)

    def sender_report(self, stream: SendStream, wall: float, now: float) -> bytes:
        """Writes a report on what we send: which RTP time is which wall time, and how much was sent."""
        behind = now - (stream.last_sent_seconds or now)
        info = RtcpSenderInfo(
            ntp_timestamp=_ntp(wall),
            rtp_timestamp=(stream.last_rtp_time + int(behind * stream.clock_hz)) & 0xFFFFFFFF,
            packet_count=stream.counters.packets & 0xFFFFFFFF,
            octet_count=stream.counters.bytes & 0xFFFFFFFF,
        )
        return bytes(RtcpSrPacket(ssrc=stream.ssrc, sender_info=info)) + self._name(stream.ssrc)

    def _info(self, statistics: ReceiveStatistics, now: float) -> RtcpReceiverInfo:
        last_sr, at = self._last_sr.get(statistics.ssrc, (0, now))
        return RtcpReceiverInfo(
            ssrc=statistics.ssrc,
            fraction_lost=statistics.take_fraction_lost(),
            packets_lost=clamp_packets_lost(statistics.lost),
            highest_sequence=statistics.highest_sequence & 0xFFFFFFFF,
            jitter=min(statistics.jitter_ticks, 0xFFFFFFFF),
            lsr=last_sr,
            dlsr=min(int((now - at) * 65536), 0xFFFFFFFF) if last_sr else 0,
        )

    def _name(self, ssrc: int) -> bytes:
        return bytes(RtcpSdesPacket(chunks=[RtcpSourceInfo(ssrc=ssrc, items=[(1, self.cname.encode())])]))


def _take_key_wish(packet: RtcpPsfbPacket, wishes: Wishes) -> None:
    if packet.fmt == RTCP_PSFB_PLI:
        wishes.key_frames.add(packet.media_ssrc)
    elif packet.fmt == RTCP_PSFB_FIR and len(packet.fci) >= 4:
        # FIR names its streams in the entries (RFC 5104 section 4.3.1.1).
        wishes.key_frames.add(int.from_bytes(packet.fci[:4], "big"))


def nack(own_ssrc: int, media_ssrc: int, sequences: list[int]) -> bytes:
    """Writes a request for repeats (RFC 4585 section 6.2.1); `sequences` ascend and may wrap at 2**16."""
    entries: list[list[int]] = []
    for sequence in sequences:
        behind = (sequence - entries[-1][0] - 1) & 0xFFFF if entries else 16
        if behind < 16:
            entries[-1][1] |= 1 << behind
        else:
            entries.append([sequence, 0])
    body = struct.pack("!LL", own_ssrc, media_ssrc) + b"".join(struct.pack("!HH", *entry) for entry in entries)
    return pack_rtcp_packet(RTCP_RTPFB, RTCP_RTPFB_NACK, body)


def picture_loss(own_ssrc: int, media_ssrc: int) -> bytes:
    """Writes a request for a key frame (RFC 4585 section 6.3.1)."""
    return bytes(RtcpPsfbPacket(fmt=RTCP_PSFB_PLI, ssrc=own_ssrc, media_ssrc=media_ssrc))


def bit_rate_limit(own_ssrc: int, media_ssrc: int, bits_per_second: int) -> bytes:
    """Writes the most we want to receive, as browsers understand it (draft-alvestrand-rmcat-remb)."""
    fci = pack_remb_fci(bits_per_second, [media_ssrc])
    return bytes(RtcpPsfbPacket(fmt=RTCP_PSFB_APP, ssrc=own_ssrc, media_ssrc=0, fci=fci))


def _ntp(wall: float) -> int:
    """NTP time (RFC 3550 section 4) of a wall time in seconds since 1970."""
    return int((wall + NTP_EPOCH_SECONDS) * (1 << 32))
