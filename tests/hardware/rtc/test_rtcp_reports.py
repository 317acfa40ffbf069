"""RTCP as aiortc's parser reads ours, and as we read a stranger's."""

from aiortc.rtp import RtcpPacket, RtcpPsfbPacket, RtcpRrPacket, RtcpRtpfbPacket, RtcpSdesPacket, RtcpSrPacket
from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc.receive_statistics import ReceiveStatistics
from hardware.rtc.rtcp_reports import Reports, bit_rate_limit, nack, picture_loss
from hardware.rtc.send_stream import SendStream


def sender(ssrc: int) -> SendStream:
    return SendStream(
        ssrc=ssrc, rtx_ssrc=1, payload_type=96, rtx_payload_type=None, mid=(0, b""), level_id=0, clock_hz=90_000
    )


@given(st.integers(0, 0xFFFF), st.sets(st.integers(0, 300), min_size=1, max_size=40))
def test_asked_numbers_arrive_across_the_wrap(first: int, offsets: set[int]) -> None:
    wanted = [(first + offset) & 0xFFFF for offset in sorted(offsets)]
    wishes = Reports("us").take(nack(1, 2, wanted), {}, 0.0, 0.0)
    assert wishes.repeats == {2: wanted}
    (packet,) = RtcpPacket.parse(nack(1, 2, wanted))
    assert isinstance(packet, RtcpRtpfbPacket)


def test_the_round_trip_is_found_from_reports_alone() -> None:
    ours, theirs = Reports("ours"), Reports("theirs")
    stream = sender(7)
    stream.open(lambda clear: clear, lambda _: None)
    stream.send_packet(b"x", 0, None, 100.0)
    wall = 1_800_000_000.25
    statistics = ReceiveStatistics(7, 90_000)
    statistics.count(1, 0, 10, 50.0)
    theirs.take(ours.sender_report(stream, wall, 100.0), {}, 50.0, 0.0)
    report = theirs.receiver_report(9, [statistics], 50.4)
    ours.take(report, {7: stream}, 100.0, wall + 0.4 + 0.08)
    assert ours.round_trip_seconds is not None
    assert abs(ours.round_trip_seconds - 0.08) < 0.001
    assert stream.counters.loss_fraction == 0


def test_losses_are_told_over_a_while_also_when_reports_between_were_lost() -> None:
    theirs, ours, stream = Reports("theirs"), Reports("ours"), sender(7)
    statistics, number, shares = ReceiveStatistics(7, 90_000), 0, list[float | None]()
    for report, lost in enumerate((0, 0, 5, 5, 5, 0)):
        for place in range(10):
            number += 1
            if place >= lost:
                statistics.count(number, 0, 10, 0.0)
        data = theirs.receiver_report(9, [statistics], 0.0)
        if report != 3:
            ours.take(data, {7: stream}, report * 0.4, 0.0)
        shares.append(stream.counters.loss_fraction)
    assert shares[:2] == [0, 0]
    assert shares[2] == 5 / 20, "over the last two, though the report tells of its own span alone"
    assert shares[4] == 10 / 20, "what the lost report counted is in it"
    assert statistics.reported_share == 0.0


def test_reports_are_well_formed() -> None:
    stream = sender(7)
    stream.open(lambda clear: clear, lambda _: None)
    stream.send_packet(b"x" * 10, 90, None, 1.0)
    first, name = RtcpPacket.parse(Reports("us").sender_report(stream, 1e9, 1.0))
    assert isinstance(first, RtcpSrPacket)
    assert (first.sender_info.packet_count, first.sender_info.octet_count) == (1, 10)
    assert isinstance(name, RtcpSdesPacket)
    assert name.chunks[0].items == [(1, b"us")]
    statistics = ReceiveStatistics(8, 48_000)
    for number in (1, 2, 4):
        statistics.count(number, number * 960, 10, number * 0.02)
    (first, _) = RtcpPacket.parse(Reports("us").receiver_report(3, [statistics], 1.0))
    assert isinstance(first, RtcpRrPacket)
    assert (first.reports[0].packets_lost, first.reports[0].fraction_lost) == (1, 64)


def test_key_frames_are_asked_for_both_ways_there_are() -> None:
    full = RtcpPsfbPacket(fmt=4, ssrc=1, media_ssrc=0, fci=(5).to_bytes(4, "big") + b"\1\0\0\0")
    wishes = Reports("us").take(picture_loss(1, 4) + bytes(full), {}, 0.0, 0.0)
    assert wishes.key_frames == {4, 5}
    (limit,) = RtcpPacket.parse(bit_rate_limit(1, 4, 150_000))
    assert isinstance(limit, RtcpPsfbPacket)


@given(st.binary(max_size=120))
def test_any_bytes_are_read_without_raising(data: bytes) -> None:
    Reports("us").take(data, {1: sender(1)}, 0.0, 0.0)
