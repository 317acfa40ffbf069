"""Loss of a line, told from jitter and from a cut."""

from hardware.rtc.line_reader import LineReader
from hardware.rtc.media_types import PeerCounters, StreamCounters


def counters(packets: int, lost: int, fraction: float, *, heard: float | None = None) -> PeerCounters:
    video = StreamCounters(packets=packets, bytes=100 * packets, lost=lost, loss_fraction=fraction)
    return PeerCounters(video_out=video, round_trip_ms=50.0, last_heard_seconds=heard)


def losses(reader: LineReader, *readings: PeerCounters) -> list[float | None]:
    seen = [reader.read(reading, float(second)) for second, reading in enumerate(readings)]
    return [None if one is None else one.loss for one in seen]


def test_steady_loss_is_what_was_lost_over_some_seconds() -> None:
    found = losses(LineReader(), *(counters(100 * n, 5 * n, 0.05) for n in range(8)))
    assert found[0] is None
    assert found[5:] == [0.05] * 3


def test_what_is_late_in_one_report_and_there_in_the_next_is_no_loss() -> None:
    found = losses(LineReader(), *(counters(100 * n, 20 * (n % 2), 0.2 * (n % 2)) for n in range(12)))
    assert all(loss is not None and loss < 0.08 for loss in found[4:])


def test_what_no_jitter_makes_counts_at_once() -> None:
    assert losses(LineReader(), counters(100, 0, 0.0), counters(200, 80, 0.8))[1] == 0.8


def test_a_cut_says_nothing_of_what_a_line_carries() -> None:
    reader = LineReader()
    reader.read(counters(100, 0, 0.0, heard=0.0), 0.0)
    for second in range(2, 8):
        seen = reader.read(counters(100 * second, 0, 0.0, heard=0.5), float(second))
        assert seen is not None
        assert seen.loss is None
    back = reader.read(counters(800, 600, 0.9, heard=8.0), 8.0)
    assert back is not None
    assert back.loss is None
    seconds = [float(second) for second in range(9, 20)]
    after = [reader.read(counters(100 * int(now), 600, 0.0, heard=now), now) for now in seconds][-1]
    assert after is not None
    assert after.loss == 0.0


def test_who_sends_nothing_loses_nothing() -> None:
    assert losses(LineReader(), counters(100, 50, 0.5), counters(100, 50, 0.5)) == [None, 0.0]
