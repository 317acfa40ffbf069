"""What becomes of five seconds of measuring: one point per site, the worst second in it, a gap where nobody was."""

from itertools import pairwise

from msgspec.structs import replace

from console.effects import WriteSamples
from console.engine_port import Sampled, SiteSample, StreamSample
from console.lines.line_history import LinePoint
from tests.console.province import Province, meeting

EVERY_MS = 5000


def points_of(province: Province) -> list[tuple[int, dict[str, LinePoint]]]:
    written = [effect for effect in province.effects if isinstance(effect, WriteSamples)]
    return [(effect.points_wall_ms, {point.site: point for point in effect.points}) for effect in written]


def test_every_stretch_of_time_has_one_point_however_late_the_seconds_come() -> None:
    province = meeting()
    for _ in range(30):
        province.wait_ms(1130)
    moments = [wall_ms for wall_ms, _ in points_of(province)]
    assert len(moments) >= 5
    assert all(wall_ms % EVERY_MS == 0 for wall_ms in moments)
    assert {later - earlier for earlier, later in pairwise(moments)} == {EVERY_MS}


def test_a_site_that_left_has_no_points_until_it_is_back() -> None:
    province = meeting()
    province.wait_ms(11_000)
    province.leave("s002")
    province.wait_ms(12_000)
    province.join("s002")
    province.wait_ms(11_000)
    there = ["s002" in sites for _, sites in points_of(province)]
    assert there[0]
    assert there[-1]
    assert False in there
    assert all("s001" in sites for _, sites in points_of(province))


def test_a_point_holds_the_worst_second_and_the_mean_rate() -> None:
    province = meeting()
    province.wait_ms(EVERY_MS - province.now.wall_ms % EVERY_MS)
    connection = province.sites["s001"].connection
    for second in range(6):
        province.now = replace(
            province.now, monotonic_ms=province.now.monotonic_ms + 1000, wall_ms=province.now.wall_ms + 1000
        )
        bad = second == 2
        stream = StreamSample(packets=190 if bad else 200, lost=10 if bad else 0, bytes=25_000 if bad else 12_500)
        sample = SiteSample(
            site="s001", connection=connection, window_ms=1000, audio=None, video=stream,
            round_trip_ms=90.0 if bad else 20.0, packet_age_ms=10,
        )  # fmt: skip
        province.tell(Sampled(at_ms=province.now.monotonic_ms, samples=(sample,)))
    point = points_of(province)[-1][1]["s001"]
    assert point.loss_percent == 5.0
    assert point.round_trip_ms == 90.0
    assert point.kilobits is not None
    assert 100 < point.kilobits < 200


def test_before_a_session_nothing_is_kept() -> None:
    province = Province()
    province.join("s001")
    province.wait_ms(12_000)
    assert points_of(province) == []
