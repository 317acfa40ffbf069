"""Order, repair and giving up, with time moved by hand."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc.media_types import VideoUnit
from hardware.rtc.payload_formats import nal_units, packetise
from hardware.rtc.video_assembler import (
    ASK_AGAIN_SECONDS,
    CUT_SECONDS,
    FIRST_ASK_SECONDS,
    GIVE_UP_AT_MOST_SECONDS,
    LONGEST_SILENT_SECONDS,
    SILENT_SECONDS,
    SMALL_KEY_OCTETS,
    VideoAssembler,
    VideoPacket,
)

Numbered = tuple[int, VideoPacket]


def picture(number: int, *, key: bool, size: int = 3000) -> bytes:
    head = b"\0\0\0\1\x67sps\0\0\0\1\x68pps" if key else b""
    return (
        head
        + b"\0\0\0\1"
        + (b"\x65" if key else b"\x41")
        + number.to_bytes(4, "big").replace(b"\0", b"\x7f") * (size // 4)
    )


def packets(count: int, *, first_sequence: int = 65_530, key_every: int = 1000) -> list[Numbered]:
    """Packets of `count` pictures, three or so each, numbered across the wrap."""
    made: list[Numbered] = []
    for number in range(count):
        key = number % key_every == 0
        cut = packetise("H264", picture(number, key=key), number * 3600, key=key)
        for place, payload in enumerate(cut.payloads):
            sequence = (first_sequence + len(made)) & 0xFFFF
            made.append((sequence, VideoPacket(number * 3600, place == len(cut.payloads) - 1, "H264", payload)))
    return made


def numbers(units: list[VideoUnit]) -> list[int]:
    return [unit.rtp_time // 3600 for unit in units]


def feed(assembler: VideoAssembler, arriving: list[Numbered], now: float = 0.0) -> list[VideoUnit]:
    return [unit for sequence, packet in arriving for unit in assembler.push(sequence, packet, now)]


def test_a_picture_is_released_with_its_last_packet() -> None:
    assembler = VideoAssembler()
    units: list[VideoUnit] = []
    for sequence, packet in packets(2):
        units = assembler.push(sequence, packet, 1.0)
        assert bool(units) == packet.marker
    assert list(nal_units(units[0].data)) == list(nal_units(picture(1, key=False)))


@given(st.randoms(use_true_random=False), st.integers(min_value=2, max_value=30))
def test_shuffled_and_doubled_packets_give_the_same_pictures_in_order(dice: random.Random, window: int) -> None:
    made = packets(20)
    # The very first packet stays first: before it nothing tells what is missing.
    jumbled = sorted(range(1, len(made)), key=lambda place: place + dice.uniform(0, window))
    arriving = [made[0]]
    for place in jumbled:
        arriving += [made[place]] * dice.choice([1, 1, 1, 2])
    assembler = VideoAssembler()
    units = feed(assembler, arriving)
    assert numbers(units) == list(range(20))
    assert not assembler.holes
    assert not assembler.key_wanted


@given(st.sets(st.integers(min_value=1, max_value=100), max_size=20), st.randoms(use_true_random=False))
def test_repairs_that_come_in_time_leave_no_trace(lost: set[int], dice: random.Random) -> None:
    made = packets(40)
    assembler = VideoAssembler()
    units: list[VideoUnit] = []
    waiting: list[tuple[float, Numbered]] = []
    for place, (sequence, packet) in enumerate(made):
        now = place * 0.005
        if place not in lost:
            units += assembler.push(sequence, packet, now)
        asks, freed = assembler.due(now)
        units += freed
        by_sequence = dict(made)
        waiting += [(now + dice.uniform(0.005, 0.03), (number, by_sequence[number])) for number in asks]
        for due, repair in [entry for entry in waiting if entry[0] <= now]:
            waiting.remove((due, repair))
            units += assembler.push(*repair, now)
    for step in range(100):
        now = len(made) * 0.005 + step * 0.01
        asks, freed = assembler.due(now)
        units += freed
        units += [unit for number in asks for unit in assembler.push(number, dict(made)[number], now)]
        units += [unit for _, repair in waiting for unit in assembler.push(*repair, now)]
        waiting.clear()
    assert numbers(units) == list(range(40))


@given(st.sets(st.integers(min_value=1, max_value=110), max_size=30))
def test_without_repairs_only_whole_pictures_with_their_references_come_out(lost: set[int]) -> None:
    made = packets(40, key_every=8)
    assembler = VideoAssembler()
    units: list[VideoUnit] = []
    for place, (sequence, packet) in enumerate(made):
        now = place * 0.01
        if place not in lost:
            units += assembler.push(sequence, packet, now)
        units += assembler.due(now)[1]
    for step in range(200):
        units += assembler.due(len(made) * 0.01 + step * 0.01)[1]
    assert not assembler.holes
    previous = None
    for unit in units:
        number = unit.rtp_time // 3600
        assert list(nal_units(unit.data)) == list(nal_units(picture(number, key=number % 8 == 0)))
        assert unit.key == (number % 8 == 0)
        assert unit.key or previous == number - 1
        previous = number
    whole = {
        number
        for number in range(40)
        if not lost & {place for place, (_, packet) in enumerate(made) if packet.rtp_time == number * 3600}
    }
    # Every key picture that came whole is shown.
    assert {number for number in whole if number % 8 == 0} <= set(numbers(units))


def test_a_hole_is_asked_for_again_and_then_given_up() -> None:
    made = packets(10)
    assembler = VideoAssembler()
    for place, (sequence, packet) in enumerate(made):
        if place != 4:
            assembler.push(sequence, packet, 0.0)
    asked: list[float] = []
    now = 0.0
    while assembler.holes:
        now += 0.001
        asks, _ = assembler.due(now)
        if asks:
            assert asks == [made[4][0]]
            asked.append(now)
    assert asked[0] >= FIRST_ASK_SECONDS
    assert len(asked) == len(ASK_AGAIN_SECONDS)
    assert now < GIVE_UP_AT_MOST_SECONDS
    assert assembler.key_wanted
    assert assembler.wants_key_now(now)
    assert not assembler.wants_key_now(now + 0.1)
    assert assembler.given_up == 1


def test_a_whole_key_frame_passes_the_holes_before_it() -> None:
    made = packets(12, first_sequence=65_500, key_every=8)
    place = {packet.rtp_time: number for number, (_, packet) in enumerate(made) if packet.marker}
    lost = {place[2 * 3600], place[3 * 3600] - 1, place[9 * 3600]}
    assembler = VideoAssembler()
    units = feed(assembler, [numbered for number, numbered in enumerate(made) if number not in lost])
    assert numbers(units) == [0, 1, 8], (
        "the key frame is shown with its last packet, while two holes are still asked for"
    )
    assert list(assembler.holes) == [made[place[9 * 3600]][0]]
    assert feed(assembler, [made[place[2 * 3600]]]) == [], "a repair that comes too late shows nothing old"
    assert numbers(feed(assembler, [made[place[9 * 3600]]])) == [9, 10, 11]
    assert not assembler.holes


def test_a_key_frame_with_a_hole_of_its_own_waits_for_it() -> None:
    made = packets(4, key_every=2)
    key_second = next(number for number, (_, packet) in enumerate(made) if packet.rtp_time == 2 * 3600) + 1
    assembler = VideoAssembler()
    lost = {1, key_second}
    assert feed(assembler, [numbered for number, numbered in enumerate(made) if number not in lost]) == []
    assert numbers(feed(assembler, [made[key_second]])) == [2, 3]


def test_a_far_sender_is_not_asked_faster_than_it_can_answer() -> None:
    made = packets(5)
    assembler = VideoAssembler()
    feed(assembler, [made[0], *made[2:]])
    asked = [now for now in (step / 1000 for step in range(700)) if assembler.due(now, round_trip_seconds=0.2)[0]]
    assert all(later - sooner >= 0.2 for sooner, later in itertools.pairwise(asked))
    assert len(asked) >= 2


def test_a_jump_in_sequence_starts_over_and_wants_a_key_frame() -> None:
    assembler = VideoAssembler()
    feed(assembler, packets(3, first_sequence=100))
    later = packets(6, first_sequence=30_000, key_every=4)
    units = feed(assembler, later[3:])
    assert [unit.key for unit in units] == [True, False]
    assert not assembler.key_wanted


def test_a_sender_without_markers_loses_one_picture_of_time_and_no_picture() -> None:
    assembler = VideoAssembler()
    units = feed(assembler, [(sequence, packet._replace(marker=False)) for sequence, packet in packets(5)])
    assert numbers(units) == [0, 1, 2, 3]


@given(st.lists(st.tuples(st.integers(0, 0xFFFF), st.integers(0, 9), st.booleans(), st.binary(max_size=30))))
def test_any_packets_keep_it_bounded_and_quiet(garbage: list[tuple[int, int, bool, bytes]]) -> None:
    assembler = VideoAssembler()
    for place, (sequence, time, marker, payload) in enumerate(garbage):
        assembler.push(sequence, VideoPacket(time, marker, "VP8" if time & 1 else "H264", payload), place * 0.01)
        assembler.due(place * 0.01)
        assert len(assembler.holes) <= 1024


def test_a_sender_that_counts_anew_is_followed_though_its_numbers_look_old() -> None:
    assembler = VideoAssembler()
    feed(assembler, packets(3, first_sequence=30_000))
    units = feed(assembler, packets(200, first_sequence=100, key_every=50))
    assert numbers(units)[-1] == 199
    assert units[0].key
    assembler.begin_anew()
    assert numbers(feed(assembler, packets(2, first_sequence=9)))[-2:] == [0, 1]


def test_what_a_cut_took_is_not_asked_for_but_a_key_frame_is() -> None:
    assembler = VideoAssembler()
    key, later = b"\x65" + bytes(20), b"\x41" + bytes(20)
    assert assembler.push(1, VideoPacket(0, marker=True, codec="H264", payload=key), 0.0)
    assert assembler.push(50, VideoPacket(9000, marker=True, codec="H264", payload=later), CUT_SECONDS + 0.1) == []
    assert assembler.holes == {}
    assert assembler.wants_key_now(CUT_SECONDS + 0.1)
    assert assembler.push(51, VideoPacket(18000, marker=True, codec="H264", payload=key), CUT_SECONDS + 0.2)


def test_small_pictures_that_stay_away_have_a_key_frame_asked_for_before_the_line_is_back() -> None:
    assembler = VideoAssembler()
    for number in range(40):
        payload = (b"\x65" if number == 0 else b"\x41") + bytes(200)
        assembler.push(number, VideoPacket(11_250 * number, marker=True, codec="H264", payload=payload), number / 8)
        assert not assembler.fell_silent(number / 8 + 0.1)
    last = 39 / 8
    looks = [last + step / 10 for step in range(1, 40)]
    asked: list[float] = []
    for now in looks:
        if assembler.fell_silent(now):
            assembler.key_suspected(now)
            asked.append(now - last)
    assert asked[0] > SILENT_SECONDS
    assert 3 <= len(asked) <= 6, "again and again, for a wish may be lost as well"
    assert asked[-1] < LONGEST_SILENT_SECONDS, "who has ended is not asked for ever"
    later = VideoPacket(11_250 * 60, marker=True, codec="H264", payload=b"\x41" + bytes(200))
    back = last + asked[-1] + 0.05
    assert assembler.push(60, later, back) == []
    assert assembler.wants_key_now(back), "what was asked for meanwhile may be lost with the rest"


def test_a_look_late_by_a_stall_of_the_machine_asks_for_nothing() -> None:
    assembler = VideoAssembler()
    payload = b"\x65" + bytes(200)
    for number in range(40):
        assembler.push(number, VideoPacket(11_250 * number, marker=True, codec="H264", payload=payload), number / 8)
    assert not assembler.fell_silent(39 / 8 + 0.9)
    assembler.push(40, VideoPacket(450_000, marker=True, codec="H264", payload=payload), 39 / 8 + 0.9)
    assert not assembler.fell_silent(39 / 8 + 1.0)


def test_no_large_key_frame_is_asked_for_on_a_suspicion() -> None:
    assembler = VideoAssembler()
    payload = b"\x65" + bytes(SMALL_KEY_OCTETS)
    for number in range(40):
        assembler.push(number, VideoPacket(11_250 * number, marker=True, codec="H264", payload=payload), number / 8)
    assert not any(assembler.fell_silent(39 / 8 + step / 10) for step in range(20))


def test_on_a_line_that_mixes_packets_up_late_ones_are_waited_for_and_hardly_asked_for() -> None:
    dice = random.Random(3)
    packets = [
        (number, VideoPacket(9000 * number, marker=True, codec="H264", payload=b"\x65" + bytes(9)))
        for number in range(400)
    ]
    arrivals = sorted((number / 16 + dice.uniform(0, 0.6), number) for number, _ in packets)
    assembler, asked, shown = VideoAssembler(), 0, 0
    at, place = 0.0, 0
    while place < len(arrivals):
        at += 0.01
        while place < len(arrivals) and arrivals[place][0] <= at:
            number = arrivals[place][1]
            shown += len(assembler.push(number, packets[number][1], at, original=True))
            place += 1
        asks, units = assembler.due(at, 0.6)
        asked += len(asks) if at > 5 else 0
        shown += len(units)
    assert assembler.given_up < 5
    assert shown > 390
    assert asked < 0.3 * len(packets)
