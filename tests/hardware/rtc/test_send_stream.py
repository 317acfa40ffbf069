"""What one receiver is sent, and what it gets when it asks again."""

from hardware.rtc.media_types import PacketisedUnit
from hardware.rtc.repeat_ring import KEPT_UNITS, RepeatRing
from hardware.rtc.rtp_header import payload_span, read_clear
from hardware.rtc.send_stream import (
    CROWDED_LOSS,
    LOSSY_SECONDS,
    MAX_REPEATS_PER_SECOND,
    SMALL_KEY_PACKETS,
    SMALL_PACKETS,
    SendStream,
)


def stream(sent: list[bytes], *, rtx: int | None = None) -> SendStream:
    made = SendStream(
        ssrc=11, rtx_ssrc=12, payload_type=96, rtx_payload_type=rtx, mid=(1, b"0"), level_id=0, clock_hz=90_000
    )
    made.open(lambda clear: clear, sent.append)
    return made


def unit(number: int, parts: int = 3) -> PacketisedUnit:
    return PacketisedUnit("H264", tuple(b"%d-%d" % (number, part) for part in range(parts)), number * 3600, number == 0)


def payload(data: bytes) -> bytes:
    span = payload_span(data)
    assert span is not None
    return data[span[0] : span[1]]


def test_numbers_go_on_and_the_marker_ends_a_picture() -> None:
    sent: list[bytes] = []
    one = stream(sent)
    one.sequence = 65_534
    one.send_unit(unit(0), 0.0)
    one.send_unit(unit(1), 0.04)
    assert [read_clear(data, 2)[0] for data in sent] == [65_534, 65_535, 0, 1, 2, 3]
    assert [data[1] >> 7 for data in sent] == [0, 0, 1, 0, 0, 1]
    assert {read_clear(data, 2)[2] for data in sent} == {11}
    assert (read_clear(sent[3], 2)[1] - read_clear(sent[0], 2)[1]) & 0xFFFFFFFF == 3600


def test_two_receivers_share_the_cut_and_nothing_else() -> None:
    first: list[bytes] = []
    second: list[bytes] = []
    shared = unit(0)
    for sent in (first, second):
        stream(sent).send_unit(shared, 0.0)
    assert [payload(data) for data in first] == [payload(data) for data in second] == list(shared.payloads)


def test_a_repeat_is_the_packet_that_was_asked_for() -> None:
    sent: list[bytes] = []
    one = stream(sent)
    for number in range(4):
        one.send_unit(unit(number), number * 0.04)
    wanted = read_clear(sent[7], 2)[0]
    one.repeat([wanted], 0.2)
    assert sent[-1] == sent[7]
    assert one.counters.repaired == 1


def test_a_repeat_by_rtx_carries_the_number_it_stands_for() -> None:
    sent: list[bytes] = []
    one = stream(sent, rtx=97)
    one.send_unit(unit(0), 0.0)
    wanted = read_clear(sent[1], 2)[0]
    one.repeat([wanted], 0.1)
    assert sent[-1][1] & 0x7F == 97
    assert read_clear(sent[-1], 2)[2] == 12
    assert payload(sent[-1]) == wanted.to_bytes(2, "big") + b"0-1"


def test_all_receivers_are_answered_from_one_ring_also_when_they_joined_later_or_changed_between_two() -> None:
    program, small = RepeatRing(), RepeatRing()
    first: list[bytes] = []
    late: list[bytes] = []
    early, other = stream(first), stream(late)
    early.sequence, other.sequence = 65_530, 100
    for number in range(12):
        large, tiny = program.keep(unit(number, 3)), small.keep(unit(100 + number, 2))
        early.send_unit(large, number * 0.04)
        if number >= 4:
            other.send_unit(tiny if 6 <= number < 9 else large, number * 0.04)
    for one, sent in ((early, first), (other, late)):
        for data in list(sent):
            one.repeat([read_clear(data, 2)[0]], 1.0)
            assert sent[-1] == data
    count = len(late)
    other.repeat([99, other.sequence, (other.sequence + 5) & 0xFFFF], 1.0)
    assert len(late) == count, "what was never sent is not repeated"


def test_what_is_forgotten_and_what_is_too_much_is_not_repeated() -> None:
    sent: list[bytes] = []
    one = stream(sent)
    one.send_unit(unit(0), 0.0)
    old = read_clear(sent[0], 2)[0]
    for number in range(1, KEPT_UNITS + 2):
        one.send_unit(unit(number), 0.0)
    count = len(sent)
    one.repeat([old], 0.0)
    assert len(sent) == count
    newest = read_clear(sent[-1], 2)[0]
    one.repeat([newest] * (MAX_REPEATS_PER_SECOND + 50), 5.0)
    assert len(sent) == count + MAX_REPEATS_PER_SECOND
    one.repeat([newest], 6.0)
    assert len(sent) == count + MAX_REPEATS_PER_SECOND + 1


def test_a_small_picture_ends_twice_on_a_line_that_loses_and_only_there() -> None:
    sent: list[bytes] = []
    one = stream(sent, rtx=97)

    def sends(number: int, parts: int, now: float) -> list[bytes]:
        sent.clear()
        one.send_unit(unit(number, parts), now)
        return list(sent)

    assert len(sends(0, 2, 0.0)) == 2, "nobody has missed anything yet"
    one.repeat([one.sequence - 1], 0.1)
    doubled = sends(1, 2, 0.2)
    last = read_clear(doubled[1], 2)[0]
    assert len(doubled) == 3
    assert read_clear(doubled[2], 2)[2] == one.rtx_ssrc
    assert payload(doubled[2]) == last.to_bytes(2, "big") + b"1-1"
    assert len(sends(2, SMALL_PACKETS + 1, 0.3)) == SMALL_PACKETS + 1, "of a large one the next is soon there"
    assert len(sends(0, SMALL_KEY_PACKETS, 0.4)) == SMALL_KEY_PACKETS + 1
    one.counters.loss_fraction = CROWDED_LOSS
    assert len(sends(3, 2, 0.5)) == 2, "the line is full"
    one.counters.loss_fraction = 0.02
    assert len(sends(4, 2, 0.6)) == 3
    assert len(sends(5, 2, 0.2 + LOSSY_SECONDS)) == 2, "the line has been good for long"


def test_a_receiver_without_repeats_of_its_own_gets_nothing_twice() -> None:
    sent: list[bytes] = []
    one = stream(sent)
    one.send_unit(unit(0, 2), 0.0)
    one.repeat([one.sequence - 1], 0.1)
    sent.clear()
    one.send_unit(unit(1, 2), 0.2)
    assert len(sent) == 2


def test_nothing_is_sent_before_there_is_a_key() -> None:
    closed = SendStream(
        ssrc=1, rtx_ssrc=2, payload_type=96, rtx_payload_type=None, mid=(0, b""), level_id=0, clock_hz=48_000
    )
    closed.send_unit(unit(0), 0.0)
    closed.send_packet(b"x", 0, -3, 0.0)
    closed.repeat([1], 0.0)
    assert closed.counters.packets == 0
