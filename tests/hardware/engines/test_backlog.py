"""What a decoder that cannot follow leaves out: always everything up to a key frame."""

from hypothesis import given
from hypothesis import strategies as st

from hardware.engines.embedded.backlog import MOST_AGE_SECONDS, MOST_UNITS, UnitBacklog
from hardware.rtc.media_types import VideoUnit


def unit(number: int, *, key: bool = False, at: float | None = None) -> VideoUnit:
    return VideoUnit(number.to_bytes(4), "H264", key, number * 3000, number * 0.01 if at is None else at)


def test_a_stream_begins_with_a_key_frame() -> None:
    backlog = UnitBacklog()
    assert not backlog.push(unit(1))
    assert not backlog.push(unit(2, key=True))
    assert backlog.take(0.02)[0] == unit(2, key=True)


def test_an_old_backlog_is_dropped_up_to_its_newest_key_frame() -> None:
    backlog = UnitBacklog()
    for number in range(20):
        backlog.push(unit(number, key=number in (0, 12)))
    taken, asks = backlog.take(0.05 + MOST_AGE_SECONDS)
    assert taken == unit(12, key=True)
    assert not asks
    assert backlog.dropped == 12


def test_without_a_key_frame_in_line_one_is_asked_for_once() -> None:
    backlog = UnitBacklog()
    backlog.push(unit(0, key=True))
    asked = [backlog.push(unit(number, at=0.0)) for number in range(1, MOST_UNITS + 5)]
    assert asked.count(True) == 1
    assert len(backlog) == 0
    assert backlog.needs_key


def test_a_lone_old_key_frame_is_still_decoded() -> None:
    backlog = UnitBacklog()
    backlog.push(unit(0, key=True))
    taken, asks = backlog.take(5.0)
    assert taken is not None
    assert taken.key
    assert not asks


def test_key_frames_only() -> None:
    backlog = UnitBacklog(key_frames_only=True)
    asked = [backlog.push(unit(number, key=number % 10 == 0)) for number in range(30)]
    assert not any(asked)
    assert len(backlog) == 3
    backlog.key_frames_only = False
    backlog.push(unit(31))
    assert len(backlog) == 3
    backlog.push(unit(32, key=True))
    backlog.push(unit(33))
    assert len(backlog) == 5


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.floats(0, 0.5)), max_size=200))
def test_a_decoder_never_gets_a_picture_that_follows_a_gap(steps: list[tuple[bool, bool, float]]) -> None:
    backlog, now, last_taken = UnitBacklog(), 0.0, -9
    for number, (key, takes, pause) in enumerate(steps):
        now += pause
        backlog.push(unit(number, key=key, at=now))
        assert len(backlog) <= MOST_UNITS
        if takes:
            taken, _ = backlog.take(now)
            if taken is not None:
                place = int.from_bytes(taken.data)
                assert taken.key or place == last_taken + 1
                last_taken = place
